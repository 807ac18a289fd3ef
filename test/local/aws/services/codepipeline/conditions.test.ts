import type { Result, StageDeclaration } from '@aws-sdk/client-codepipeline';
import { expect, test } from 'vitest';
import { deploy, pipelineOf, type StagePlay, settle, stagePlay } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });

/** A condition that holds for executions whose variable GO is yes. */
const condition = (result: Result, Operator = 'EQ') => ({
  conditions: [
    {
      result,
      rules: [
        {
          name: 'Go',
          ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
          configuration: { Variable: '#{variables.GO}', Operator, Value: 'yes' },
        } as const,
      ],
    },
  ],
});

/** Source, Deploy with these conditions, Last. */
const pipeline = (conditions: Partial<StageDeclaration>) =>
  pipelineOf({
    variables: [{ name: 'GO', defaultValue: 'yes' }],
    after: [
      { name: 'Deploy', actions: [{ ...deploy, inputArtifacts: [{ name: 'App' }] }], ...conditions },
      { name: 'Last', actions: [{ ...deploy, name: 'Last', inputArtifacts: [{ name: 'App' }] }] },
    ],
  });

async function start(play: StagePlay, GO: string): Promise<string> {
  const { pipelineExecutionId = '' } = play.api('StartPipelineExecution', {
    name: 'shop',
    variables: [{ name: 'GO', value: GO }],
  });
  await settle();
  return pipelineExecutionId;
}

const open = (play: StagePlay) => play.deploys.open.map(({ context }) => context.action.name);

test('an entry condition that holds lets the execution in', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ beforeEntry: condition('FAIL') }));
  await start(play, 'yes');
  expect(open(play)).toEqual(['Deploy']);
  expect(play.stage('Deploy')?.beforeEntryConditionState?.latestExecution?.status).toBe('Succeeded');
});

test('one that does not hold fails the stage, until it is overridden', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ beforeEntry: condition('FAIL') }));
  const id = await start(play, 'no');
  expect(play.statusOf(id)).toBe('Failed');
  expect(open(play)).toEqual([]);
  expect(play.stage('Deploy')?.beforeEntryConditionState).toMatchObject({
    latestExecution: { status: 'Failed', summary: 'Variable check failed: no EQ yes' },
    conditionStates: [{ ruleStates: [{ ruleName: 'Go', latestExecution: { status: 'Failed' } }] }],
  });
  const override = (change: object = {}) =>
    play.api('OverrideStageCondition', {
      pipelineName: 'shop',
      stageName: 'Deploy',
      pipelineExecutionId: id,
      conditionType: 'BEFORE_ENTRY',
      ...change,
    });
  expect(() => override({ conditionType: 'ON_SUCCESS' })).toThrow(named('ConditionNotOverridableException'));
  expect(() => override({ pipelineExecutionId: play.aws.uuid() })).toThrow(
    named('NotLatestPipelineExecutionException'),
  );
  override();
  await settle();
  expect(play.stage('Deploy')?.beforeEntryConditionState?.latestExecution?.status).toBe('Overridden');
  expect(() => override()).toThrow(named('ConditionNotOverridableException'));
  await play.deploys.succeed(id);
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
});

test('with SKIP the execution passes the stage by', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ beforeEntry: condition('SKIP') }));
  const id = await start(play, 'no');
  expect(play.stage('Deploy')?.latestExecution?.status).toBe('Skipped');
  expect(open(play)).toEqual(['Last']);
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Succeeded');
});

test('a success condition fails the stage whose actions succeeded, and may be overridden', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ onSuccess: condition('FAIL') }));
  const id = await start(play, 'no');
  await play.deploys.succeed(id);
  expect(play.statusOf(id)).toBe('Failed');
  play.api('OverrideStageCondition', {
    pipelineName: 'shop',
    stageName: 'Deploy',
    pipelineExecutionId: id,
    conditionType: 'ON_SUCCESS',
  });
  await settle();
  expect(open(play)).toEqual(['Last']);
});

test('a success condition may roll the stage back', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ onSuccess: condition('ROLLBACK') }));
  const good = await start(play, 'yes');
  await play.deploys.succeed(good);
  await play.deploys.succeed(good);
  const bad = await start(play, 'no');
  await play.deploys.succeed(bad);
  expect(play.statusOf(bad)).toBe('Failed');
  const [newest] =
    play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries ?? [];
  expect(newest).toMatchObject({
    executionType: 'ROLLBACK',
    rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
  });
});

test('a failure condition decides whether the failure is answered', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ onFailure: { ...condition('RETRY') } }));
  const quiet = await start(play, 'yes');
  await play.deploys.fail(quiet);
  expect(play.statusOf(quiet)).toBe('Failed');
  const answered = await start(play, 'no');
  await play.deploys.fail(answered);
  expect(play.statusOf(answered)).toBe('InProgress');
  expect(open(play)).toEqual(['Deploy']);
});

test('a rule that cannot be checked makes its condition Errored, and the history keeps every check', async () => {
  await using play = await stagePlay();
  await play.create(pipeline({ beforeEntry: condition('FAIL', 'LIKE') }));
  const id = await start(play, 'yes');
  expect(play.statusOf(id)).toBe('Failed');
  expect(play.stage('Deploy')?.beforeEntryConditionState?.latestExecution?.status).toBe('Errored');
  play.api('RetryStageExecution', {
    pipelineName: 'shop',
    stageName: 'Deploy',
    pipelineExecutionId: id,
    retryMode: 'FAILED_ACTIONS',
  });
  await settle();
  const list = (filter: object) =>
    play.api('ListRuleExecutions', { pipelineName: 'shop', filter }).ruleExecutionDetails ?? [];
  expect(list({ pipelineExecutionId: id })).toHaveLength(2);
  const latest = list({ latestInPipelineExecution: { pipelineExecutionId: id, startTimeRange: 'Latest' } });
  expect(latest).toMatchObject([
    {
      ruleName: 'Go',
      stageName: 'Deploy',
      status: 'Failed',
      input: { resolvedConfiguration: { Variable: 'yes' } },
      output: { executionResult: { errorDetails: { message: expect.stringMatching(/LIKE/) } } },
    },
  ]);
});
