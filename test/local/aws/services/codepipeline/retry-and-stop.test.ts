import { expect, test } from 'vitest';
import { build, deploy, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });
const retry = (play: StagePlay, id: string, retryMode: 'FAILED_ACTIONS' | 'ALL_ACTIONS' = 'FAILED_ACTIONS') =>
  play.api('RetryStageExecution', {
    pipelineName: 'shop',
    stageName: 'Build',
    pipelineExecutionId: id,
    retryMode,
  });
const stop = (play: StagePlay, id: string, abandon = false) =>
  play.api('StopPipelineExecution', {
    pipelineName: 'shop',
    pipelineExecutionId: id,
    abandon,
    reason: 'wrong one',
  });

const twoBuilds = pipelineOf({
  after: [
    { name: 'Build', actions: [build, { ...build, name: 'Lint', outputArtifacts: [] }] },
    { name: 'Deploy', actions: [deploy] },
  ],
});

test('a retry of the failed actions goes on within the same execution', async () => {
  await using play = await stagePlay();
  await play.create(twoBuilds);
  const id = await play.start();
  await play.builds.succeed(id);
  await play.builds.fail(id);
  expect(play.statusOf(id)).toBe('Failed');

  expect(retry(play, id).pipelineExecutionId).toBe(id);
  await settle();
  expect(play.statusOf(id)).toBe('InProgress');
  expect(play.builds.open.map(({ context }) => context.action.name)).toEqual(['Lint']);
  expect(play.stage('Build')?.retryStageMetadata).toEqual({
    autoStageRetryAttempt: undefined,
    manualStageRetryAttempt: 1,
    latestRetryTrigger: 'ManualStageRetry',
  });
  await play.builds.succeed(id);
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
  const resumed = play.events.filter((event) => event.detail.state === 'RESUMED');
  expect(resumed.map((event) => event.detail['pipeline-execution-attempt'])).toEqual([2, 2]);
});

test('a retry of all actions runs those that had succeeded too', async () => {
  await using play = await stagePlay();
  await play.create(twoBuilds);
  const id = await play.start();
  await play.builds.succeed(id);
  await play.builds.fail(id);
  retry(play, id, 'ALL_ACTIONS');
  await settle();
  expect(play.builds.open.map(({ context }) => context.action.name)).toEqual(['Build', 'Lint']);
});

test('a stage is not retried when it did not fail, nor when a newer execution entered it', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const old = await play.start();
  expect(() => retry(play, old)).toThrow(named('StageNotRetryableException'));
  await play.builds.fail(old);
  const newer = await play.start();
  expect(() => retry(play, old)).toThrow(named('NotLatestPipelineExecutionException'));
  await play.builds.fail(newer);
  expect(() => retry(play, play.aws.uuid())).toThrow(named('StageNotRetryableException'));
  await play.api('UpdatePipeline', { pipeline: pipelineOf() });
  expect(() => retry(play, newer)).toThrow(named('StageNotRetryableException'));
});

test('a stage with onFailure RETRY is tried once more by itself', async () => {
  await using play = await stagePlay();
  const [, first, second] = pipelineOf().stages ?? [];
  await play.create(
    pipelineOf({ after: [{ ...first, onFailure: { result: 'RETRY' } }, { ...second }] as never }),
  );
  const id = await play.start();
  await play.builds.fail(id);
  expect(play.statusOf(id)).toBe('InProgress');
  await play.builds.fail(id);
  expect(play.statusOf(id)).toBe('Failed');
});

test('stop and wait lets the actions in progress end and starts no more', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  stop(play, id);
  expect(play.statusOf(id)).toBe('Stopping');
  expect(() => stop(play, id)).toThrow(named('DuplicatedStopRequestException'));
  await play.builds.succeed(id);
  expect(play.statusOf(id)).toBe('Stopped');
  expect(play.deploys.started.filter((context) => context.executionId === id)).toEqual([]);
  expect(() => stop(play, id)).toThrow(named('PipelineExecutionNotStoppableException'));
});

test('stop and abandon waits for nothing, and may follow a stop that waits', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  stop(play, id);
  stop(play, id, true);
  await settle();
  expect(play.statusOf(id)).toBe('Stopped');
  expect(play.builds.open[0]?.context.signal.aborted).toBe(true);
  expect(play.stage('Build')?.actionStates?.[0]?.latestExecution?.status).toBe('Abandoned');

  await play.builds.succeed(id);
  expect(play.stage('Build')?.actionStates?.[0]?.latestExecution?.status).toBe('Abandoned');
  const list = play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries;
  expect(list?.[0]?.stopTrigger?.reason).toBe('wrong one');
});

test('an execution at a door is stopped at once, and the one behind goes on', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf({ executionMode: 'QUEUED' }));
  const [first, second, third] = [await play.start(), await play.start(), await play.start()];
  stop(play, second);
  expect(play.statusOf(second)).toBe('Stopped');
  await play.builds.succeed(first);
  expect(play.builds.open.map(({ context }) => context.executionId)).toEqual([third]);
});

test('a new structure cancels what runs on the old one', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  const { pipeline } = await play.api('UpdatePipeline', { pipeline: twoBuilds });
  await settle();
  expect(pipeline?.version).toBe(2);
  expect(play.statusOf(id)).toBe('Cancelled');
  const next = await play.start();
  expect(play.stage('Build')?.latestExecution?.pipelineExecutionId).toBe(next);
});
