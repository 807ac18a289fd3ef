import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { metricsRoute } from '../../bot/gates/metrics.ts';
import { openStore } from '../../bot/store/open.ts';
import type { Store } from '../../bot/store/store.ts';
import { retention } from '../../bot/store/upkeep.ts';
import { ManualClock } from '../../local/clock.ts';
import { testRoute } from './store/conformance/samples.ts';

const run = promisify(execFile);
const tool = join(import.meta.dirname, '..', '..', 'bot', 'outbox', 'main.ts');

let folder: string;
let file: string;
let clock: ManualClock;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-upkeep-'));
  file = join(folder, 'store.sqlite');
  clock = new ManualClock();
  store = await openStore({ file, clock, route: testRoute });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function giveUpOn(target: string): Promise<void> {
  await store.transaction((tx) => tx.emit([{ kind: 'note', data: { target } }]));
  const [effect] = await store.outbox.claim(clock.now(), 1);
  await store.outbox.failed(effect!.seq, { error: 'channel_is_archived' });
}

const arrive = (id: string) =>
  store.inbox.receive({ source: 'slack', id, kind: 'command', lane: id, payload: {} });

test('what is done is forgotten after its time, and what is not done never', async () => {
  await arrive('done');
  const [done] = await store.inbox.claim(clock.now(), 1);
  await store.inbox.done(done!.seq);
  await arrive('open');
  await giveUpOn('C1');
  await clock.advance(retention.deliveries - 1);
  expect(await store.forgetOld()).toBe(0);
  await clock.advance(2);
  expect(await store.forgetOld()).toBe(1);
  await clock.advance(retention.runs);
  await store.forgetOld();
  expect(await store.measure()).toMatchObject([
    { queue: 'inbox', open: 1, dead: 0 },
    { queue: 'outbox', open: 0, dead: 0 },
  ]);
});

test('the metrics tell how much waits, for how long, and what was given up', async () => {
  await arrive('a');
  await giveUpOn('C1');
  await clock.advance(90_000);
  const { body } = await metricsRoute({ store, clock }).handle({ headers: {}, body: Buffer.alloc(0) });
  const lines = String(body).split('\n');
  expect(lines).toContain('drawbridge_queue_open{queue="inbox"} 1');
  expect(lines).toContain('drawbridge_queue_oldest_seconds{queue="inbox"} 90');
  expect(lines).toContain('drawbridge_queue_dead{queue="outbox"} 1');
  expect(lines).toContain('drawbridge_live_runs 0');
});

test('an operator reads what was given up and has it tried again, while the bot has the store open', async () => {
  const call = (...words: string[]) =>
    run(process.execPath, [tool, ...words], { env: { PATH: process.env.PATH, DRAWBRIDGE_DATA: file } });
  expect((await call('list')).stdout).toBe('Nothing was given up on.\n');
  await giveUpOn('C1');
  const { stdout } = await call('list');
  expect(stdout).toMatch(/^\d+ {2}2026-01-01T00:00:00.000Z {2}note to C1, 1 try: channel_is_archived\n$/);
  const [number = ''] = stdout.split(' ');
  expect((await call('replay', number)).stdout).toBe(`${number} is tried again within a minute.\n`);
  expect(await store.outbox.claim(Date.now(), 1)).toMatchObject([{ target: 'C1', attempts: 2 }]);
  await expect(call('replay', number)).rejects.toMatchObject({
    stderr: `There is no ${number} in the list.\n`,
  });
  await expect(call('sing')).rejects.toMatchObject({ code: 1 });
});
