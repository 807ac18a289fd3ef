import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { healthRoutes } from '../../../bot/gates/health.ts';
import type { HttpReply } from '../../../bot/http.ts';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { startPostgres } from '../../postgres.ts';
import { testRoute } from '../store/conformance/samples.ts';

let clock: ManualClock;
let isSlackAway: boolean;
let asked: number;

beforeEach(() => {
  clock = new ManualClock();
  isSlackAway = false;
  asked = 0;
});

const slack = {
  async check() {
    asked += 1;
    if (isSlackAway) throw new Error('Slack cannot be reached');
  },
};

async function start(
  slackIfAny: typeof slack | undefined,
  database: { file: string } | { url: Secret } = { file: ':memory:' },
) {
  const store = await openStore({ ...database, clock, route: testRoute });
  const routes = healthRoutes({ store, slack: slackIfAny, clock });
  const get = (path: string): Promise<HttpReply> | HttpReply | undefined =>
    routes.find((route) => route.path === path)?.handle({ headers: {}, body: Buffer.alloc(0) });
  return { store, get };
}

test('it is ready while the database and Slack answer, and not ready while Slack does not', async () => {
  const { store, get } = await start(slack);
  expect(await get('/readyz')).toEqual({ status: 200, body: 'Ready.' });
  isSlackAway = true;
  await clock.advance(10_000);
  expect(await get('/readyz')).toEqual({ status: 503, body: 'Not ready: Slack cannot be reached.' });
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  isSlackAway = false;
  await clock.advance(10_000);
  expect(await get('/readyz')).toMatchObject({ status: 200 });
  await store.close();
});

test('it is not ready without its database', async () => {
  const { store, get } = await start(undefined);
  expect(await get('/readyz')).toMatchObject({ status: 200 });
  await store.close();
  expect(await get('/readyz')).toMatchObject({ status: 503, body: expect.stringMatching(/^Not ready: ./) });
  expect(await get('/healthz')).toMatchObject({ status: 200 });
});

test('however often it is asked, Slack is asked once in ten seconds', async () => {
  const { store, get } = await start(slack);
  for (let count = 0; count < 5; count++) await get('/readyz');
  expect(asked).toBe(1);
  await clock.advance(10_000);
  await Promise.all([get('/readyz'), get('/readyz')]);
  expect(asked).toBe(2);
  await store.close();
});

test('after a sync that failed it is to be restarted, and is ready after that', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-health-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'store.sqlite');
  const broken = await start(undefined, { file });
  expect(await broken.get('/healthz')).toMatchObject({ status: 200 });
  const sync = vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
    throw new Error('EIO');
  });
  const delivery = { source: 'aws' as const, id: 'e', kind: 'event', lane: 'e', payload: {} };
  await expect(broken.store.inbox.receive(delivery)).rejects.toThrow('EIO');
  sync.mockRestore();
  const why = 'The store could not be brought to the disk: EIO.';
  expect(await broken.get('/healthz')).toEqual({ status: 503, body: `To be restarted: ${why}` });
  expect(await broken.get('/readyz')).toEqual({ status: 503, body: `Not ready: ${why}` });
  await broken.store.close();

  const { store, get } = await start(undefined, { file });
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  expect(await get('/readyz')).toMatchObject({ status: 200 });
  await store.close();
});

test('it is not ready while PostgreSQL only answers reads, and needs no restart for that', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.close());
  const url = await postgres.createDatabase();
  const { store, get } = await start(undefined, { url: new Secret(url) });
  expect(await get('/readyz')).toMatchObject({ status: 200 });
  await postgres.query("alter system set default_transaction_read_only = 'on'");
  await postgres.query('select pg_reload_conf()');
  const body = 'Not ready: PostgreSQL takes no writes.';
  await expect.poll(() => get('/readyz')).toEqual({ status: 503, body });
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  await store.close();
});
