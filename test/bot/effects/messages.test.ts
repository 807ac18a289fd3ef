import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt } from '../../../bot/effect.ts';
import answer from '../../../bot/effects/answer.ts';
import notify from '../../../bot/effects/notify.ts';
import react from '../../../bot/effects/react.ts';
import say from '../../../bot/effects/say.ts';
import showRun from '../../../bot/effects/show-run.ts';
import whisper from '../../../bot/effects/whisper.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';
import type { GitHubPort, Ports } from '../../../bot/ports.ts';
import type { Origin } from '../../../bot/request.ts';
import { createSlack } from '../../../bot/slack.ts';
import { openStore } from '../../../bot/store/open.ts';
import { type LocalSlack, startSlack } from '../../../local/slack/server.ts';
import { systemClock } from '../../../shared/clock.ts';
import { sentence, type View } from '../../../shared/render/view.ts';
import { shopRun } from '../fakes/shop.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';

const channel = 'C0DEPLOYS';
const first: Attempt = { id: 'effect-1', number: 1 };
const second: Attempt = { id: 'effect-1', number: 2 };

let local: LocalSlack;
let comments: { id: number; marker: string; body: View }[];
let reactions: string[];
let twinsOf: string[];
let ports: Ports;

/** The pull request's comments, as far as the effects need them. */
const github: Pick<GitHubPort, 'comment' | 'editComment' | 'findComment' | 'dropTwins' | 'react'> = {
  async comment({ body, marker }) {
    comments.push({ id: comments.length + 1, marker, body });
    return comments.length;
  },
  async editComment({ comment, body }) {
    const found = comments.find(({ id }) => id === comment);
    if (!found) return 'gone';
    found.body = body;
    return 'updated';
  },
  findComment: async ({ marker }) => comments.find((comment) => comment.marker === marker)?.id,
  async dropTwins({ marker }) {
    twinsOf.push(marker);
  },
  async react({ comment, reaction }) {
    reactions.push(`${comment} ${reaction}`);
  },
};

beforeEach(async () => {
  comments = [];
  reactions = [];
  twinsOf = [];
  local = await startSlack({
    users: [
      { id: 'U0MAYA', name: 'maya' },
      { id: 'U0LEE', name: 'lee' },
    ],
    channels: [{ id: channel, name: 'deploys' }],
  });
  const slack = createSlack({ token: local.botToken, apiUrl: local.apiUrl, log: keepLog() });
  const store = await openStore({ file: ':memory:', clock: systemClock, route: testRoute });
  // These effects use no more of the ports than these.
  const policy = () => parsePolicy('pipelines: {}');
  ports = { slack, store, github, policy } as unknown as Ports;
});
afterEach(async () => {
  await ports.store.close();
  await local.close();
});

const texts = (user = 'U0MAYA') => local.workspace.seenBy(user, channel).map(({ text }) => text);

describe('show-run in a channel', () => {
  const show = (text: string, attempt = first) => {
    const place = { kind: 'slack' as const, channel };
    return showRun.perform({ place, pipeline: 'shop', run: 'r1', view: sentence(text) }, ports, attempt);
  };

  test('posts once and edits from then on; the thread leads to the run', async () => {
    for (const text of ['started', 'building', 'done']) await show(text);
    expect(texts()).toEqual(['done']);
    const [message] = local.workspace.messages;
    expect(await ports.store.shownAt(channel, message!.ts)).toMatchObject({ pipeline: 'shop', run: 'r1' });
  });

  test('after a crash between the post and its record, finds the message and does not post again', async () => {
    const store = { ...ports.store, transaction: () => Promise.reject(new Error('killed')) };
    await expect(
      showRun.perform(
        { place: { kind: 'slack', channel }, pipeline: 'shop', run: 'r1', view: sentence('started') },
        { ...ports, store },
        first,
      ),
    ).rejects.toThrow('killed');
    await show('started', second);
    await show('done');
    expect(texts()).toEqual(['done']);
  });

  test('posts again where somebody deleted the message', async () => {
    await show('started');
    local.workspace.delete(channel, local.workspace.messages[0]!.ts);
    await show('building');
    await show('done');
    expect(texts()).toEqual(['done']);
  });

  test('runs and places do not get in each other’s way', () => {
    const of = (channel: string, run: string) => ({
      place: { kind: 'slack' as const, channel },
      pipeline: 'shop',
      run,
      view: sentence('x'),
    });
    expect(showRun.coalesce?.(of('C1', 'r1'))).toBe(showRun.coalesce?.(of('C1', 'r1')));
    const keys = [of('C1', 'r1'), of('C1', 'r2'), of('C2', 'r1')].map((effect) => showRun.coalesce?.(effect));
    expect(new Set(keys).size).toBe(3);
    expect(showRun.target(of('C1', 'r1'))).toBe(showRun.target(of('C1', 'r2')));
  });
});

