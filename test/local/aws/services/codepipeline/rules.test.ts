import type { RuleDeclaration, StageDeclaration } from '@aws-sdk/client-codepipeline';
import {
  CreatePipelineCommand,
  GetPipelineStateCommand,
  ListRuleExecutionsCommand,
  ListRuleTypesCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import cloudwatch from '../../../../../local/aws/services/cloudwatch/service.ts';
import { type CalendarMinute, parseCron } from '../../../../../local/aws/services/codepipeline/rules/cron.ts';
import { realWorld, s3Deploy, until, zipOf } from './real-world.ts';
import { deploy, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

const minute = 60_000;

const at = (iso: string): CalendarMinute => {
  const date = new Date(`${iso}Z`);
  return {
    minute: date.getUTCMinutes(),
    hour: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    weekday: date.getUTCDay() + 1,
    year: date.getUTCFullYear(),
  };
};

test.each([
  ['* * 9-17 ? * MON-FRI', '2026-01-05T09:00', true],
  ['* * 9-17 ? * MON-FRI', '2026-01-05T18:00', false],
  ['* * 9-17 ? * MON-FRI', '2026-01-04T10:00', false],
  ['0 0/15 * * * ?', '2026-01-04T10:30', true],
  ['0 0/15 * * * ?', '2026-01-04T10:31', false],
  ['0 * * L * ?', '2024-02-29T10:00', true],
  ['0 * * L * ?', '2026-02-28T10:00', true],
  ['0 * * LW * ?', '2026-01-30T10:00', true],
  ['0 * * 1W * ?', '2026-02-02T10:00', true],
  ['0 * * ? * 6L', '2026-01-30T10:00', true],
  ['0 * * ? * 6L', '2026-01-23T10:00', false],
  ['0 * * ? * 6#3', '2026-01-16T10:00', true],
  ['0 * * ? JAN,MAR *', '2026-02-16T10:00', false],
  ['0 * * ? * * 2027-2030', '2026-02-16T10:00', false],
  ['0 * * ? * * 2026', '2026-02-16T10:00', true],
])('the window %s at %s: %s', (cron, time, open) => {
  expect(parseCron(cron)(at(time))).toBe(open);
});

test.each(['* * *', '* 60 * * * ?', '* * 9-8 * * ?', '* * * * FOO ?', '* * * 32 * ?', '* */0 * * * ?', ''])(
  'the cron expression %j is refused',
  (cron) => expect(() => parseCron(cron)).toThrow(/cron/),
);

const rule = (
  provider: string,
  configuration: Record<string, string>,
  rest: object = {},
): RuleDeclaration => ({
  name: 'Check',
  ruleTypeId: { category: 'Rule', owner: 'AWS', provider, version: '1' },
  configuration,
  ...rest,
});

const pipeline = (conditions: Partial<StageDeclaration>) =>
  pipelineOf({
    after: [{ name: 'Deploy', actions: [{ ...deploy, inputArtifacts: [{ name: 'App' }] }], ...conditions }],
  });

const entry = (...rules: RuleDeclaration[]) => ({
  beforeEntry: { conditions: [{ result: 'FAIL' as const, rules }] },
});
const condition = (play: StagePlay) =>
  play.stage('Deploy')?.beforeEntryConditionState?.latestExecution?.status;

test('a deployment window is waited for, in its own time zone', async () => {
  await using play = await stagePlay();
  // The clock stands at midnight in UTC, which is seven in the evening of the day before in New York.
  const cron = rule('DeploymentWindow', { Cron: '* * 20-22 ? * *', TimeZone: 'America/New_York' });
  await play.create(pipeline(entry(cron)));
  const id = await play.start();
  expect(condition(play)).toBe('InProgress');
  await play.clock.advance(59 * minute);
  expect(condition(play)).toBe('InProgress');
  await play.clock.advance(minute);
  await settle();
  expect(condition(play)).toBe('Succeeded');
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
});

test('a window that does not open in time fails the stage; one of nonsense makes the condition Errored', async () => {
  await using play = await stagePlay();
  const cron = rule('DeploymentWindow', { Cron: '* * 20 ? * *' }, { timeoutInMinutes: 5 });
  await play.create(pipeline(entry(cron)));
  const id = await play.start();
  await play.clock.advance(5 * minute);
  await settle();
  expect(condition(play)).toBe('Failed');
  expect(play.statusOf(id)).toBe('Failed');
  await play.create({ ...pipeline(entry(rule('DeploymentWindow', { Cron: 'always' }))), name: 'bad' });
  const bad = await play.start('bad');
  expect(play.statusOf(bad, 'bad')).toBe('Failed');
  expect(play.stage('Deploy', 'bad')?.beforeEntryConditionState?.latestExecution?.status).toBe('Errored');
});

test('a run that waits for its window can be stopped, and leaves no timer behind', async () => {
  await using play = await stagePlay();
  await play.create(pipeline(entry(rule('DeploymentWindow', { Cron: '* * 20 ? * *' }))));
  const id = await play.start();
  play.api('StopPipelineExecution', { pipelineName: 'shop', pipelineExecutionId: id, abandon: true });
  await settle();
  expect(play.statusOf(id)).toBe('Stopped');
  expect(play.stage('Deploy')?.latestExecution?.status).toBe('Stopped');
  expect(condition(play)).toBe('Abandoned');
  await play.clock.advance(24 * 60 * minute);
  expect(play.deploys.open).toHaveLength(0);
  expect(condition(play)).toBe('Abandoned');
});

const alarm = (play: StagePlay, value: 'OK' | 'ALARM') =>
  play.aws.use(cloudwatch).setState('errors', { value, reason: 'test' });

function putAlarm(play: StagePlay): void {
  play.aws.use(cloudwatch).put({
    AlarmName: 'errors',
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 1,
  });
}

test('at the entry an alarm is waited for to go out', async () => {
  await using play = await stagePlay();
  putAlarm(play);
  alarm(play, 'ALARM');
  const watch = rule('CloudWatchAlarm', { AlarmName: 'errors', AlarmStates: 'ALARM', WaitTime: '20' });
  await play.create(pipeline(entry(watch)));
  const first = await play.start();
  alarm(play, 'OK');
  await settle();
  expect(condition(play)).toBe('Succeeded');
  await play.deploys.succeed(first);
  alarm(play, 'ALARM');
  const second = await play.start();
  await play.clock.advance(20 * minute);
  await settle();
  expect(play.statusOf(second)).toBe('Failed');
  expect(condition(play)).toBe('Failed');
});

test('after success an alarm is watched for the wait time', async () => {
  await using play = await stagePlay();
  putAlarm(play);
  alarm(play, 'OK');
  const watch = rule('CloudWatchAlarm', { AlarmName: 'errors', WaitTime: '5' });
  await play.create(pipeline({ onSuccess: { conditions: [{ result: 'FAIL', rules: [watch] }] } }));
  const good = await play.start();
  await play.deploys.succeed(good);
  expect(play.statusOf(good)).toBe('InProgress');
  await play.clock.advance(5 * minute);
  await settle();
  expect(play.statusOf(good)).toBe('Succeeded');
  const bad = await play.start();
  await play.deploys.succeed(bad);
  alarm(play, 'ALARM');
  await settle();
  expect(play.statusOf(bad)).toBe('Failed');
});

test('a rule of an alarm that is not there makes the condition Errored', async () => {
  await using play = await stagePlay();
  await play.create(pipeline(entry(rule('CloudWatchAlarm', { AlarmName: 'nothing' }))));
  await play.start();
  expect(condition(play)).toBe('Errored');
});

test('a rule that runs a Lambda function is refused by name, and every rule type is listed', async () => {
  await using play = await stagePlay();
  await expect(
    play.api('CreatePipeline', { pipeline: pipeline(entry(rule('LambdaInvoke', { FunctionName: 'f' }))) }),
  ).rejects.toThrow(/LambdaInvoke.*not run locally/);
  const { pipelines } = await realWorld();
  const { ruleTypes } = await pipelines.send(new ListRuleTypesCommand({}));
  expect(ruleTypes?.map(({ id }) => id?.provider)).toEqual([
    'CloudWatchAlarm',
    'CodeBuild',
    'Commands',
    'DeploymentWindow',
    'LambdaInvoke',
    'VariableCheck',
  ]);
});

test('commands decide whether the stage is entered', async () => {
  const { pipelines, s3 } = await realWorld();
  const body = await zipOf({ 'word.txt': 'hello' });
  await s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: body }));
  const check = rule(
    'Commands',
    {},
    { commands: ['grep goodbye word.txt'], inputArtifacts: [{ name: 'App' }] },
  );
  const stage = { name: 'Deploy', actions: [s3Deploy('App')], ...entry(check) };
  await pipelines.send(new CreatePipelineCommand({ pipeline: pipelineOf({ after: [stage] }) }));
  const state = await until(async () => {
    const { stageStates } = await pipelines.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates?.[1]?.latestExecution?.status === 'Failed' ? stageStates[1] : undefined;
  });
  expect(state.beforeEntryConditionState?.latestExecution?.status).toBe('Failed');
  const { ruleExecutionDetails } = await pipelines.send(
    new ListRuleExecutionsCommand({ pipelineName: 'shop' }),
  );
  expect(ruleExecutionDetails?.[0]).toMatchObject({
    status: 'Failed',
    output: { executionResult: { errorDetails: { message: expect.stringContaining('grep goodbye') } } },
  });
});
