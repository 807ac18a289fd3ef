import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type AnyEffect, type Attempt, defineEffect, type Effect } from '../../../bot/effect.ts';
import { startDeliverer } from '../../../bot/outbox/deliver.ts';
import { DeliveryError } from '../../../bot/outbox/retry.ts';
import { createRoute } from '../../../bot/outbox/route.ts';
import type { Ports } from '../../../bot/ports.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { Worker } from '../../../bot/worker.ts';
import { ManualClock } from '../../../local/clock.ts';
import { keepLog } from '../quiet.ts';

const schema = z.object({ target: z.string(), value: z.number(), key: z.string().optional() });
type Note = z.infer<typeof schema>;

let folder: string;
let clock: ManualClock;
let store: Store;
let worker: Worker | undefined;
let log: ReturnType<typeof keepLog>;
let done: Note[];
let perform: (note: Note, attempt: Attempt) => Promise<Effect[]>;

const note = defineEffect({
  kind: 'note',
  schema,
  target: ({ target }) => target,
  coalesce: ({ key }) => key,
  perform: (data, _ports, attempt) => perform(data, attempt),
});
const kinds: readonly AnyEffect[] = [note];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-outbox-'));
  clock = new ManualClock();
  log = keepLog();
  done = [];
  perform = async (data) => {
    done.push(data);
    return [];
  };
  await start();
});
afterEach(async () => {
  await worker?.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  store = await openStore({ file: join(folder, 'store.sqlite'), clock, route: createRoute(kinds) });
  // The deliverer and this effect use no more of the ports than these.
  worker = startDeliverer({ store, clock, log } as unknown as Ports, { kinds, random: () => 1 });
}

function emit(...notes: Note[]): Promise<void> {
  return store.transaction((tx) =>
    tx.emit(
      notes.map((data) => note.of(data)),
      'request-1',
    ),
  );
}

async function settle(): Promise<void> {
  await worker?.idle();
}

/** Performs nothing until told; then in the order of asking. */
function gateEffects() {
  const waiting: { data: Note; go: () => void }[] = [];
  perform = (data) =>
    new Promise((resolve) => {
      waiting.push({
        data,
        go: () => {
          done.push(data);
          resolve([]);
        },
      });
    });
  return waiting;
}

test('effects are carried out as soon as they are committed, without the clock moving', async () => {
  await emit({ target: 'a', value: 1 }, { target: 'b', value: 2 });
  await settle();
  expect(done.map(({ value }) => value).sort()).toEqual([1, 2]);
});

test('a target’s effects keep their order, and a slow target holds up no other', async () => {
  const waiting = gateEffects();
  await emit({ target: 'a', value: 1 }, { target: 'a', value: 2 }, { target: 'b', value: 3 });
  await expect.poll(() => waiting.map(({ data }) => data.value)).toEqual([1, 3]);
  waiting[1]?.go();
  await expect.poll(() => done).toMatchObject([{ value: 3 }]);
  expect(waiting).toHaveLength(2);
  waiting[0]?.go();
  await expect.poll(() => waiting).toHaveLength(3);
  waiting[2]?.go();
  await settle();
  expect(done.map(({ value }) => value)).toEqual([3, 1, 2]);
});

test('of the views of one message that wait, only the newest is sent', async () => {
  const waiting = gateEffects();
  await emit({ target: 'a', value: 1, key: 'm' });
  await expect.poll(() => waiting).toHaveLength(1);
  for (const value of [2, 3, 4]) await emit({ target: 'a', value, key: 'm' });
  waiting[0]?.go();
  await expect.poll(() => waiting).toHaveLength(2);
  waiting[1]?.go();
  await settle();
  expect(done.map(({ value }) => value)).toEqual([1, 4]);
});

test('what fails is tried again, later each time, until it works', async () => {
  const tries: number[] = [];
  const numbers: number[] = [];
  const ids = new Set<string>();
  perform = async (_, { number, id }) => {
    tries.push(clock.now());
    numbers.push(number);
    ids.add(id);
    if (number < 4) throw new Error('flaky');
    return [];
  };
  await emit({ target: 'a', value: 1 });
  await settle();
  for (const wait of [1_000, 2_000, 4_000]) {
    await clock.advance(wait - 1);
    await settle();
    const before = tries.length;
    await clock.advance(1);
    await settle();
    expect(tries).toHaveLength(before + 1);
  }
  expect(numbers).toEqual([1, 2, 3, 4]);
  expect(ids.size).toBe(1);
  expect(await store.outbox.dead(10)).toEqual([]);
});

test('a rate limit is waited out as long as it asks, and holds up its own target only', async () => {
  perform = async (data, { number }) => {
    if (data.value === 1 && number === 1) {
      throw new DeliveryError('wait', { reason: 'limited', retryAfter: 30_000 });
    }
    done.push(data);
    return [];
  };
  await emit({ target: 'busy', value: 1 }, { target: 'busy', value: 2 }, { target: 'free', value: 3 });
  await settle();
  expect(done.map(({ value }) => value)).toEqual([3]);
  await clock.advance(29_999);
  await settle();
  expect(done).toHaveLength(1);
  await clock.advance(251);
  await settle();
  expect(done.map(({ value }) => value)).toEqual([3, 1, 2]);
});

test('what is refused is set aside at once, with the reason, and the next has its turn', async () => {
  perform = async (data) => {
    if (data.value === 1) throw new DeliveryError('channel is archived', { reason: 'refused' });
    done.push(data);
    return [];
  };
  await emit({ target: 'a', value: 1 }, { target: 'a', value: 2 });
  await settle();
  expect(done).toMatchObject([{ value: 2 }]);
  expect(await store.outbox.dead(10)).toMatchObject([{ data: { value: 1 }, error: 'channel is archived' }]);
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('what never works is given up after twelve tries, an outage only after a day', async () => {
  let tries = 0;
  perform = async ({ value }) => {
    tries++;
    if (value === 1) throw new Error('broken', { cause: new Error('deep down') });
    throw new DeliveryError('away', { reason: 'unreachable' });
  };
  await emit({ target: 'a', value: 1 });
  for (let minute = 0; minute < 60; minute++) {
    await settle();
    await clock.advance(60_000);
  }
  expect(tries).toBe(12);
  expect(await store.outbox.dead(10)).toMatchObject([{ error: 'broken: deep down', attempts: 12 }]);

  await emit({ target: 'a', value: 2 });
  for (let hour = 0; hour < 23; hour++) {
    await settle();
    await clock.advance(3_600_000);
  }
  expect(await store.outbox.dead(10)).toHaveLength(1);
  for (let hour = 0; hour < 3; hour++) {
    await settle();
    await clock.advance(3_600_000);
  }
  await settle();
  expect(await store.outbox.dead(10)).toHaveLength(2);
});

test('what follows from an effect is carried out after it', async () => {
  perform = async (data) => {
    done.push(data);
    return data.value < 3 ? [note.of({ target: 'a', value: data.value + 1 })] : [];
  };
  await emit({ target: 'a', value: 1 });
  await settle();
  expect(done.map(({ value }) => value)).toEqual([1, 2, 3]);
});

test('what was being carried out when the process died is carried out again after the start', async () => {
  const waiting = gateEffects();
  await emit({ target: 'a', value: 1 }, { target: 'a', value: 2 });
  await expect.poll(() => waiting).toHaveLength(1);
  // The store is left as a crash leaves it; the old deliverer can write nothing more.
  await store.close();
  const numbers: number[] = [];
  perform = async (data, { number }) => {
    numbers.push(number);
    done.push(data);
    return [];
  };
  const crashed = worker;
  await start();
  await settle();
  expect(done.map(({ value }) => value)).toEqual([1, 2]);
  expect(numbers).toEqual([2, 1]);
  waiting[0]?.go();
  await crashed?.stop();
});

test('stopping waits for what is under way and starts nothing more', async () => {
  const waiting = gateEffects();
  await emit({ target: 'a', value: 1 }, { target: 'a', value: 2 });
  await expect.poll(() => waiting).toHaveLength(1);
  let stopped = false;
  const stopping = worker?.stop().then(() => {
    stopped = true;
  });
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  waiting[0]?.go();
  await stopping;
  expect(waiting).toHaveLength(1);
});

test('an effect that does not fit its schema, or has no kind, is refused before anything is stored', async () => {
  await expect(
    store.transaction((tx) => tx.emit([{ kind: 'note', data: { value: 'x' } }])),
  ).rejects.toThrow();
  await expect(store.transaction((tx) => tx.emit([{ kind: 'nothing', data: {} }]))).rejects.toThrow(
    'There is no effect called nothing',
  );
});
