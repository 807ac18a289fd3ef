import { describe, expect, test } from 'vitest';
import { pipelineOf, settle, stagePlay } from './stage-play.ts';

describe('SUPERSEDED mode', () => {
  test('one execution holds a stage, and of those at its door only the newest stays', async () => {
    await using play = await stagePlay();
    await play.create(pipelineOf());
    const first = await play.start();
    const second = await play.start();
    expect(play.builds.open).toHaveLength(1);
    expect(play.stage('Build')?.inboundExecution?.pipelineExecutionId).toBe(second);

    const third = await play.start();
    expect(play.statusOf(second)).toBe('Superseded');
    expect(play.statusOf(first)).toBe('InProgress');

    await play.builds.succeed(first);
    expect(play.stage('Deploy')?.latestExecution?.pipelineExecutionId).toBe(first);
    expect(play.stage('Build')?.latestExecution?.pipelineExecutionId).toBe(third);
    await play.builds.succeed(third);
    await play.deploys.succeed(first);
    await play.deploys.succeed(third);
    expect([first, third].map((id) => play.statusOf(id))).toEqual(['Succeeded', 'Succeeded']);
  });

  test('a failed execution gives its stage free', async () => {
    await using play = await stagePlay();
    await play.create(pipelineOf());
    const first = await play.start();
    const second = await play.start();
    await play.builds.fail(first);
    expect(play.statusOf(first)).toBe('Failed');
    expect(play.stage('Build')?.latestExecution).toMatchObject({
      pipelineExecutionId: second,
      status: 'InProgress',
    });
  });
});

describe('QUEUED mode', () => {
  test('executions enter a stage in the order they came, none is superseded', async () => {
    await using play = await stagePlay();
    await play.create(pipelineOf({ executionMode: 'QUEUED' }));
    const ids = [await play.start(), await play.start(), await play.start()] as const;
    expect(play.stage('Build')?.inboundExecutions?.map((one) => one.pipelineExecutionId)).toEqual(
      ids.slice(1),
    );
    for (const id of ids) {
      expect(play.builds.open.map(({ context }) => context.executionId)).toEqual([id]);
      await play.builds.succeed(id);
    }
    for (const id of ids) await play.deploys.succeed(id);
    expect(ids.map((id) => play.statusOf(id))).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
  });

  test('the fifty-first execution in progress is refused', async () => {
    await using play = await stagePlay();
    await play.create(pipelineOf({ executionMode: 'QUEUED' }));
    for (let i = 0; i < 50; i++) await play.start();
    expect(() => play.api('StartPipelineExecution', { name: 'shop' })).toThrow(
      expect.objectContaining({ name: 'ConcurrentPipelineExecutionsLimitExceededException' }),
    );
  });
});

test('in PARALLEL mode executions run side by side and share no state', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf({ executionMode: 'PARALLEL' }));
  const ids = [await play.start(), await play.start()] as const;
  expect(play.builds.open).toHaveLength(2);
  expect(play.stage('Build')?.latestExecution).toBeUndefined();
  await play.builds.succeed(ids[1]);
  await play.deploys.succeed(ids[1]);
  expect(ids.map((id) => play.statusOf(id))).toEqual(['InProgress', 'Succeeded']);
});

describe('transitions', () => {
  const transition = { pipelineName: 'shop', stageName: 'Deploy', transitionType: 'Inbound' } as const;

  test('a disabled one holds executions at the door until it is enabled', async () => {
    await using play = await stagePlay();
    await play.create(pipelineOf());
    play.api('DisableStageTransition', { ...transition, reason: 'Freeze until Monday' });
    expect(play.stage('Deploy')?.inboundTransitionState).toMatchObject({
      enabled: false,
      disabledReason: 'Freeze until Monday',
      lastChangedBy: 'arn:aws:iam::123456789012:user/AKIATEST',
    });
    const first = await play.start();
    await play.builds.succeed(first);
    const second = await play.start();
    await play.builds.succeed(second);
    expect(play.deploys.open).toHaveLength(0);
    expect(play.statusOf(first)).toBe('Superseded');

    play.api('EnableStageTransition', transition);
    await settle();
    await play.deploys.succeed(second);
    expect(play.statusOf(second)).toBe('Succeeded');
  });

  test.each(['', 'no: colons', "it's", 'x'.repeat(301)])('the reason %j is refused', async (reason) => {
    await using play = await stagePlay();
    await play.create(pipelineOf());
    expect(() => play.api('DisableStageTransition', { ...transition, reason })).toThrow(
      expect.objectContaining({ name: 'ValidationException' }),
    );
    expect(play.stage('Deploy')?.inboundTransitionState?.enabled).toBe(true);
  });
});

test('actions of one run order run side by side, the next order after them', async () => {
  await using play = await stagePlay();
  const { build, deploy } = await import('./stage-play.ts');
  const actions = [
    { ...build, name: 'B1' },
    { ...build, name: 'B2', outputArtifacts: [{ name: 'Other' }] },
    { ...deploy, runOrder: 2 },
  ];
  await play.create(pipelineOf({ after: [{ name: 'All', actions }] }));
  const id = await play.start();
  expect(play.builds.open.map(({ context }) => context.action.name)).toEqual(['B1', 'B2']);
  await play.builds.succeed(id);
  expect(play.deploys.open).toHaveLength(0);
  await play.builds.succeed(id);
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
});