describe('notify', () => {
  const notified = () => local.workspace.messages.map(({ channel: where, text }) => `${where}: ${text}`);
  const tell = (attempt: Attempt) =>
    notify.perform({ user: 'U0MAYA', view: sentence('It failed') }, ports, attempt);

  test('tells one person in the conversation with them', async () => {
    await tell(first);
    expect(notified()).toEqual(['D0MAYA: It failed']);
  });

  test('after a crash between the post and its record, does not tell it again', async () => {
    await tell(first);
    await tell(second);
    await tell({ id: 'effect-2', number: 2 });
    expect(notified()).toEqual(['D0MAYA: It failed', 'D0MAYA: It failed']);
  });
});

describe('show-run on a pull request', () => {
  const place = { kind: 'github' as const, repository: 'acme/shop', number: 7 };
  const show = (text: string) =>
    showRun.perform({ place, pipeline: 'shop', run: 'r1', view: sentence(text) }, ports, first);

  test('keeps one comment, which the pull request leads to', async () => {
    await show('started');
    await show('done');
    expect(comments).toMatchObject([{ body: { summary: 'done' } }]);
    expect(await ports.store.shownIn('acme/shop#7', 1)).toMatchObject([{ pipeline: 'shop', run: 'r1' }]);
    expect(twinsOf).toEqual(['run shop/r1 at acme/shop#7']);
  });

  test('takes up the comment that was written before a crash', async () => {
    await github.comment({
      repository: 'acme/shop',
      number: 7,
      body: sentence('x'),
      marker: 'run shop/r1 at acme/shop#7',
    });
    await show('done');
    expect(comments).toMatchObject([{ body: { summary: 'done' } }]);
  });

  test('writes a new one where somebody deleted it', async () => {
    await show('started');
    comments = [];
    await show('done');
    expect(comments).toHaveLength(1);
  });
});

describe('say', () => {
  const place = { kind: 'slack' as const, channel };
  const speak = (attempt: Attempt) =>
    say.perform(
      { channel, pipeline: 'shop', run: 'r1', key: 'failed Deploy', view: sentence('Deploy failed') },
      ports,
      attempt,
    );

  test('speaks in the thread under the run’s message, once even if tried again', async () => {
    await showRun.perform({ place, pipeline: 'shop', run: 'r1', view: sentence('run') }, ports, first);
    await speak(first);
    await speak(second);
    const [run, said, ...more] = local.workspace.messages;
    expect(said).toMatchObject({ text: 'Deploy failed', thread: run!.ts });
    expect(more).toEqual([]);
  });

  test('speaks in the channel where the run has no message', async () => {
    await speak(first);
    expect(local.workspace.messages).toMatchObject([{ text: 'Deploy failed' }]);
    expect(local.workspace.messages[0]?.thread).toBeUndefined();
  });

  test('queues behind the message it belongs to, and once that is there behind no other', () => {
    const effect = { channel, pipeline: 'shop', run: 'r1', key: 'k', view: sentence('x') };
    const queue = showRun.target({ ...effect, place });
    expect(say.target(effect)).toBe(queue);
    expect(say.target({ ...effect, isUrgent: true })).not.toBe(queue);
  });

  test.each([
    ['waits', 1],
    ['was answered meanwhile', 0],
  ])('asks for an approval that %s %d times', async (_, times) => {
    const run = shopRun('r1', ['Succeeded', times === 1 ? 'InProgress' : 'Succeeded']);
    await ports.store.transaction((tx) => tx.putRun(run));
    const asks = { stage: 'Approve', action: 'Approve' };
    const view = sentence('May it?');
    await say.perform({ channel, pipeline: 'shop', run: 'r1', key: 'waits', asks, view }, ports, first);
    expect(local.workspace.messages).toHaveLength(times);
  });
});

