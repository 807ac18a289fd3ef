import { expect, test } from 'vitest';
import { deploy, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

async function deployed(play: StagePlay): Promise<string> {
  const id = await play.start();
  await play.builds.succeed(id);
  await play.deploys.succeed(id);
  return id;
}

const rollback = (play: StagePlay, target: string, stageName = 'Deploy') =>
  play.api('RollbackStage', { pipelineName: 'shop', stageName, targetPipelineExecutionId: target });

const named = (name: string) => expect.objectContaining({ name });

test('runs that stage alone, in a new ROLLBACK execution with the artifacts of the target', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const good = await deployed(play);
  const artifactOfGood = play.deploys.started.at(-1)?.inputs[0]?.key;
  const bad = await play.start();
  await play.builds.succeed(bad);
  await play.deploys.fail(bad);
  const builds = play.builds.started.length;

  const { pipelineExecutionId: id = '' } = rollback(play, good);
  await settle();
  expect(play.deploys.started.at(-1)?.inputs[0]?.key).toBe(artifactOfGood);
  await play.deploys.succeed(id);

  expect(play.builds.started).toHaveLength(builds);
  const execution = play.api('GetPipelineExecution', { pipelineName: 'shop', pipelineExecutionId: id });
  expect(execution.pipelineExecution).toMatchObject({
    status: 'Succeeded',
    executionType: 'ROLLBACK',
    rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
    trigger: { triggerType: 'ManualRollback' },
    artifactRevisions: [{ name: 'App', revisionId: 'v2' }],
  });
  expect(play.stage('Deploy')?.latestExecution).toMatchObject({ pipelineExecutionId: id, type: 'ROLLBACK' });
  expect(() => rollback(play, id)).toThrow(named('UnableToRollbackStageException'));
});

test('it has the variables of the target, those that its actions put out too', async () => {
  await using play = await stagePlay();
  const configuration = {
    ...deploy.configuration,
    DeploymentGroupName: '#{variables.GROUP}-#{Built.COLOUR}',
  };
  const [, builds] = pipelineOf().stages ?? [];
  const actions = builds?.actions?.map((action) => ({ ...action, namespace: 'Built' }));
  await play.create(
    pipelineOf({
      variables: [{ name: 'GROUP', defaultValue: 'blue' }],
      after: [
        { name: 'Build', actions },
        { name: 'Deploy', actions: [{ ...deploy, configuration }] },
      ],
    }),
  );
  const run = async (value: string, COLOUR: string) => {
    const variables = [{ name: 'GROUP', value }];
    const { pipelineExecutionId = '' } = play.api('StartPipelineExecution', { name: 'shop', variables });
    await settle();
    await play.builds.succeed(pipelineExecutionId, { outputVariables: { COLOUR } });
    return pipelineExecutionId;
  };
  const good = await run('canary', 'green');
  await play.deploys.succeed(good);
  await play.deploys.fail(await run('all', 'red'));
  const { pipelineExecutionId } = rollback(play, good);
  await settle();
  expect(play.deploys.started.at(-1)).toMatchObject({
    executionId: pipelineExecutionId,
    configuration: { DeploymentGroupName: 'canary-green' },
  });
});

test('refuses what AWS refuses, and starts nothing', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const good = await deployed(play);
  const bad = await play.start();
  await play.builds.fail(bad);
  const before = play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries
    ?.length;

  expect(() => rollback(play, good, 'Source')).toThrow(named('UnableToRollbackStageException'));
  expect(() => rollback(play, good, 'Nowhere')).toThrow(named('StageNotFoundException'));
  expect(() => rollback(play, bad)).toThrow(named('UnableToRollbackStageException'));
  expect(() => rollback(play, play.aws.uuid())).toThrow(named('PipelineExecutionNotFoundException'));

  const busy = await play.start();
  await play.builds.succeed(busy);
  expect(() => rollback(play, good)).toThrow(named('ConflictException'));
  await play.deploys.succeed(busy);

  await play.api('UpdatePipeline', { pipeline: pipelineOf() });
  expect(() => rollback(play, good)).toThrow(named('PipelineExecutionOutdatedException'));
  expect(
    play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries,
  ).toHaveLength((before ?? 0) + 1);
});

test('is not there in PARALLEL mode', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf({ executionMode: 'PARALLEL' }));
  const good = await deployed(play);
  expect(() => rollback(play, good)).toThrow(named('UnableToRollbackStageException'));
});

test('a stage with onFailure ROLLBACK rolls itself back to the last good execution', async () => {
  await using play = await stagePlay();
  const stages = pipelineOf().stages ?? [];
  const after = stages.slice(1).map((stage) => ({ ...stage, onFailure: { result: 'ROLLBACK' as const } }));
  await play.create(pipelineOf({ after }));
  const good = await deployed(play);
  const bad = await play.start();
  await play.builds.succeed(bad);
  await play.deploys.fail(bad);

  expect(play.statusOf(bad)).toBe('Failed');
  const [newest] =
    play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries ?? [];
  expect(newest).toMatchObject({
    status: 'InProgress',
    executionType: 'ROLLBACK',
    trigger: { triggerType: 'AutomatedRollback', triggerDetail: bad },
    rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
  });
  // A rollback that fails in its turn is not rolled back again.
  await play.deploys.fail(newest?.pipelineExecutionId ?? '');
  expect(play.deploys.open).toHaveLength(0);
});

test('succeededInStage lists what may be rolled back to under the present version', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const good = await deployed(play);
  const bad = await play.start();
  await play.builds.fail(bad);
  const list = (stageName: string) =>
    play
      .api('ListPipelineExecutions', { pipelineName: 'shop', filter: { succeededInStage: { stageName } } })
      .pipelineExecutionSummaries?.map((one) => one.pipelineExecutionId);
  expect(list('Deploy')?.[0]).toBe(good);
  expect(list('Source')?.[0]).toBe(bad);
  await play.api('UpdatePipeline', { pipeline: pipelineOf() });
  expect(list('Deploy')).toEqual([]);
});
