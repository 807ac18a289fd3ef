import { expect, test } from 'vitest';
import { build, deploy, pipelineOf, source, stagePlay } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });

test('the same client request token gives the same execution', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf());
  const start = (clientRequestToken: string) =>
    play.api('StartPipelineExecution', { name: 'shop', clientRequestToken }).pipelineExecutionId;
  const id = start('job-1');
  expect(start('job-1')).toBe(id);
  expect(start('job-2')).not.toBe(id);
  expect(() => start('not valid!')).toThrow(named('ValidationException'));
});

test('variables take what the start gives, else their defaults, and reach configurations', async () => {
  await using play = await stagePlay();
  await play.create(
    pipelineOf({
      variables: [
        { name: 'GROUP', defaultValue: 'staging' },
        { name: 'NOTE', defaultValue: 'none' },
      ],
      after: [
        { name: 'Build', actions: [{ ...build, namespace: 'Built' }] },
        {
          name: 'Deploy',
          actions: [
            {
              ...deploy,
              configuration: {
                ApplicationName: 'shop-#{Built.COLOUR}-#{codepipeline.PipelineExecutionId}',
                DeploymentGroupName: '#{variables.GROUP}',
              },
            },
          ],
        },
      ],
    }),
  );
  const { pipelineExecutionId: id = '' } = play.api('StartPipelineExecution', {
    name: 'shop',
    variables: [{ name: 'GROUP', value: 'prod' }],
  });
  await play.builds.succeed(id);
  await play.builds.succeed(id, { outputVariables: { COLOUR: 'blue' } });
  expect(play.deploys.started.at(-1)?.configuration).toEqual({
    ApplicationName: `shop-blue-${id}`,
    DeploymentGroupName: 'prod',
  });
  const { pipelineExecution } = play.api('GetPipelineExecution', {
    pipelineName: 'shop',
    pipelineExecutionId: id,
  });
  expect(pipelineExecution?.variables).toEqual([
    { name: 'GROUP', resolvedValue: 'prod' },
    { name: 'NOTE', resolvedValue: 'none' },
  ]);
});

test('an output that an action did not put out fails the action that needs it', async () => {
  await using play = await stagePlay();
  const configuration = { ApplicationName: '#{Built.MISSING}', DeploymentGroupName: 'prod' };
  await play.create(
    pipelineOf({
      after: [
        { name: 'Build', actions: [{ ...build, namespace: 'Built' }] },
        { name: 'Deploy', actions: [{ ...deploy, configuration }] },
      ],
    }),
  );
  const id = await play.start();
  await play.builds.succeed(id);
  expect(play.stage('Deploy')?.actionStates?.[0]?.latestExecution?.errorDetails).toEqual({
    code: 'ConfigurationError',
    message: 'The variable #{Built.MISSING} could not be resolved',
  });
});

test('a start that cannot be is refused and starts nothing', async () => {
  await using play = await stagePlay();
  await play.create(pipelineOf({ variables: [{ name: 'GROUP' }] }));
  const refused = (input: object) =>
    expect(() => play.api('StartPipelineExecution', { name: 'shop', ...input })).toThrow(
      named('ValidationException'),
    );
  const GROUP = { name: 'GROUP', value: 'prod' };
  refused({});
  refused({ variables: [{ name: 'GROUP', value: '' }] });
  refused({ variables: [GROUP, { name: 'OTHER', value: 'x' }] });
  const override = { actionName: 'Source', revisionType: 'S3_OBJECT_VERSION_ID', revisionValue: 'v' };
  refused({ variables: [GROUP], sourceRevisions: [{ ...override, actionName: 'Build' }] });
  refused({ variables: [GROUP], sourceRevisions: [{ ...override, revisionType: 'COMMIT_ID' }] });
  refused({ variables: [GROUP], sourceRevisions: [{ ...override, revisionType: 'S3_OBJECT_KEY' }] });
  expect(() => play.api('StartPipelineExecution', { name: 'none' })).toThrow(
    named('PipelineNotFoundException'),
  );
  expect(play.api('ListPipelineExecutions', { pipelineName: 'shop' }).pipelineExecutionSummaries).toEqual([]);
});

test('an action whose provider does not run here fails with its name', async () => {
  await using play = await stagePlay();
  const lambda = {
    name: 'Call',
    actionTypeId: { category: 'Invoke', owner: 'AWS', provider: 'Lambda', version: '1' },
    configuration: { FunctionName: 'f' },
  } as const;
  await play.create(pipelineOf({ after: [{ name: 'Call', actions: [lambda] }] }));
  const id = await play.start();
  expect(play.statusOf(id)).toBe('Failed');
  expect(play.stage('Call')?.actionStates?.[0]?.latestExecution?.errorDetails?.message).toMatch(
    /Lambda .* is not run locally/,
  );
});

test('a new version of the source starts the pipelines that poll for it', async () => {
  await using play = await stagePlay();
  const polling = { ...source, configuration: { S3Bucket: 'shop-source', S3ObjectKey: 'shop.zip' } };
  const stages = pipelineOf().stages?.slice(1) ?? [];
  await play.create(pipelineOf({ stages: [{ name: 'Source', actions: [polling] }, ...stages] }));
  await play.create(pipelineOf({ name: 'quiet' }));
  play.engine.objects.createBucket('shop-source', { versioned: true });
  await play.engine.objects.put({ bucket: 'shop-source', key: 'other.zip', body: 'x' });
  await play.engine.objects.put({ bucket: 'shop-source', key: 'shop.zip', body: 'x' });
  const triggers = (pipelineName: string) =>
    play
      .api('ListPipelineExecutions', { pipelineName })
      .pipelineExecutionSummaries?.map(({ trigger }) => trigger?.triggerType);
  expect(triggers('shop')).toEqual(['PollForSourceChanges', 'CreatePipeline']);
  expect(triggers('quiet')).toEqual(['CreatePipeline']);
});
