import type {
  ActionExecutionDetail,
  PipelineDeclaration,
  PipelineExecution,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, test } from 'vitest';
import { runFrom, runFromSummary } from '../../../shared/run/read.ts';

const type = (category: 'Source' | 'Build' | 'Deploy', provider: string) => ({
  category,
  provider,
  owner: 'AWS' as const,
  version: '1',
});

const definition: PipelineDeclaration = {
  name: 'shop',
  roleArn: 'arn:aws:iam::123456789012:role/shop',
  stages: [
    { name: 'Source', actions: [{ name: 'S3', actionTypeId: type('Source', 'S3') }] },
    {
      name: 'Build',
      actions: [
        { name: 'Compile', actionTypeId: type('Build', 'CodeBuild'), runOrder: 1 },
        { name: 'Test', actionTypeId: type('Build', 'CodeBuild'), runOrder: 2 },
      ],
    },
    { name: 'Deploy', actions: [{ name: 'Release', actionTypeId: type('Deploy', 'CodeDeploy') }] },
  ],
};

const at = (seconds: number) => new Date(seconds * 1000);

/** `Build/Compile Failed 5-9`: an action execution and its times in seconds. */
function details(...lines: string[]): ActionExecutionDetail[] {
  return lines.map((line, index) => {
    const [, stageName, actionName, status, start, end] = /^(\w+)\/(\w+) (\w+) (\d+)-(\d*)$/.exec(line)!;
    return {
      stageName,
      actionName,
      status: status as ActionExecutionDetail['status'],
      actionExecutionId: `e${index}`,
      startTime: at(Number(start)),
      lastUpdateTime: at(Number(end || start)),
    };
  });
}

function read(status: PipelineExecution['status'], ...lines: string[]) {
  const execution: PipelineExecution = { pipelineName: 'shop', pipelineExecutionId: 'r1', status };
  return runFrom({ region: 'us-east-1', definition, execution, actions: details(...lines), change: {} });
}

function stages(...args: Parameters<typeof read>): string {
  return read(...args)
    .stages.map(
      ({ name, status, actions }) => `${name} ${status} (${actions.map((a) => a.status).join(' ')})`,
    )
    .join(', ');
}

test.each<[string, Parameters<typeof read>, string]>([
  [
    'just started',
    ['InProgress'],
    'Source Pending (Pending), Build Pending (Pending Pending), Deploy Pending (Pending)',
  ],
  [
    'under way',
    ['InProgress', 'Source/S3 Succeeded 0-1', 'Build/Compile InProgress 2-'],
    'Source Succeeded (Succeeded), Build InProgress (InProgress Pending), Deploy Pending (Pending)',
  ],
  [
    'between two actions of a stage',
    ['InProgress', 'Source/S3 Succeeded 0-1', 'Build/Compile Succeeded 2-3'],
    'Source Succeeded (Succeeded), Build InProgress (Succeeded Pending), Deploy Pending (Pending)',
  ],
  [
    'failed',
    ['Failed', 'Source/S3 Succeeded 0-1', 'Build/Compile Failed 2-3'],
    'Source Succeeded (Succeeded), Build Failed (Failed Pending), Deploy Pending (Pending)',
  ],
  [
    'being retried, before the action has begun again',
    ['InProgress', 'Source/S3 Succeeded 0-1', 'Build/Compile Failed 2-3'],
    'Source Succeeded (Succeeded), Build InProgress (Failed Pending), Deploy Pending (Pending)',
  ],
  [
    'retried with success',
    ['InProgress', 'Build/Test Succeeded 8-9', 'Build/Compile Succeeded 5-7', 'Build/Compile Failed 2-3'],
    'Source Skipped (Pending), Build Succeeded (Succeeded Succeeded), Deploy Pending (Pending)',
  ],
  [
    'retried from the first action on: the later one is still to be repeated',
    ['InProgress', 'Build/Compile InProgress 9-', 'Build/Compile Succeeded 2-3', 'Build/Test Failed 4-5'],
    'Source Skipped (Pending), Build InProgress (InProgress Pending), Deploy Pending (Pending)',
  ],
  [
    'being stopped',
    ['Stopping', 'Source/S3 Succeeded 0-1', 'Build/Compile InProgress 2-'],
    'Source Succeeded (Succeeded), Build Stopping (InProgress Pending), Deploy Pending (Pending)',
  ],
  [
    'stopped and abandoned',
    ['Stopped', 'Source/S3 Succeeded 0-1', 'Build/Compile Abandoned 2-3'],
    'Source Succeeded (Succeeded), Build Stopped (Abandoned Pending), Deploy Pending (Pending)',
  ],
  [
    'superseded between two stages',
    ['Superseded', 'Source/S3 Succeeded 0-1'],
    'Source Succeeded (Succeeded), Build Pending (Pending Pending), Deploy Pending (Pending)',
  ],
  [
    'past a stage that its condition skipped',
    ['Succeeded', 'Source/S3 Succeeded 0-1', 'Deploy/Release Succeeded 2-3'],
    'Source Succeeded (Succeeded), Build Skipped (Pending Pending), Deploy Succeeded (Succeeded)',
  ],
])('a run %s', (_, args, expected) => {
  expect(stages(...args)).toBe(expected);
});

