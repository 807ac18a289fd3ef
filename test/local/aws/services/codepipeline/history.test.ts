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
