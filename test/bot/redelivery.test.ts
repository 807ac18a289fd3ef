import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Probot } from 'probot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProbot } from '../../bot/probot.ts';
import { type Attempt, missed, redeliver, startRedelivery } from '../../bot/redelivery.ts';
import { ManualClock } from '../../local/clock.ts';
import { type LocalGitHub, startGitHub } from '../../local/github/server.ts';
import { systemClock } from '../../shared/clock.ts';
import { keepLog } from './quiet.ts';

describe('what was missed', () => {
  const attempt = (id: number, guid: string, status: number, event = 'issue_comment'): Attempt => ({
    id,
    guid,
    event,
    status,
  });

  test.each<[why: string, newestFirst: Attempt[], ids: number[]]>([
    ['nothing was sent', [], []],
    ['all was taken', [attempt(2, 'b', 202), attempt(1, 'a', 200)], []],
    ['we were away, or failed', [attempt(2, 'b', 0), attempt(1, 'a', 503)], [1, 2]],
    ['a later attempt was taken', [attempt(3, 'a', 202), attempt(1, 'a', 0)], []],
    ['an earlier attempt was taken', [attempt(3, 'a', 500), attempt(1, 'a', 202)], []],
    ['no attempt was taken', [attempt(3, 'a', 0), attempt(2, 'b', 0), attempt(1, 'a', 0)], [3, 2]],
    ['nobody listens for it', [attempt(1, 'a', 0, 'push')], []],
  ])('%s', (_why, newestFirst, ids) => {
    expect(missed(newestFirst).map(({ id }) => id)).toEqual(ids);
  });
});

describe('round by round', () => {
  const day = 24 * 60 * 60_000;
  const at = (ago: number) => new Date(now - ago).toISOString();
  const delivery = (id: number, ago: number) => {
    return { id, guid: `g${id}`, event: 'issue_comment', status_code: 0, delivered_at: at(ago) };
  };
  const now = Date.parse('2026-03-01T12:00:00Z');

  /** GitHub lists these, newest first, and answers from the second time on if it is away at first. */
  async function asked(deliveries: object[], { awayAtFirst = false, rounds: count = 2 } = {}) {
    const rounds: number[][] = [];
    const apps = {
      listWebhookDeliveries: {},
      redeliverWebhookDelivery: async ({ delivery_id: id }: { delivery_id: number }) =>
        rounds.at(-1)?.push(id),
    };
    async function* iterator() {
      yield { data: deliveries };
    }
    const probot = {
      async auth() {
        rounds.push([]);
        if (awayAtFirst && rounds.length === 1) throw new Error('GitHub is away');
        return { paginate: { iterator }, rest: { apps } };
      },
    };
    const clock = new ManualClock(now);
    const redelivery = startRedelivery({ probot: probot as unknown as Probot, clock, log: keepLog() });
    await clock.advance(0);
    await clock.advance((count - 1) * 5 * 60_000);
    await redelivery.close();
    return rounds;
  }

  test('three days are looked at first, and an hour from then on', async () => {
    const deliveries = [delivery(3, 30 * 60_000), delivery(2, 2.9 * day), delivery(1, 3.1 * day)];
    expect(await asked(deliveries)).toEqual([[2, 3], [3]]);
  });

  test('what GitHub did not tell at first is looked at again', async () => {
    expect(await asked([delivery(2, 2.9 * day)], { awayAtFirst: true })).toEqual([[], [2]]);
  });

  test('what GitHub was asked for and does not send is asked for five times and no more', async () => {
    expect(await asked([delivery(1, 10 * 60_000)], { rounds: 7 })).toEqual([[1], [1], [1], [1], [1], [], []]);
  });
});

describe('with GitHub', () => {
  const repository = 'acme/shop';
  let folder: string;
  let github: LocalGitHub;
  let receiver: Server;
  let isAway: boolean;
  /** What is answered while it is away. */
  let refusal: number;
  let attempts: number;
  const taken: { delivery: unknown; comment: string }[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawbridge-test-'));
    isAway = true;
    refusal = 503;
    attempts = 0;
    taken.length = 0;
    receiver = createServer(async (request, response) => {
      const { comment } = JSON.parse(await text(request));
      attempts += 1;
      if (!isAway) taken.push({ delivery: request.headers['x-github-delivery'], comment: comment.body });
      response.writeHead(isAway ? refusal : 202).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    github = await startGitHub({ root: folder, webhookUrl: () => webhookUrl });
    const { git } = await github.forge.createRepository(repository, { maya: 'admin' });
    const author = { name: 'Lee', email: 'lee@example.com' };
    await git.commit('main', { message: 'First', author, edit: (at) => writeFile(join(at, 'a'), '') });
    await git.move('feature', (await git.resolve('main'))!);
    await github.forge.openPull({ repository, title: 'x', author: 'lee', head: 'feature', base: 'main' });
  });

  afterEach(async () => {
    await github.close();
    await new Promise((resolve) => receiver.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const comment = (body: string) => github.comment({ repository, number: 1, author: 'maya', body });

  async function round(asked = new Map<string, number>(), since = 0): Promise<void> {
    const { appId, privateKey, webhookSecret, apiUrl } = github;
    const probot = createProbot({ appId, privateKey, webhookSecret, apiUrl });
    const { signal } = new AbortController();
    await redeliver({ probot, clock: systemClock, log: keepLog(), since, asked, signal });
  }

  test('what came while the bot was away comes again, once, under its own id', async () => {
    for (let n = 1; n <= 120; n++) await comment(`/deploy status ${n}`);
    isAway = false;
    await comment('/deploy help');
    await round();
    await expect.poll(() => taken.length).toBe(121);
    await round();
    const again = Array.from({ length: 120 }, (_, n) => `/deploy status ${n + 1}`);
    expect(new Set(taken.slice(1).map((each) => each.comment))).toEqual(new Set(again));
    expect(new Set(taken.map(({ delivery }) => delivery)).size).toBe(121);
  });

  test('what is older than it may be is left', async () => {
    await comment('/deploy status');
    isAway = false;
    await round(new Map(), Date.now() + 1000);
    await comment('/deploy help');
    expect(taken.map((each) => each.comment)).toEqual(['/deploy help']);
  });

  test.each([
    ['is refused every time is asked for five times and no more', 401, 5],
    ['could not be stored is asked for until it can be', 500, 7],
  ])('what %s', async (_, answer, times) => {
    refusal = answer;
    await comment('/deploy status');
    const asked = new Map<string, number>();
    for (let n = 1; n <= 7; n++) {
      await round(asked);
      await expect.poll(() => attempts).toBe(1 + Math.min(n, times));
    }
    isAway = false;
    await round(asked);
    await expect.poll(() => taken.length).toBe(times === 7 ? 1 : 0);
  });
});