describe('times', () => {
  test('of a run under way', () => {
    const run = read('InProgress', 'Source/S3 Succeeded 0-1', 'Build/Compile InProgress 2-');
    expect(run).toMatchObject({ startedAt: 0, updatedAt: 2000 });
    expect(run.endedAt).toBeUndefined();
    expect(run.stages[0]).toMatchObject({ startedAt: 0, endedAt: 1000 });
    expect(run.stages[1]?.endedAt).toBeUndefined();
  });

  test('of a run that has ended', () => {
    expect(read('Failed', 'Source/S3 Succeeded 0-1', 'Build/Compile Failed 2-7')).toMatchObject({
      startedAt: 0,
      endedAt: 7000,
    });
  });
});

test('an action says what its provider calls it, and its error before its summary', () => {
  const [detail] = details('Build/Compile Failed 2-3');
  const executionResult = {
    externalExecutionId: 'shop:1',
    externalExecutionUrl: 'https://example.com',
    externalExecutionSummary: 'Build failed',
    errorDetails: { message: 'exit status 1' },
  };
  const { stages: read } = runFrom({
    region: 'us-east-1',
    definition,
    execution: { status: 'Failed' },
    actions: [{ ...detail, output: { executionResult } }],
    change: {},
  });
  expect(read[1]?.actions[0]).toMatchObject({
    externalId: 'shop:1',
    externalUrl: 'https://example.com',
    summary: 'exit status 1',
  });
});

test('a rollback has the stage that it repeats and no other', () => {
  const run = runFrom({
    region: 'us-east-1',
    definition,
    execution: {
      status: 'Succeeded',
      executionType: 'ROLLBACK',
      rollbackMetadata: { rollbackTargetPipelineExecutionId: 'r0' },
    },
    actions: details('Deploy/Release Succeeded 2-3'),
    change: {},
  });
  expect(run).toMatchObject({ kind: 'ROLLBACK', rollbackOf: 'r0' });
  expect(run.stages.map(({ name }) => name)).toEqual(['Deploy']);
});

test('a status that AWS has added since is kept as it came', () => {
  expect(read('Dreaming' as PipelineExecution['status'], 'Build/Compile Pondering 2-').status).toBe(
    'Dreaming',
  );
});

test('a summary makes a run without stages', () => {
  const change = { commit: 'a1b2c3d' };
  const summary = {
    pipelineExecutionId: 'r1',
    status: 'Failed' as const,
    startTime: at(1),
    lastUpdateTime: at(9),
  };
  expect(runFromSummary(summary, { pipeline: 'shop', region: 'us-east-1', change })).toMatchObject({
    id: 'r1',
    status: 'Failed',
    startedAt: 1000,
    endedAt: 9000,
    change,
    stages: [],
  });
});
