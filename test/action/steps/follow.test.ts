import { describe, expect, test } from 'vitest';
import { runWith, scene, tenMinutes } from './scene.ts';

describe('what following costs', () => {
  test.each([1, 4])('ten minutes of %d builds, with their logs, are at most 100 calls', async (builds) => {
    const { run, calls, told } = await tenMinutes(builds);
    expect(run.status).toBe('Succeeded');
    expect(calls).toBeLessThanOrEqual(100);
    // Nothing that was printed is left out.
    const lines = told.flatMap((text) => text.split('\n')).filter((line) => line.endsWith('tick'));
    expect(lines.length).toBeGreaterThanOrEqual(builds * 600);
  });

  test('a change is seen within 3 s while things move, though logs are read as well', async () => {
    const steps = [4, 9, 15, 20, 26, 33].map((second) => second * 1000);
    const changes = [0, ...steps].map((at, index) => {
      const isLast = index === steps.length;
      const actions = Array.from({ length: index + 1 }, (_, i) => ({
        status: isLast || i < index ? 'Succeeded' : 'InProgress',
      }));
      return [at, runWith(...actions)] as const;
    });
    const { follow, seen } = scene(changes);
    await follow(60_000);
    // A log that has just ended is waited for, which is the only thing that may hold up the next look.
    for (const [at, run] of changes) {
      const found = seen.find((one) => one.run === run);
      expect(found!.at - at).toBeLessThanOrEqual(3000);
    }
  });
});

test('groups take turns, and a line of the run stands outside of them', async () => {
  let looks = 0;
  const print = () => ({ look: async () => [`line ${++looks}`] });
  const changes = [
    [0, runWith({}, {})],
    [3000, runWith({ status: 'Succeeded' }, { status: 'Succeeded' })],
  ] as const;
  const { follow, told } = scene(changes, print);
  await follow(20_000);
  expect(told.slice(0, 8)).toEqual([
    'info: 🔵 shop in progress',
    'info: 🔵 Build in progress',
    'info:   🔵 A1 (CodeBuild) in progress',
    'info:   🔵 A2 (CodeBuild) in progress',
    'group: Build/A1: build build:1',
    'info: line 1',
    'group: Build/A2: build build:2',
    'info: line 2',
  ]);
  expect(told).toContain('group: Build/A1: build build:1 (continued)');
  expect(told.at(-1)).toBe('info: ✅ shop succeeded');
});

test('a log that cannot be read is said once', async () => {
  const print = () => ({ look: () => Promise.reject(new Error('allow logs:GetLogEvents')) });
  const changes = [
    [0, runWith({})],
    [30_000, runWith({ status: 'Succeeded' })],
  ] as const;
  const { follow, told } = scene(changes, print);
  await follow(40_000);
  expect(told.filter((text) => text.startsWith('warning'))).toEqual([
    'warning: Build/A1: build build:1 cannot be followed: allow logs:GetLogEvents',
  ]);
});
