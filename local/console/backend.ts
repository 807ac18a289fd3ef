import markdownIt from 'markdown-it';
import { channel, type Embedded, mergeRelease, people, repository } from '../embedded.ts';
import { startJob } from '../push.ts';
import type { ShownView } from '../slack/views.ts';
import { directOf, type Message } from '../slack/workspace.ts';
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
      const { as, label, ts } = deed;
      const place = workspace.messages.find((message) => message.ts === ts)?.channel;
      await slack.press({ user: slackUser(as), label, ...(ts && { ts, channel: place }) });
    } else if (deed.kind === 'submit') {
      await slack.submit({
        user: slackUser(deed.as),
        ...(deed.words !== undefined && { words: deed.words }),
      });
    } else if (deed.kind === 'home') {
      await slack.openHome(slackUser(deed.as));
    } else if (deed.kind === 'dismiss') {
      await slack.dismiss(slackUser(deed.as));
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

  function messagesIn(place: string, user: string) {
    return inThreads(workspace.seenBy(user, place)).map((message) => ({
      ts: message.ts,
      author: workspace.users.get(message.user)?.name ?? 'drawbridge',
      text: message.text,
      blocks: message.blocks,
      thread: message.thread,
      visibleTo: message.visibleTo,
    }));
  }

  return {
    act,

    async state(viewer) {
      const user = viewer in people ? slackUser(viewer) : people.maya.slack;
      return {
        people: Object.entries(people).map(([name, { slack: id }]) => ({ id: name, name, slack: id })),
        messages: messagesIn(channel, user),
        direct: messagesIn(directOf(user), user),
        home: workspace.views.homes.get(user)?.view.blocks ?? [],
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
        modal: modalOf(workspace.views.top(user)),
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

function modalOf(modal: ShownView | undefined) {
  if (!modal) return undefined;
  const { id, title, hash, view } = modal;
  const textOf = (text: unknown) => (text as { text: string } | undefined)?.text;
  return {
    id,
    title,
    hash,
    blocks: view.blocks,
    submit: textOf(view.submit),
    close: textOf(view.close) ?? 'Close',
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
