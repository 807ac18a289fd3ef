import { expect, test, vi } from 'vitest';
import sns from '../../../../../local/aws/services/sns/service.ts';
import { approve, deploy, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });
const minute = 60_000;
const day = 24 * 60 * minute;

const gated = (timeoutInMinutes?: number, executionMode: 'SUPERSEDED' | 'PARALLEL' = 'SUPERSEDED') =>
  pipelineOf({
    executionMode,
    after: [
      { name: 'Gate', actions: [{ ...approve, ...(timeoutInMinutes && { timeoutInMinutes }) }] },
      { name: 'Deploy', actions: [{ ...deploy, inputArtifacts: [{ name: 'App' }] }] },
    ],
  });

const approval = (play: StagePlay) => play.stage('Gate')?.actionStates?.[0]?.latestExecution;

function answer(play: StagePlay, token: string | undefined, change: object = {}) {
  return play.api('PutApprovalResult', {
    pipelineName: 'shop',
    stageName: 'Gate',
    actionName: 'Approve',
    token,
    result: { status: 'Approved', summary: 'Approved by Ada' },
    ...change,
  });
}

test('an approval waits for its token and lets the run go on, with who answered and what they said', async () => {
  await using play = await stagePlay();
  await play.create(gated());
  const id = await play.start();
  const { token } = approval(play) ?? {};
  expect(token).toMatch(/^[0-9a-f-]{36}$/);

  const { approvedAt } = answer(play, token);
  await settle();
  expect(approvedAt).toEqual(new Date(play.clock.now()));
  expect(approval(play)).toMatchObject({
    status: 'Succeeded',
    summary: 'Approved by Ada',
    lastUpdatedBy: 'arn:aws:iam::123456789012:user/AKIATEST',
  });
  expect(approval(play)?.token).toBeUndefined();
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
});

test('a rejection fails the run with the words of who rejected', async () => {
  await using play = await stagePlay();
  await play.create(gated());
  const id = await play.start();
  answer(play, approval(play)?.token, { result: { status: 'Rejected', summary: 'Not on a Friday' } });
  await settle();
  expect(play.statusOf(id)).toBe('Failed');
  expect(approval(play)).toMatchObject({ status: 'Failed', errorDetails: { message: 'Not on a Friday' } });
});

test('only the right token for the right action, once', async () => {
  await using play = await stagePlay();
  await play.create(gated());
  await play.start();
  const { token } = approval(play) ?? {};
  expect(() => answer(play, play.aws.uuid())).toThrow(named('InvalidApprovalTokenException'));
  expect(() => answer(play, token, { stageName: 'Nowhere' })).toThrow(named('StageNotFoundException'));
  expect(() => answer(play, token, { actionName: 'Other' })).toThrow(named('ActionNotFoundException'));
  expect(() => answer(play, token, { stageName: 'Deploy', actionName: 'Deploy' })).toThrow(
    named('ActionNotFoundException'),
  );
  expect(() => answer(play, token, { pipelineName: 'none' })).toThrow(named('PipelineNotFoundException'));
  expect(() => answer(play, token, { result: { status: 'Maybe', summary: '' } })).toThrow(
    named('ValidationException'),
  );
  expect(() => answer(play, token, { result: { status: 'Approved', summary: 'x'.repeat(513) } })).toThrow(
    named('ValidationException'),
  );
  expect(approval(play)?.status).toBe('InProgress');
  answer(play, token);
  expect(() => answer(play, token)).toThrow(named('ApprovalAlreadyCompletedException'));
});

test.each([
  { timeoutInMinutes: undefined, limit: 7 * day },
  { timeoutInMinutes: 30, limit: 30 * minute },
])('it expires after $limit ms and fails the run', async ({ timeoutInMinutes, limit }) => {
  await using play = await stagePlay();
  await play.create(gated(timeoutInMinutes));
  const id = await play.start();
  const { token } = approval(play) ?? {};
  await play.clock.advance(limit - 1);
  expect(play.statusOf(id)).toBe('InProgress');
  await play.clock.advance(1);
  expect(play.statusOf(id)).toBe('Failed');
  expect(() => answer(play, token)).toThrow(named('InvalidApprovalTokenException'));
});

test('the token of a run that was stopped is no longer valid', async () => {
  await using play = await stagePlay();
  await play.create(gated());
  const id = await play.start();
  const { token } = approval(play) ?? {};
  play.api('StopPipelineExecution', { pipelineName: 'shop', pipelineExecutionId: id, abandon: true });
  await settle();
  expect(() => answer(play, token)).toThrow(named('InvalidApprovalTokenException'));
});

test('in PARALLEL mode the token is the external id in the history', async () => {
  await using play = await stagePlay();
  await play.create(gated(undefined, 'PARALLEL'));
  const id = await play.start();
  expect(approval(play)).toBeUndefined();
  const [newest] =
    play.api('ListActionExecutions', { pipelineName: 'shop', filter: { pipelineExecutionId: id } })
      .actionExecutionDetails ?? [];
  answer(play, newest?.output?.executionResult?.externalExecutionId);
  await play.deploys.succeed(id);
  await settle();
  expect(play.deploys.started.map((context) => context.executionId)).toContain(id);
});

test('it tells the topic that it waits, with what answers it', async () => {
  await using play = await stagePlay();
  const topics = play.aws.use(sns);
  const topic = topics.create('approvals');
  const published = vi.spyOn(topics, 'publish');
  const configuration = { NotificationArn: topic.arn, CustomData: 'Look at the prices' };
  const stages = gated(30).stages ?? [];
  const gate = { name: 'Gate', actions: [{ ...approve, configuration, timeoutInMinutes: 30 }] };
  await play.create(pipelineOf({ after: [gate, ...stages.slice(2)] }));
  await play.start();
  const [arn, { subject, message }] = published.mock.lastCall ?? ['', { subject: '', message: '{}' }];
  expect(arn).toBe(topic.arn);
  expect(subject).toBe('APPROVAL NEEDED: AWS CodePipeline shop for action Approve');
  expect(JSON.parse(message)).toMatchObject({
    region: 'us-east-1',
    approval: {
      pipelineName: 'shop',
      stageName: 'Gate',
      actionName: 'Approve',
      token: approval(play)?.token,
      expires: '2026-01-01T00:30Z',
      customData: 'Look at the prices',
    },
  });
});

test('a topic that does not exist fails the action with its name', async () => {
  await using play = await stagePlay();
  const configuration = { NotificationArn: 'arn:aws:sns:us-east-1:123456789012:none' };
  await play.create(pipelineOf({ after: [{ name: 'Gate', actions: [{ ...approve, configuration }] }] }));
  const id = await play.start();
  expect(play.statusOf(id)).toBe('Failed');
  expect(approval(play)?.errorDetails?.code).toBe('ConfigurationError');
});
