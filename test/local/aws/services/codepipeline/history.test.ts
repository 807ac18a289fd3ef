import { expect, test } from 'vitest';
import { pipelineOf, settle, stagePlay } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });

test('pages neither repeat nor skip, also when newer executions come in between', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf({ executionMode: 'PARALLEL' }));
  const ids = [];
  for (let i = 0; i < 5; i++) ids.unshift(await play.start());
  const seen: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const answer = play.api('ListPipelineExecutions', { pipelineName: 'shop', maxResults: 2, nextToken });
    seen.push(...(answer.pipelineExecutionSummaries ?? []).map((one) => one.pipelineExecutionId));
    nextToken = answer.nextToken;
    await play.start();
  } while (nextToken);
  expect(seen.slice(0, 5)).toEqual(ids);
  expect(new Set(seen).size).toBe(6);
});

test('actions, rules and pipelines come in pages too', async () => {
  await using play = await stagePlay();
  const entry = {
    conditions: [
      {
        result: 'FAIL' as const,
        rules: [
          {
            name: 'Go',
            ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' } as const,
            configuration: { Variable: 'yes', Operator: 'EQ', Value: 'yes' },
          },
        ],
      },
    ],
  };
  const [, build] = pipelineOf().stages ?? [];
  const after = [{ ...build, name: 'Build', actions: build?.actions, beforeEntry: entry }];
  for (const name of ['shop', 'second', 'third'])
    await play.create(pipelineOf({ name, executionMode: 'PARALLEL', after }));
  for (let count = 0; count < 3; count++) await play.start();
  const pages = <Page extends { nextToken?: string | undefined }>(
    ask: (nextToken: string | undefined) => Page,
    idsOf: (page: Page) => (string | undefined)[],
  ) => {
    const ids: (string | undefined)[] = [];
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const page = ask(nextToken);
      ids.push(...idsOf(page));
      sizes.push(idsOf(page).length);
      nextToken = page.nextToken;
    } while (nextToken);
    return { sizes, different: new Set(ids).size };
  };
  const of = { pipelineName: 'shop', maxResults: 3 };
  // One run came with the pipeline.
  expect(
    pages(
      (nextToken) => play.api('ListActionExecutions', { ...of, nextToken }),
      ({ actionExecutionDetails = [] }) => actionExecutionDetails.map((one) => one.actionExecutionId),
    ),
  ).toEqual({ sizes: [3, 3, 2], different: 8 });
  expect(
    pages(
      (nextToken) => play.api('ListRuleExecutions', { ...of, nextToken }),
      ({ ruleExecutionDetails = [] }) => ruleExecutionDetails.map((one) => one.ruleExecutionId),
    ),
  ).toEqual({ sizes: [3, 1], different: 4 });
  expect(
    pages(
      (nextToken) => play.api('ListPipelines', { maxResults: 2, nextToken }),
      ({ pipelines = [] }) => pipelines.map(({ name }) => name),
    ),
  ).toEqual({ sizes: [2, 1], different: 3 });
});

test('a token that was never given and a size out of bounds are refused', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const list = (input: object) => () =>
    play.api('ListPipelineExecutions', { pipelineName: 'shop', ...input });
  expect(list({ nextToken: 'made-up' })).toThrow(named('InvalidNextTokenException'));
  expect(list({ maxResults: 101 })).toThrow(named('ValidationException'));
});

test('action executions come newest first, with what went in and out', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const id = await play.start();
  await play.builds.fail(id);
  play.api('RetryStageExecution', {
    pipelineName: 'shop',
    stageName: 'Build',
    pipelineExecutionId: id,
    retryMode: 'FAILED_ACTIONS',
  });
  await settle();
  await play.builds.succeed(id, { externalExecutionId: 'shop:1', outputVariables: { A: 'b' } });
  const list = (filter: object) =>
    play.api('ListActionExecutions', { pipelineName: 'shop', filter }).actionExecutionDetails ?? [];

  expect(list({ pipelineExecutionId: id }).map((one) => `${one.actionName} ${one.status}`)).toEqual([
    'Deploy InProgress',
    'Build Succeeded',
    'Build Failed',
    'Source Succeeded',
  ]);
  const latest = list({ latestInPipelineExecution: { pipelineExecutionId: id, startTimeRange: 'Latest' } });
  expect(latest.map((one) => one.actionName)).toEqual(['Deploy', 'Build', 'Source']);
  expect(latest[1]).toMatchObject({
    stageName: 'Build',
    input: {
      configuration: { ProjectName: 'shop' },
      inputArtifacts: [{ name: 'App', s3location: { bucket: 'shop-artifacts' } }],
    },
    output: {
      executionResult: { externalExecutionId: 'shop:1' },
      outputArtifacts: [{ name: 'Built' }],
      outputVariables: { A: 'b' },
    },
  });
  expect(() => list({ pipelineExecutionId: play.aws.uuid() })).toThrow(
    named('PipelineExecutionNotFoundException'),
  );
});
