import { beforeEach, expect, test } from 'vitest';
import { healthRoutes } from '../../../bot/gates/health.ts';
import type { HttpReply } from '../../../bot/http.ts';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';
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

async function start(slackIfAny: typeof slack | undefined) {
  const store = await openStore({ file: ':memory:', clock, route: testRoute });
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
