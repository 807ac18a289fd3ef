import { describe, expect, test } from 'vitest';
import { followRun } from '../../../action/steps/follow.ts';
import { ManualClock } from '../../../local/clock.ts';
import type { Progress } from '../../../shared/providers/define.ts';
import { createBudget } from '../../../shared/run/budget.ts';
import type { Action, Run } from '../../../shared/run/model.ts';
import { type RunReader, watchRun } from '../../../shared/run/watch.ts';
import { fakeRunner, runOf } from '../fakes.ts';

const minute = 60_000;

function runWith(...actions: Partial<Action>[]): Run {
  const whole = actions.map(
    (action, index): Action => ({
      name: `A${index + 1}`,
      category: 'Build',
      provider: 'CodeBuild',
      runOrder: 1,
      status: 'InProgress',
      externalId: `build:${index + 1}`,
      ...action,
    }),
  );
  const isOver = whole.every(({ status }) => status !== 'InProgress');
  const status = isOver ? 'Succeeded' : 'InProgress';
  return runOf({ status, stages: [{ name: 'Build', status, actions: whole }] });
}

/** A run that changes at the times given, with builds that print a line a second; every call is counted. */
function scene(changes: readonly (readonly [at: number, run: Run])[], print?: () => Progress) {
  const clock = new ManualClock();
  const start = clock.now();
  let calls = 0;
  const current = () => changes.findLast(([at]) => clock.now() - start >= at)![1];
  const reader: RunReader = {
    async run() {
      calls += 2;
      return current();
    },
    async refresh(run) {
      calls += run === current() ? 1 : 3;
      return current();
    },
  };
  const builds = () => {
    let printed = start;
    return {
      async look() {
        calls += 1;
        const lines: string[] = [];
        for (; printed + 1000 <= clock.now(); printed += 1000) lines.push('tick');
        return lines;
      },
    };
  };
  const { runner, told } = fakeRunner();
  const seen: { at: number; run: Run }[] = [];
  const budget = createBudget(clock, () => calls);
  async function* readings() {
    for await (const run of watchRun({ reader, pipeline: 'shop', id: 'r1', clock, budget })) {
      seen.push({ at: clock.now() - start, run });
      yield run;
    }
  }
  const ports = { runner, clock, budget, progress: print ?? builds, onApproval: async () => [] };
  const follow = async (length: number) => {
    const done = followRun(readings(), ports);
    for (let passed = 0; passed < length; passed += 1000) await clock.advance(1000);
    return done;
  };
  return { follow, told, seen, calls: () => calls };
}

describe('what following costs', () => {
  test.each([
    ['one build', [{}]],
    ['four builds side by side', [{}, {}, {}, {}]],
  ])('ten minutes of %s, with its log, are at most 100 calls', async (_, actions) => {
    const ended = actions.map(() => ({ status: 'Succeeded' }));
    const changes = [
      [0, runWith(...actions)],
      [10 * minute, runWith(...ended)],
    ] as const;
    const { follow, calls, told } = scene(changes);
    const run = await follow(11 * minute);
    expect(run.status).toBe('Succeeded');
    expect(calls()).toBeLessThanOrEqual(100);
    // Nothing that was printed is left out.
    const lines = told.flatMap((text) => text.split('\n')).filter((line) => line.endsWith('tick'));
    expect(lines.length).toBeGreaterThanOrEqual(actions.length * 600);
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
    await follow(1 * minute);
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
