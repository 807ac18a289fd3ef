import { createConfirming } from '../../bot/confirming.ts';
import { createBolt } from '../../bot/gates/bolt.ts';
import { startInboxWorker } from '../../bot/gates/inbox-worker.ts';
import { createSlackGate } from '../../bot/gates/slack-gate.ts';
import { slackRoute } from '../../bot/gates/slack-http.ts';
import { startHttp } from '../../bot/http.ts';
import { isMeant } from '../../bot/replies.ts';
import { createSlack } from '../../bot/slack.ts';
import { openHome } from '../../bot/viewers.ts';
import { wordsOf } from '../../local/demo/look.ts';
import { startSlack } from '../../local/slack/server.ts';
import type { Block } from '../../local/slack/workspace.ts';
import { systemClock } from '../../shared/clock.ts';
import { sentence } from '../../shared/render/view.ts';
import { conversation } from './conversation.ts';
import { keepLog } from './quiet.ts';

export const channel = 'C0DEPLOYS';

/** A bot on fakes of AWS and GitHub, and a Slack with its gates, buttons and modals before it. */
export async function conversationInSlack(options: { policy?: string } = {}) {
  const log = keepLog();
  const closers = new AsyncDisposableStack();
  let requestUrl: string | undefined;
  const slack = await startSlack({
    users: ['ADA', 'BOB', 'EVE'].map((name) => ({ id: `U0${name}`, name: name.toLowerCase() })),
    channels: [{ id: channel, name: 'deploys' }],
    groups: { S0OPS: [] },
    requestUrl: () => requestUrl,
  });
  closers.defer(() => slack.close());
  const { apiUrl, botToken: token, signingSecret } = slack;
  const port = createSlack({ token, apiUrl, log });
  const talk = await conversation({ ...options, aws: { slack: port } });
  closers.defer(() => talk[Symbol.asyncDispose]());
  const { ports, store } = talk;
  const bolt = createBolt({
    slack: port,
    store,
    token,
    apiUrl,
    clock: systemClock,
    log,
    confirming: createConfirming(ports),
    isMeant: (request) => isMeant(request, ports),
    showHome: (viewer) => openHome(viewer, ports),
    reveal: async () => sentence('nothing'),
  });
  const worker = startInboxWorker({
    store,
    clock: ports.clock,
    log,
    process: { slack: bolt.process, github: bolt.process, aws: bolt.process },
  });
  closers.defer(() => worker.stop());
  const gate = createSlackGate({ store, inline: bolt.inline });
  const routes = [slackRoute({ signingSecret, clock: systemClock, gate })];
  const server = await startHttp({ host: '127.0.0.1', port: 0, routes, log });
  closers.defer(() => server.close());
  requestUrl = `${server.url}/slack/events`;

  async function settled(): Promise<void> {
    await worker.idle();
    await talk.settled();
  }

  /** What was said since, to whom. */
  async function heardOf(deed: () => Promise<unknown>): Promise<string[]> {
    const before = slack.workspace.messages.length;
    await deed();
    await settled();
    return slack.workspace.messages.slice(before).map((message) => {
      const to = message.visibleTo ? ` for ${message.visibleTo}` : '';
      return `${message.channel}${to}: ${wordsOf(message)}`;
    });
  }

  return {
    ...talk,
    slack,
    log,
    settled,
    /** Types a command; what was heard of it. */
    types: (user: string, text: string) =>
      heardOf(() => slack.command({ user, channel, command: '/deploy', text })),
    presses: (user: string, label: string, ts?: string) =>
      heardOf(() => slack.press({ user, channel, label, ...(ts && { ts }) })),
    pressesAtHome: (user: string, label: string) => heardOf(() => slack.press({ user, label })),
    submits: (user: string, words?: string) =>
      heardOf(() => slack.submit({ user, ...(words !== undefined && { words }) })),
    writes: (user: string, text: string, thread?: string) =>
      heardOf(() => slack.write({ user, channel, text, ...(thread && { thread }) })),
    opensHome: (user: string) => heardOf(() => slack.openHome(user)),
    /** All that the modal in front of somebody says; undefined where there is none. */
    modal(user: string): string | undefined {
      const top = slack.workspace.views.top(user);
      return top && wordsIn(top.view.blocks, top.title);
    },
    home(user: string): string | undefined {
      const home = slack.workspace.views.homes.get(user);
      return home && wordsIn(home.view.blocks, '');
    },
    [Symbol.asyncDispose]: () => closers.disposeAsync(),
  };
}

function wordsIn(blocks: unknown, text: string): string {
  return wordsOf({ text, blocks: blocks as Block[] });
}