describe('answer in Slack', () => {
  const origin = (more: object = {}): Origin => ({
    kind: 'slack',
    team: 'T0LOCAL',
    channel,
    user: 'U0MAYA',
    ...more,
  });
  const give = (to: 'asker' | 'everyone', from: Origin, attempt = first) =>
    answer.perform({ request: 'r', origin: from, view: sentence('Done'), to }, ports, attempt);
  const respondable = () => {
    const id = local.workspace.newResponse('U0MAYA', channel);
    return { id, responseUrl: local.apiUrl.replace('/api/', `/response/${id}`) };
  };

  test('goes by the response URL to the asker alone, or to everyone', async () => {
    await give('asker', origin(respondable()));
    expect([texts('U0MAYA').length, texts('U0LEE').length]).toEqual([1, 0]);
    await give('everyone', origin(respondable()));
    expect([texts('U0MAYA').length, texts('U0LEE').length]).toEqual([2, 1]);
  });

  test('is whispered or posted where the response URL is used up', async () => {
    const { id, responseUrl } = respondable();
    for (let used = 0; used < 5; used++) {
      local.workspace.respond(id, {
        text: 'x',
        blocks: [],
        inChannel: false,
        replaceOriginal: false,
        deleteOriginal: false,
      });
    }
    await give('asker', origin({ responseUrl }));
    expect(texts('U0LEE')).toEqual([]);
    expect(texts('U0MAYA').at(-1)).toBe('Done');
    await give('everyone', origin({ responseUrl }));
    expect(texts('U0LEE')).toEqual(['Done']);
  });

  test('is posted once in the thread it was asked in, even if tried again', async () => {
    const thread = local.workspace.post({ channel, user: 'U0LEE', text: 'root', blocks: [] }).ts;
    await give('everyone', origin({ thread }));
    await give('everyone', origin({ thread }), second);
    expect(local.workspace.messages.filter(({ text }) => text === 'Done')).toMatchObject([{ thread }]);
  });
});

test('answer on a pull request is one reply for each request, and a later answer takes its place', async () => {
  const origin: Origin = {
    kind: 'github',
    repository: 'acme/shop',
    number: 7,
    comment: 1,
    user: 'maya',
    installation: 1,
  };
  const give = (request: string, text: string) =>
    answer.perform({ request, origin, view: sentence(text), to: 'everyone' }, ports, first);
  await give('github:1:0', 'Approving…');
  await give('github:1:1', 'Two runs');
  await give('github:1:0', 'Approved.');
  expect(comments.map(({ body }) => body.summary)).toEqual(['Approved.', 'Two runs']);
});

test('whisper and react reach whom they are for', async () => {
  await whisper.perform({ channel, user: 'U0LEE', view: sentence('psst') }, ports, first);
  expect([texts('U0MAYA'), texts('U0LEE')]).toEqual([[], ['psst']]);
  await react.perform({ repository: 'acme/shop', comment: 5, reaction: 'eyes' }, ports, first);
  expect(reactions).toEqual(['5 eyes']);
});
