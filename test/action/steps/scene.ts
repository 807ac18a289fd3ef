import { followRun } from '../../../action/steps/follow.ts';
import { ManualClock } from '../../../local/clock.ts';
import type { Progress } from '../../../shared/providers/define.ts';
import { createBudget } from '../../../shared/run/budget.ts';
import type { Action, Run } from '../../../shared/run/model.ts';
import { type RunReader, watchRun } from '../../../shared/run/watch.ts';
import { fakeRunner, runOf } from '../fakes.ts';

export function runWith(...actions: Partial<Action>[]): Run {
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
export function scene(changes: readonly (readonly [at: number, run: Run])[], print?: () => Progress) {
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

const minute = 60_000;

/** Follows builds side by side for ten minutes, each of which prints a line a second. */
export async function tenMinutes(builds: number) {
  const actions = Array.from({ length: builds }, () => ({}));
  const ended = actions.map(() => ({ status: 'Succeeded' }));
  const { follow, calls, told } = scene([
    [0, runWith(...actions)],
    [10 * minute, runWith(...ended)],
  ]);
  const run = await follow(11 * minute);
  return { run, calls: calls(), told };
}
