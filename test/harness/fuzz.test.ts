import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { repeated } from './fuzz/inputs.ts';
import { targets } from './fuzz/parsers.ts';
import type { Done, Job } from './fuzz/worker.ts';
import { isLong } from './long.ts';

vi.setConfig({ testTimeout: isLong ? 30 * 60_000 : 2 * 60_000 });

const names = Object.keys(targets);
/** Of a million inputs a quarter is YAML and JSON files, which take longest to read. */
const slow: readonly string[] = ['buildspec', 'appspec', 'policy', 'pipeline'];
const inputs = (target: string) => (slow.includes(target) ? 62_500 : 250_000) / (isLong ? 1 : 50);
const batch = 500;
/** A batch takes about half a second; who takes this long hangs. */
const hangs = 60_000;
/** No single input may take longer, on however busy a machine. */
const longest = 3_000;

let worker: Worker;
beforeAll(() => {
  worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url));
});
afterAll(() => worker.terminate());

async function run(job: Job): Promise<Done> {
  const answer = once(worker, 'message', { signal: AbortSignal.timeout(hangs) });
  worker.postMessage(job);
  return answer.then(
    ([done]) => done as Done,
    (cause) => {
      throw new Error(`${JSON.stringify(job).slice(0, 300)} did not end`, { cause });
    },
  );
}

function expectFine({ failure, slowest, slowestInput }: Done): void {
  expect(failure).toBeUndefined();
  if (slowest > longest) expect(slowestInput.slice(0, 400), `took ${slowest} ms`).toBeUndefined();
}

test.each(names)('whatever the %s parser is given, it answers in time and with sense', async (target) => {
  const base = isLong ? Math.floor(Math.random() * 2 ** 30) : 20_261_121;
  for (let count = 0; count < inputs(target); count += batch) {
    const job = { target, seed: base + count, count: batch };
    expectFine(await run(job));
  }
});

/** The least of some turns, since others use this machine, too. */
async function timeOf(target: string, text: string, turns: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const done = await run({ target, text });
    expectFine(done);
    times.push(done.slowest);
  }
  return Math.min(...times);
}

// Four times the text may take four times the time; sixteen times is a square, and more than that a trap.
const mostGrowth = 16;
/** Less is noise: what grows faster takes far more at these lengths. */
const noise = 200;

test.each(names)('the %s parser takes no time out of proportion, whatever is repeated', async (target) => {
  const [example = ''] = targets[target]!.examples;
  const units = isLong
    ? [...repeated, ...targets[target]!.tokens]
    : repeated.filter((_, index) => index % 8 === 0);
  for (const unit of units) {
    for (const frame of isLong ? ['', example] : ['']) {
      const text = (length: number) => `${frame}${unit.repeat(length / unit.length)}!`;
      if ((await timeOf(target, text(16_000), 1)) <= noise) continue;
      const [small, large] = [await timeOf(target, text(4_000), 3), await timeOf(target, text(16_000), 3)];
      expect(
        large / Math.max(small, noise / mostGrowth),
        JSON.stringify([frame.slice(0, 20), unit]),
      ).toBeLessThan(mostGrowth);
    }
  }
});
