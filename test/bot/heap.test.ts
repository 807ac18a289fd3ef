import { expect, test } from 'vitest';
import { createHeap } from '../../bot/heap.ts';
import { ManualClock } from '../../local/clock.ts';

test('memory is saved until there is a rush, and again some seconds after the last one', async () => {
  const clock = new ManualClock();
  const flags: string[] = [];
  const heap = createHeap(clock, (flag) => flags.push(flag));
  expect(flags).toEqual(['--optimize-for-size']);
  heap.rush();
  await clock.advance(9_999);
  heap.rush();
  await clock.advance(9_999);
  expect(flags).toEqual(['--optimize-for-size', '--no-optimize-for-size']);
  await clock.advance(1);
  heap.rush();
  expect(flags.slice(2)).toEqual(['--optimize-for-size', '--no-optimize-for-size']);
});
