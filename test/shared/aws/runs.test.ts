import { describe, expect, test } from 'vitest';
import type { AwsClients } from '../../../shared/aws/clients.ts';
import { createRuns } from '../../../shared/aws/runs.ts';

/** An AWS with one run of one pipeline, which counts what it is asked. */
function cloud() {
  const calls: string[] = [];
  const source = {
    actionExecutionId: 'e1',
    stageName: 'Source',
    actionName: 'S3',
    status: 'Succeeded',
    startTime: new Date(0),
    lastUpdateTime: new Date(1000),
    input: {
      actionTypeId: { category: 'Source', provider: 'S3' },
      configuration: { S3Bucket: 'b', S3ObjectKey: 'k' },
    },
    output: { outputArtifacts: [{ name: 'Source' }] },
  };
  const build = { ...source, actionExecutionId: 'e2', stageName: 'Build', actionName: 'Compile', input: {} };
  const world = {
    calls,
    status: 'InProgress',
    building: 'InProgress',
    metadata: { 'drawbridge-author': 'Ada' } as Record<string, string> | Error,
  };
  const type = (category: string) => ({ category, provider: 'X', owner: 'AWS', version: '1' });
  const stage = (name: string, action: string, category: string) => ({
    name,
    actions: [{ name: action, actionTypeId: type(category) }],
  });
  const answers: Record<string, () => object> = {
    GetPipeline: () => ({
      pipeline: {
        name: 'shop',
        stages: [stage('Source', 'S3', 'Source'), stage('Build', 'Compile', 'Build')],
      },
    }),
    GetPipelineExecution: () => ({
      pipelineExecution: {
        pipelineName: 'shop',
        pipelineVersion: 3,
        pipelineExecutionId: 'r1',
        status: world.status,
        artifactRevisions: [{ name: 'Source', revisionId: 'v1' }],
      },
    }),
    ListActionExecutions: () => ({
      actionExecutionDetails: [{ ...build, status: world.building }, source],
    }),
    HeadObject: () => {
      if (world.metadata instanceof Error) throw world.metadata;
      return { Metadata: world.metadata };
    },
  };
  const client = {
    async send(command: { constructor: { name: string } }) {
      const name = command.constructor.name.replace(/Command$/, '');
      calls.push(name);
      return answers[name]!();
    },
  };
  const clients = { codepipeline: async () => client, s3: async () => client } as unknown as AwsClients;
  return { world, runs: createRuns(clients, 'us-east-1') };
}

function awsError(name: string): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400 } });
}

describe('what reading costs', () => {
  test('two calls, once the definition and the change are known', async () => {
    const { world, runs } = cloud();
    await runs.run('shop', 'r1');
    expect(world.calls.sort()).toEqual([
      'GetPipeline',
      'GetPipelineExecution',
      'HeadObject',
      'ListActionExecutions',
    ]);
    world.calls.length = 0;
    await runs.run('shop', 'r1');
    expect(world.calls).toEqual(['GetPipelineExecution', 'ListActionExecutions']);
  });

  test('one call while an action runs and nothing moves, and it is the very same run', async () => {
    const { world, runs } = cloud();
    const run = await runs.run('shop', 'r1');
    world.calls.length = 0;
    expect(await runs.refresh(run)).toBe(run);
    expect(world.calls).toEqual(['ListActionExecutions']);
  });

  test('two more when an action moved', async () => {
    const { world, runs } = cloud();
    const run = await runs.run('shop', 'r1');
    world.building = 'Succeeded';
    world.calls.length = 0;
    const next = await runs.refresh(run);
    expect(next.stages[1]?.status).toBe('Succeeded');
    expect(world.calls).toEqual(['ListActionExecutions', 'GetPipelineExecution']);
  });

  test('an end is read with the outcome of every action', async () => {
    const { world, runs } = cloud();
    const run = await runs.run('shop', 'r1');
    world.building = 'Failed';
    world.status = 'Failed';
    world.calls.length = 0;
    expect(await runs.refresh(run)).toMatchObject({ status: 'Failed', endedAt: 1000 });
    expect(world.calls).toEqual(['ListActionExecutions', 'GetPipelineExecution', 'ListActionExecutions']);
  });
});

describe("the object's metadata", () => {
  test('tells of the change', async () => {
    const { runs } = cloud();
    expect((await runs.run('shop', 'r1')).change).toEqual({ revision: 'v1', author: 'Ada' });
  });

  test.each(['AccessDenied', 'NoSuchKey', 'NotFound'])('is done without where S3 says %s', async (name) => {
    const { world, runs } = cloud();
    world.metadata = awsError(name);
    expect((await runs.run('shop', 'r1')).change).toEqual({ revision: 'v1' });
  });

  test('is not given up for throttling', async () => {
    const { world, runs } = cloud();
    world.metadata = awsError('SlowDown');
    await expect(runs.run('shop', 'r1')).rejects.toThrow(/limiting the rate/);
    world.metadata = { 'drawbridge-author': 'Ada' };
    expect((await runs.run('shop', 'r1')).change.author).toBe('Ada');
  });
});
