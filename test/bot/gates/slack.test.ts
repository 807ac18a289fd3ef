import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../bot/confirming.ts';
import { type Bolt, createBolt } from '../../../bot/gates/bolt.ts';
import { startInboxWorker } from '../../../bot/gates/inbox-worker.ts';
import { createSlackGate } from '../../../bot/gates/slack-gate.ts';
import { slackRoute } from '../../../bot/gates/slack-http.ts';
import { createSlackSocket } from '../../../bot/gates/slack-socket.ts';
import { startHttp } from '../../../bot/http.ts';
import type { Request } from '../../../bot/request.ts';
import { createSlack } from '../../../bot/slack.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { Worker } from '../../../bot/worker.ts';
import { type LocalSlack, startSlack } from '../../../local/slack/server.ts';
import { systemClock } from '../../../shared/clock.ts';
import type { View } from '../../../shared/render/view.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';

const channel = 'C0DEPLOYS';
const user = 'U0MAYA';

describe.each(['Socket Mode', 'HTTP'])('Slack by %s', (way) => {
  let closers: AsyncDisposableStack;
  let slack: LocalSlack;
  let store: Store;
  let worker: Worker;
  let asked: Request[];
  let bolt: Bolt;
  let revealed: { name: string; origin: unknown }[];
  let handle: (request: Request) => Promise<void>;
  let triggers: (string | undefined)[];
  let submitted: Submission[];
  let homes: unknown[];
  const log = keepLog();
  /** What was put off, by for how long. */
  const delayed = {
    all: [] as { ms: number; run: () => void }[],
    set(ms: number, run: () => void) {
      this.all.push({ ms, run });
      return () => {};
    },
  };

  beforeEach(async () => {
    closers = new AsyncDisposableStack();
    asked = [];
    revealed = [];
    triggers = [];
    submitted = [];
    homes = [];
    delayed.all = [];
    log.lines.length = 0;
    handle = async (request) => {
      asked.push(request);
    };
    let requestUrl: string | undefined;
    slack = await startSlack({
      users: [{ id: user, name: 'maya' }],
      channels: [{ id: channel, name: 'deploys' }],
      requestUrl: () => requestUrl,
    });
    closers.defer(() => slack.close());
    store = await openStore({ file: ':memory:', clock: systemClock, route: testRoute });
    closers.defer(() => store.close());

    const { apiUrl, botToken: token, appToken, signingSecret } = slack;
    bolt = createBolt({
      slack: createSlack({ token, apiUrl, log }),
      store,
      token,
      apiUrl,
      clock: { now: systemClock.now, after: (ms, run) => delayed.set(ms, run) },
      log,
      confirming: {
        async ask(request, triggerId) {
          triggers.push(triggerId);
          await handle(request);
        },
        async confirm(submission) {
          submitted.push(submission);
        },
      },
      isMeant: async ({ text }) => text.startsWith('status'),
      showHome: async (viewer) => {
        homes.push(viewer);
      },
      reveal: async (click) => {
        revealed.push(click);
        return { summary: 'A secret', blocks: [{ kind: 'code', lines: ['postgres://s3cr3t'] }] };
      },
    });
    const gate = createSlackGate({ store, inline: bolt.inline });
    if (way === 'HTTP') {
      const routes = [slackRoute({ signingSecret, clock: systemClock, gate })];
      const server = await startHttp({ host: '127.0.0.1', port: 0, routes, log });
      closers.defer(() => server.close());
      requestUrl = `${server.url}/slack/events`;
    } else {
      const socket = createSlackSocket({ appToken, apiUrl, gate, log });
      closers.defer(() => socket.close());
      await socket.start();
    }
    const process = { slack: bolt.process, github: bolt.process, aws: bolt.process };
    worker = startInboxWorker({ store, clock: systemClock, log, process });
    closers.defer(() => worker.stop());
  });
  afterEach(() => closers.disposeAsync());

  async function show(view: View): Promise<string> {
    const port = createSlack({ token: slack.botToken, apiUrl: slack.apiUrl, log });
    return port.post({ channel, view, key: 'shown' });
  }

  test('a typed command becomes a request', async () => {
    await slack.command({ user, channel, command: '/deploy', text: 'approve shop' });
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toEqual({
      id: expect.stringMatching(/^slack:/),
      text: 'approve shop',
      at: expect.any(Number),
      origin: {
        kind: 'slack',
        team: 'T0LOCAL',
        channel,
        user,
        responseUrl: expect.stringContaining('/response/'),
      },
    });
  });

  test('the acknowledgement waits for the inbox and not for the work', async () => {
    let finish = () => {};
    handle = (request) =>
      new Promise((resolve) => {
        asked.push(request);
        finish = resolve;
      });
    const { ms } = await slack.command({ user, channel, command: '/deploy', text: 'list' });
    expect(ms).toBeLessThan(3_000);
    await expect.poll(() => asked).toHaveLength(1);
    finish();
  });

  test('a command that could not be worked on is worked on again', async () => {
    handle = async (request) => {
      asked.push(request);
      if (asked.length === 1) throw new Error('the store is away');
    };
    await slack.command({ user, channel, command: '/deploy', text: 'list' });
    await expect.poll(() => asked.map(({ text }) => text), { timeout: 5_000 }).toEqual(['list', 'list']);
    expect(asked[0]?.id).toBe(asked[1]?.id);
  });

  test('a pressed button stands for its command, in the thread of its message', async () => {
    const thread = await show({
      summary: 'shop',
      blocks: [{ kind: 'buttons', buttons: [{ label: 'Approve', command: 'approve shop' }] }],
    });
    await slack.press({ user, channel, label: 'Approve' });
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      text: 'approve shop',
      origin: { user, channel, thread, team: 'T0LOCAL' },
    });
  });

  test.each(['the minute is over', 'the bot ends'])(
    'a secret is shown in a modal to who pressed until %s, and nothing of it is kept',
    async (ended) => {
      await show({
        summary: 'secret',
        blocks: [{ kind: 'buttons', buttons: [{ label: 'Reveal', command: 'secret reveal /shop/prod/DB' }] }],
      });
      await slack.press({ user, channel, label: 'Reveal' });
      await expect.poll(() => slack.workspace.views.modals).toHaveLength(1);
      await expect
        .poll(() => revealed)
        .toMatchObject([{ name: '/shop/prod/DB', origin: { kind: 'slack', user, channel } }]);
      expect(slack.workspace.views.modals[0]).toMatchObject({ user });
      await expect
        .poll(() => JSON.stringify(slack.workspace.views.modals[0]?.view))
        .toContain('postgres://s3cr3t');
      await expect.poll(() => delayed.all).toMatchObject([{ ms: 60_000 }]);
      if (ended === 'the minute is over') delayed.all[0]?.run();
      else await bolt.close();
      await expect
        .poll(() => JSON.stringify(slack.workspace.views.modals[0]?.view))
        .toContain('The value was shown for a minute');
      expect(JSON.stringify(slack.workspace.views.modals)).not.toContain('s3cr3t');
      expect(await store.inbox.claim(Date.now(), 10)).toEqual([]);
      expect(JSON.stringify(log.lines)).not.toContain('s3cr3t');
      expect(asked).toEqual([]);
    },
  );

  test('a secret is shown to nobody of another workspace', async () => {
    const press = (team: string) =>
      bolt.inline({
        type: 'block_actions',
        team: { id: team },
        user: { id: user, team_id: team },
        channel: { id: channel },
        trigger_id: slack.workspace.newTrigger(user),
        actions: [{ type: 'button', action_id: 'reveal-secret-0', block_id: 'b', value: '/shop/prod/DB' }],
      });
    await press('T0OTHER');
    expect(revealed).toEqual([]);
    expect(slack.workspace.views.modals).toEqual([]);
    await press('T0LOCAL');
    await expect.poll(() => slack.workspace.views.modals).toHaveLength(1);
  });

  test('what comes from another workspace is not heard', async () => {
    await store.inbox.receive({
      source: 'slack',
      id: 'x',
      kind: 'slash_command',
      lane: 'l',
      payload: { command: '/deploy', text: 'list', team_id: 'T0OTHER', channel_id: channel, user_id: user },
    });
    await slack.command({ user, channel, command: '/deploy', text: 'help' });
    await expect.poll(() => asked.map(({ text }) => text)).toEqual(['help']);
    await worker.idle();
    expect(asked).toHaveLength(1);
  });

  test('somebody of another workspace is not heard in a channel that is shared with it', async () => {
    const mention = (id: string, theirs: object) =>
      store.inbox.receive({
        source: 'slack',
        id,
        kind: 'app_mention',
        lane: 'l',
        payload: {
          type: 'event_callback',
          team_id: 'T0LOCAL',
          event_id: id,
          event: { type: 'app_mention', user, channel, text: '<@U0DRAWBRIDGE> list', ts: '2.0', ...theirs },
        },
      });
    await mention('Ev1', { team: 'T0OTHER' });
    await mention('Ev2', { user_team: 'T0OTHER', team: 'T0LOCAL' });
    await mention('Ev3', { team: 'T0LOCAL', user_team: 'T0LOCAL', source_team: 'T0LOCAL' });
    await expect.poll(() => asked.map(({ id }) => id)).toEqual(['slack:Ev3']);
    await worker.idle();
    expect(asked).toHaveLength(1);
  });

  test('what is typed after a mention becomes a request in its thread', async () => {
    await store.inbox.receive({
      source: 'slack',
      id: 'Ev1',
      kind: 'app_mention',
      lane: 'l',
      payload: {
        type: 'event_callback',
        team_id: 'T0LOCAL',
        event_id: 'Ev1',
        event: {
          type: 'app_mention',
          user,
          channel,
          text: '<@U0DRAWBRIDGE> status shop',
          ts: '2.0',
          thread_ts: '1.0',
        },
      },
    });
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      id: 'slack:Ev1',
      text: 'status shop',
      origin: { thread: '1.0', user, channel },
    });
  });

  test('a submitted modal is handed over with what was entered, and closes', async () => {
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'Reject' },
      submit: { type: 'plain_text', text: 'Reject' },
      callback_id: 'confirm',
      private_metadata: 'what was shown',
      blocks: [
        {
          type: 'input',
          block_id: 'words',
          label: { type: 'plain_text', text: 'Reason' },
          element: { type: 'plain_text_input', action_id: 'words' },
        },
      ],
    };
    const modal = slack.workspace.views.open(user, view);
    await slack.submit({ user, words: 'Not today' });
    expect(slack.workspace.views.modals).toEqual([]);
    await expect
      .poll(() => submitted)
      .toMatchObject([
        { view: modal.id, metadata: 'what was shown', words: 'Not today', team: 'T0LOCAL', user },
      ]);
  });

  test('a command and a button bring a trigger along, words do not', async () => {
    await slack.command({ user, channel, command: '/deploy', text: 'list' });
    await slack.write({ user, channel, text: '<@U0DRAWBRIDGE> list' });
    await expect.poll(() => triggers).toEqual([expect.any(String), undefined]);
  });

  test('a reply that mentions nobody is a request only if it is meant for us; a mention is one, once', async () => {
    const thread = await show({ summary: 'shop', blocks: [] });
    await slack.write({ user, channel, thread, text: 'looks fine' });
    await slack.write({ user, channel, thread, text: 'status' });
    await slack.write({ user, channel, text: 'status' });
    await slack.write({ user, channel, thread, text: '<@U0DRAWBRIDGE> status shop' });
    await expect.poll(() => asked.map(({ text }) => text)).toEqual(['status', 'status shop']);
    await worker.idle();
    expect(asked).toHaveLength(2);
    expect(asked[0]?.origin).toMatchObject({ thread, channel, user });
  });

  test('the Home tab is shown to who opens it', async () => {
    await slack.openHome(user);
    await expect.poll(() => homes).toEqual([{ team: 'T0LOCAL', user }]);
  });
});
