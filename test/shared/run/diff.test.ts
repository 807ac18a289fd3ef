import { expect, test } from 'vitest';
import { diffRuns, type Happening } from '../../../shared/run/diff.ts';
import { applyEvent, type RunChange, unknownRun } from '../../../shared/run/merge.ts';
import type { Run } from '../../../shared/run/model.ts';

const of = { pipeline: 'shop', run: 'r1' };
const build = { ...of, kind: 'action', stage: 'Build', action: 'Compile' } as const;
const gate = { ...of, kind: 'action', stage: 'Gate', action: 'Approve' } as const;
const empty: Run = {
  ...unknownRun({ pipeline: 'shop', id: 'r1', region: 'us-east-1' }),
  stages: [
    {
      name: 'Build',
      status: 'Pending',
      actions: [
        { name: 'Compile', category: 'Build', provider: 'CodeBuild', runOrder: 1, status: 'Pending' },
      ],
    },
    {
      name: 'Gate',
      status: 'Pending',
      actions: [
        { name: 'Approve', category: 'Approval', provider: 'Manual', runOrder: 1, status: 'Pending' },
      ],
    },
  ],
};

function words(happenings: Happening[]): string[] {
  return happenings.map((each) => {
    if (each.kind === 'run') return `run ${each.run.status}${each.ended ? ', ended' : ''}`;
    if (each.kind === 'stage') return `stage ${each.stage.name} ${each.stage.status}`;
    return `${each.kind} ${each.stage.name}/${each.action.name} ${each.action.status}`;
  });
}

function after(run: Run, ...events: RunChange[]): Run {
  return events.reduce(applyEvent, run);
}

const built = after(
  empty,
  { ...build, state: 'STARTED', at: 1000 },
  { ...build, state: 'SUCCEEDED', at: 5000 },
  { ...of, kind: 'stage', stage: 'Build', state: 'SUCCEEDED', at: 5000 },
);

test('a run seen for the first time tells all that has begun', () => {
  expect(words(diffRuns(undefined, built))).toEqual([
    'run InProgress',
    'action Build/Compile Succeeded',
    'stage Build Succeeded',
  ]);
});

test('nothing happens between a reading and itself', () => {
  expect(diffRuns(built, built)).toEqual([]);
});

test('a manual approval begins to wait', () => {
  const waiting = after(
    built,
    { ...of, kind: 'stage', stage: 'Gate', state: 'STARTED', at: 6000 },
    { ...gate, state: 'STARTED', at: 6000 },
  );
  expect(words(diffRuns(built, waiting))).toEqual([
    'stage Gate InProgress',
    'approval Gate/Approve InProgress',
  ]);
});

test('a failure comes before the end that it causes', () => {
  const failed = after(
    built,
    { ...gate, state: 'FAILED', at: 9000 },
    { ...of, kind: 'stage', stage: 'Gate', state: 'FAILED', at: 9000 },
    { ...of, kind: 'run', state: 'FAILED', at: 9000 },
  );
  expect(words(diffRuns(built, failed))).toEqual([
    'action Gate/Approve Failed',
    'stage Gate Failed',
    'run Failed, ended',
  ]);
});

test('a retry that failed again has happened', () => {
  const first = after(
    empty,
    { ...build, state: 'STARTED', at: 1000 },
    { ...build, state: 'FAILED', at: 2000 },
  );
  const second = after(
    first,
    { ...build, state: 'STARTED', at: 8000 },
    { ...build, state: 'FAILED', at: 9000 },
  );
  expect(words(diffRuns(first, second))).toEqual(['action Build/Compile Failed']);
});

test('the same start told more precisely is not a retry', () => {
  const told = after(
    empty,
    { ...build, state: 'STARTED', at: 1000 },
    { ...build, state: 'SUCCEEDED', at: 1000 },
  );
  const read = after(
    told,
    { ...build, state: 'STARTED', at: 1200 },
    { ...build, state: 'SUCCEEDED', at: 1900 },
  );
  expect(diffRuns(told, read)).toEqual([]);
});
