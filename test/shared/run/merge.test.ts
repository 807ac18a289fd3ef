import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEvent, mergeRuns, type RunChange, unknownRun } from '../../../shared/run/merge.ts';
import type { Action, Run, Stage } from '../../../shared/run/model.ts';

const second = (n: number) => Date.parse('2026-01-01T00:00:00Z') + n * 1000;
const of = { pipeline: 'shop', run: 'r1' };

function pending(name: string, category = 'Build', provider = 'CodeBuild'): Action {
  return { name, category, provider, runOrder: 1, status: 'Pending' };
}

const defined: Run = {
  ...unknownRun({ pipeline: 'shop', id: 'r1', region: 'us-east-1' }),
  stages: [
    { name: 'Source', status: 'Pending', actions: [pending('S3', 'Source', 'S3')] },
    { name: 'Build', status: 'Pending', actions: [pending('Compile'), pending('Test')] },
  ],
};

const story: RunChange[] = [
  { ...of, kind: 'run', state: 'STARTED', at: second(0) },
  { ...of, kind: 'stage', stage: 'Build', state: 'STARTED', at: second(1) },
  {
    ...of,
    kind: 'action',
    stage: 'Build',
    action: 'Compile',
    state: 'STARTED',
    at: second(1),
    externalId: 'b:1',
  },
  {
    ...of,
    kind: 'action',
    stage: 'Build',
    action: 'Compile',
    state: 'FAILED',
    at: second(5),
    summary: 'exit 1',
  },
  { ...of, kind: 'stage', stage: 'Build', state: 'FAILED', at: second(5) },
  { ...of, kind: 'run', state: 'FAILED', at: second(6) },
];

function fold(run: Run, events: readonly RunChange[]): Run {
  return events.reduce(applyEvent, run);
}

function buildOf(run: Run): Stage {
  return run.stages.find(({ name }) => name === 'Build')!;
}

describe('events of a run', () => {
  test('move it, its stages and its actions', () => {
    const run = fold(defined, story);
    expect(run).toMatchObject({ status: 'Failed', startedAt: second(0), endedAt: second(6) });
    expect(buildOf(run)).toMatchObject({ status: 'Failed', startedAt: second(1), endedAt: second(5) });
    expect(buildOf(run).actions[0]).toMatchObject({
      status: 'Failed',
      endedAt: second(5),
      summary: 'exit 1',
    });
    expect(buildOf(run).actions[1]).toMatchObject({ status: 'Pending' });
  });

  test('of another run or pipeline change nothing', () => {
    expect(applyEvent(defined, { ...story[5]!, run: 'r2' })).toBe(defined);
    expect(applyEvent(defined, { ...story[5]!, pipeline: 'other' })).toBe(defined);
  });

  test('within one second: an end is later than a start', () => {
    const start = story[2]!;
    const end: RunChange = { ...story[3]!, at: start.at };
    for (const events of [
      [start, end],
      [end, start],
    ]) {
      expect(buildOf(fold(defined, events)).actions[0]?.status).toBe('Failed');
    }
  });

  test('a retry moves on from a failure, and the late failure does not undo it', () => {
    const resumed: RunChange = { ...of, kind: 'stage', stage: 'Build', state: 'RESUMED', at: second(9) };
    for (const events of [
      [...story, resumed],
      [resumed, ...story],
    ]) {
      const stage = buildOf(fold(defined, events));
      expect(stage).toMatchObject({ status: 'InProgress', startedAt: second(9) });
      expect(stage.endedAt).toBeUndefined();
    }
  });

  test('a state nobody has heard of is kept as it came', () => {
    const run = fold(defined, [{ ...of, kind: 'run', state: 'PONDERING', at: second(1) }]);
    expect(run.status).toBe('PONDERING');
    expect(run.endedAt).toBeUndefined();
  });

  test('a stage and an action that the definition lacks are added', () => {
    const event: RunChange = {
      ...of,
      kind: 'action',
      stage: 'New',
      action: 'A',
      state: 'STARTED',
      at: second(1),
    };
    const { stages } = applyEvent(defined, event);
    expect(stages.map(({ name }) => name)).toEqual(['Source', 'Build', 'New']);
    expect(stages[2]?.actions[0]).toMatchObject({ name: 'A', status: 'InProgress' });
  });
});

const anyEvent: fc.Arbitrary<RunChange> = fc
  .record({
    at: fc.integer({ min: 0, max: 6000 }).map((ms) => second(0) + ms),
    state: fc.constantFrom('STARTED', 'RESUMED', 'SUCCEEDED', 'FAILED', 'STOPPING', 'CANCELED', 'PONDERING'),
    kind: fc.constantFrom('run', 'stage', 'action'),
    stage: fc.constantFrom('Source', 'Build', 'New', 'Newer'),
    action: fc.constantFrom('Compile', 'Test', 'Other', 'Another'),
    externalId: fc.option(fc.constantFrom('b:1', 'b:2'), { nil: undefined }),
    summary: fc.option(fc.constantFrom('good', 'bad'), { nil: undefined }),
  })
  .map((event) => ({ ...of, ...event }) as RunChange);

describe('whatever the order and however often', () => {
  test('the same events give the same run', () => {
    const history = fc.array(anyEvent, { maxLength: 12 }).chain((events) =>
      fc.record({
        events: fc.constant(events),
        shuffled: fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(defined, unknownRun({ ...defined })),
        ({ events, shuffled }, base) => {
          expect(fold(base, shuffled)).toEqual(fold(base, events));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('two readings merge to the same run as all their events', () => {
    const events = fc.array(anyEvent, { maxLength: 8 });
    fc.assert(
      fc.property(events, events, (some, others) => {
        const merged = mergeRuns(fold(defined, some), fold(defined, others));
        expect(merged).toEqual(fold(defined, [...some, ...others]));
        expect(mergeRuns(merged, merged)).toEqual(merged);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('why an action failed', () => {
  const reason = { text: 'exit status 1' };
  const explained = (run: Run): Run => ({
    ...run,
    stages: run.stages.map((stage) => ({
      ...stage,
      actions: stage.actions.map((action) => (action.status === 'Failed' ? { ...action, reason } : action)),
    })),
  });

  test('stays with the failure when it is read again', () => {
    const failed = fold(defined, story);
    expect(buildOf(mergeRuns(explained(failed), failed)).actions[0]?.reason).toEqual(reason);
    expect(buildOf(fold(explained(failed), story)).actions[0]?.reason).toEqual(reason);
  });

  test('goes when the action is retried, even if that fails too', () => {
    const again: RunChange[] = [
      { ...of, kind: 'action', stage: 'Build', action: 'Compile', state: 'STARTED', at: second(20) },
      { ...of, kind: 'action', stage: 'Build', action: 'Compile', state: 'FAILED', at: second(25) },
    ];
    const retried = fold(explained(fold(defined, story)), again);
    expect(buildOf(retried).actions[0]).toMatchObject({ status: 'Failed', endedAt: second(25) });
    expect(buildOf(retried).actions[0]?.reason).toBeUndefined();
  });
});
