import { expect, test } from 'vitest';
import { Arrivals } from '../../bot/store/receive.ts';
import { startWorker } from '../../bot/worker.ts';
import { ManualClock } from '../../local/clock.ts';
import { keepLog } from './quiet.ts';

/** A worker over so many things in lanes of their own, and which of them it has done. */
function working(count: number, holdBack: () => boolean) {
  const clock = new ManualClock();
  const waiting = Array.from({ length: count }, (_, seq) => ({ seq, attempts: 1 }));
  const asked: number[] = [];
  const done: number[] = [];
  const worker = startWorker({
    name: 'queue',
    queue: {
      async claim(_, limit) {
        asked.push(limit);
        return waiting.splice(0, limit);
      },
      failed: async () => {},
      nextAt: async () => undefined,
    },
    work: async ({ seq }) => void done.push(seq),
    createdAt: () => 0,
    clock,
    log: keepLog(),
    lanes: 4,
    holdBack,
  });
  return { clock, worker, asked, done };
}

test('held back, a worker does one thing now and then; let go, all that is left', async () => {
  let isCrowded = true;
  const { clock, worker, done } = working(9, () => isCrowded);
  await clock.advance(0);
  expect(done).toEqual([0]);
  worker.wake();
  await clock.advance(249);
  expect(done).toEqual([0]);
  await clock.advance(251);
  expect(done).toEqual([0, 1, 2]);
  isCrowded = false;
  await clock.advance(250);
  await worker.idle();
  expect(done).toHaveLength(9);
  await worker.stop();
});

test('nothing is left lying, whenever the crowd ends', async () => {
  for (let looks = 0; looks < 20; looks++) {
    let left = looks;
    const { clock, worker, asked, done } = working(3, () => left-- > 0);
    await clock.advance(0);
    await clock.advance(1_000);
    expect(done).toEqual([0, 1, 2]);
    expect(asked.length).toBeLessThan(9);
    await worker.stop();
  }
});

test('held back, a worker goes on when the clock is set back', async () => {
  const { clock, worker, done } = working(3, () => true);
  await clock.advance(0);
  await clock.advance(-3_600_000);
  worker.wake();
  await clock.advance(0);
  expect(done).toEqual([0, 1]);
  await clock.advance(250);
  expect(done).toEqual([0, 1, 2]);
  await worker.stop();
});

test('a worker that got less than it asked for does not ask again until something is done or comes', async () => {
  const { clock, worker, asked } = working(0, () => false);
  await clock.advance(0);
  expect(asked).toEqual([4]);
  worker.wake();
  await clock.advance(0);
  expect(asked).toEqual([4, 4]);
  await worker.stop();
});

test('thirty arrivals in a tenth of a second are a crowd, until fewer come, and a hundred a rush', async () => {
  const clock = new ManualClock();
  let rushes = 0;
  const onRush = () => {
    rushes++;
  };
  const arrivals = new Arrivals(clock, { onReceived() {}, onRush });
  const arrive = (count: number) => {
    for (let left = count; left > 0; left--) {
      void arrivals.add({ source: 'aws', id: 'x', kind: 'event', lane: 'x', payload: {} }, () => {});
    }
  };
  arrive(29);
  expect(arrivals.isCrowd).toBe(false);
  arrive(9);
  expect(arrivals.isCrowd).toBe(true);
  expect(rushes).toBe(0);
  arrive(99);
  expect(rushes).toBe(1);
  await clock.advance(100);
  arrive(29);
  expect(arrivals.isCrowd).toBe(true);
  await clock.advance(100);
  expect(arrivals.isCrowd).toBe(false);
});

/** What is done with a thing that was claimed so often, and may have failed before. */
async function claimedAgain(item: { attempts: number; error?: string }) {
  const waiting = [{ seq: 1, ...item }];
  const done: number[] = [];
  const failed: unknown[] = [];
  const worker = startWorker<(typeof waiting)[number]>({
    name: 'queue',
    queue: {
      claim: async (_, limit) => waiting.splice(0, limit),
      failed: async (_, failure) => void failed.push(failure),
      nextAt: async () => undefined,
    },
    work: async ({ seq }) => void done.push(seq),
    createdAt: () => 0,
    clock: new ManualClock(),
    log: keepLog(),
    lanes: 1,
  });
  await worker.idle();
  await worker.stop();
  return { done, failed };
}

test('what was begun twenty times and never ended is given up, as it seems to end the bot', async () => {
  expect(await claimedAgain({ attempts: 20 })).toEqual({ done: [1], failed: [] });
  expect(await claimedAgain({ attempts: 21 })).toEqual({
    done: [],
    failed: [{ error: 'The bot ended with each try of it' }],
  });
});

test('what fails for a day is tried as long', async () => {
  const outage = { attempts: 300, error: 'Slack is away' };
  expect(await claimedAgain(outage)).toEqual({ done: [1], failed: [] });
});
