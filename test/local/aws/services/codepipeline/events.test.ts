import { expect, test } from 'vitest';
import { build, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

test('every transition is told in order: pipeline, stage, action and back', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  await play.builds.succeed(id);
  await play.deploys.fail(id);
  const told = play.events.map(({ detail, 'detail-type': type }) =>
    [type.split(' ')[1], detail.stage, detail.action, detail.state].filter(Boolean).join(' '),
  );
  expect(told).toEqual([
    'Pipeline STARTED',
    'Stage Source STARTED',
    'Action Source Source STARTED',
    'Action Source Source SUCCEEDED',
    'Stage Source SUCCEEDED',
    'Stage Build STARTED',
    'Action Build Build STARTED',
    'Action Build Build SUCCEEDED',
    'Stage Build SUCCEEDED',
    'Stage Deploy STARTED',
    'Action Deploy Deploy STARTED',
    'Action Deploy Deploy FAILED',
    'Stage Deploy FAILED',
    'Pipeline FAILED',
  ]);
});

test('the events have the shapes that AWS documents', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  await play.builds.succeed(id);
  await play.deploys.fail(id);
  const [started] = play.events;
  expect(started).toMatchObject({
    version: '0',
    source: 'aws.codepipeline',
    'detail-type': 'CodePipeline Pipeline Execution State Change',
    resources: ['arn:aws:codepipeline:us-east-1:123456789012:shop'],
  });
  expect(started?.detail).toEqual({
    pipeline: 'shop',
    'execution-id': id,
    'start-time': '2026-01-01T00:00:00.000Z',
    state: 'STARTED',
    version: 1,
    'pipeline-execution-attempt': 1,
    'execution-trigger': {
      'trigger-type': 'StartPipelineExecution',
      'trigger-detail': 'arn:aws:iam::123456789012:user/AKIATEST',
    },
  });
  const failed = play.events.find(({ detail }) => detail.action === 'Deploy' && detail.state === 'FAILED');
  expect(failed?.detail).toEqual({
    pipeline: 'shop',
    'execution-id': id,
    'action-execution-id': expect.any(String),
    'start-time': '2026-01-01T00:00:00.000Z',
    stage: 'Deploy',
    action: 'Deploy',
    state: 'FAILED',
    region: 'us-east-1',
    version: 1,
    'pipeline-execution-attempt': 1,
    type: { owner: 'AWS', provider: 'CodeDeploy', category: 'Deploy', version: '1' },
    'execution-result': { 'external-execution-summary': 'it broke', 'error-code': 'JobFailed' },
    'input-artifacts': [
      {
        name: 'Built',
        s3location: { bucket: 'shop-artifacts', key: expect.stringMatching(/^shop\/Built\/\w{7}$/) },
      },
    ],
  });
});

test('a stop tells its reason', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  play.api('StopPipelineExecution', { pipelineName: 'shop', pipelineExecutionId: id, reason: 'wrong one' });
  await play.builds.succeed(id);
  const states = play.events
    .filter((event) => event['detail-type'].includes('Pipeline Execution'))
    .map(({ detail }) => [detail.state, detail['stop-execution-comments']]);
  expect(states).toEqual([
    ['STARTED', undefined],
    ['STOPPING', 'wrong one'],
    ['STOPPED', undefined],
  ]);
});

/** What was told of this execution, such as `Stage Build RESUMED`. */
const toldOf = (play: StagePlay, id: string) =>
  play.events
    .filter(({ detail }) => detail['execution-id'] === id)
    .map(({ detail, 'detail-type': type }) =>
      [type.split(' ')[1], detail.stage, detail.action, detail.state].filter(Boolean).join(' '),
    );

test('an execution that a newer one takes the place of', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  await play.start();
  const second = await play.start();
  await play.start();
  expect(toldOf(play, second).slice(-2)).toEqual(['Stage Source SUCCEEDED', 'Pipeline SUPERSEDED']);
});

test('a stop that abandons, and a retry that takes it up again', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const pipelineExecutionId = await play.start();
  const of = { pipelineName: 'shop', pipelineExecutionId };
  const before = toldOf(play, pipelineExecutionId).length;
  play.api('StopPipelineExecution', { ...of, abandon: true });
  await settle();
  play.api('RetryStageExecution', { ...of, stageName: 'Build', retryMode: 'FAILED_ACTIONS' });
  await settle();
  expect(toldOf(play, pipelineExecutionId).slice(before)).toEqual([
    'Pipeline STOPPING',
    'Stage Build STOPPING',
    'Action Build Build ABANDONED',
    'Stage Build STOPPED',
    'Pipeline STOPPED',
    'Pipeline RESUMED',
    'Stage Build RESUMED',
    'Action Build Build STARTED',
  ]);
});

test('a new structure that cancels what runs', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  const before = toldOf(play, id).length;
  const stages = [{ name: 'Build', actions: [{ ...build, name: 'Compile' }] }];
  await play.api('UpdatePipeline', { pipeline: pipelineOf({ after: stages }) });
  await settle();
  expect(toldOf(play, id).slice(before)).toEqual([
    'Pipeline CANCELED',
    'Action Build Build CANCELED',
    'Stage Build CANCELED',
  ]);
});
