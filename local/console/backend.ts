import markdownIt from 'markdown-it';
import { channel, type Embedded, mergeRelease, people, repository } from '../embedded.ts';
import { startJob } from '../push.ts';
import type { Message } from '../slack/workspace.ts';
import type { ConsoleBackend, Deed } from './server.ts';
import { readStages } from './stages.ts';

/** The embedded world as the page sees it. */
export function createConsoleBackend(world: Embedded): ConsoleBackend {
  const { slack, github, shop } = world;
  const { workspace } = slack;
  let releases = 0;

  async function merge(broken: boolean): Promise<void> {
    releases++;
    const version = `1.${releases}.0`;
    const ailment = broken ? { ailment: 'the payment service refuses our key' } : {};
    const message = broken ? 'Take payment by card' : `Release ${version}`;
    const { sha } = await mergeRelease(github, { version, message, author: 'lee', ...ailment });
    startJob(world, sha, () => {}).catch((error) => console.error('The workflow’s job did not run', error));
  }

  async function act(deed: Deed): Promise<void> {
    if (deed.kind === 'say') {
      await slack.command({ user: slackUser(deed.as), channel, command: '/deploy', text: deed.text });
    } else if (deed.kind === 'press') {
      await slack.press({ user: slackUser(deed.as), channel, label: deed.label, ts: deed.ts });
    } else if (deed.kind === 'dismiss') {
      workspace.closeModal(deed.modal);
    } else if (deed.kind === 'comment') {
      await github.comment({
        repository,
        number: deed.number,
        author: person(deed.as).github,
        body: deed.body,
      });
    } else {
      await merge(deed.broken);
    }
  }

  return {
    act,

    async state(viewer) {
      const user = viewer in people ? slackUser(viewer) : people.maya.slack;
      return {
        people: Object.entries(people).map(([name, { slack: id }]) => ({ id: name, name, slack: id })),
        messages: inThreads(workspace.seenBy(user, channel)).map((message) => ({
          ts: message.ts,
          author: workspace.users.get(message.user)?.name ?? 'drawbridge',
          text: message.text,
          blocks: message.blocks,
          thread: message.thread,
          visibleTo: message.visibleTo,
        })),
        pulls: github.forge.pulls.map(({ number, title }) => ({
          number,
          title,
          comments: github.forge.comments
            .filter((comment) => comment.number === number)
            .map(({ author, body, reactions }) => ({
              author,
              html: toHtml(body),
              reactions: reactions.map(({ content }) => emoji[content] ?? content).join(' '),
            })),
        })),
        modals: workspace.modals
          .filter((modal) => modal.user === user)
          .map(({ id, title, view }) => ({ id, title, blocks: view.blocks ?? [] })),
        stages: await readStages(world.aws),
        hosts: await Promise.all(shop.urls.map(release)),
      };
    },

    onChange(listener) {
      const stops = [
        workspace.onChange(listener),
        github.forge.onChange(listener),
        world.aws.aws.onEvent(listener),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

// Without `html` it lets no markup of the author's through, and no `javascript:` links.
const markdown = markdownIt({ html: false, linkify: true });

/** A comment as GitHub would show it: its hidden marker left out, `<sub>` as the one element that it may use. */
function toHtml(body: string): string {
  const shown = markdown.render(body.replace(/<!--.*?-->/gs, '').trim());
  return shown.replaceAll('&lt;sub&gt;', '<sub>').replaceAll('&lt;/sub&gt;', '</sub>');
}

const emoji: Readonly<Record<string, string>> = { eyes: '👀', rocket: '🚀', '-1': '👎', '+1': '👍' };

function person(name: string): (typeof people)[keyof typeof people] {
  if (!(name in people)) throw new Error(`There is nobody called ${name}.`);
  return people[name as keyof typeof people];
}

function slackUser(name: string): string {
  return person(name).slack;
}

/** Each message followed by its thread. */
function inThreads(messages: readonly Message[]): Message[] {
  const roots = messages.filter((message) => !message.thread);
  return roots.flatMap((root) => [root, ...messages.filter((message) => message.thread === root.ts)]);
}

async function release(url: string): Promise<string> {
  try {
    const { version } = (await (await fetch(url)).json()) as { version: string };
    return `${new URL(url).host}: ${version}`;
  } catch {
    return `${new URL(url).host}: nothing runs`;
  }
}
