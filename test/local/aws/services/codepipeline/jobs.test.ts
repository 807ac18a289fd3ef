import {
  AcknowledgeJobCommand,
  AcknowledgeThirdPartyJobCommand,
  type ActionDeclaration,
  CreateCustomActionTypeCommand,
  CreatePipelineCommand,
  DeleteCustomActionTypeCommand,
  GetActionTypeCommand,
  GetJobDetailsCommand,
  GetPipelineStateCommand,
  GetThirdPartyJobDetailsCommand,
  ListActionExecutionsCommand,
  ListActionTypesCommand,
  ListTagsForResourceCommand,
  type PipelineDeclaration,
  PollForJobsCommand,
  PollForThirdPartyJobsCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
  PutThirdPartyJobSuccessResultCommand,
  StopPipelineExecutionCommand,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { ManualClock } from '../../../../../local/clock.ts';
import { ended, realWorld, until, zipOf } from './real-world.ts';
import { pipelineOf } from './stage-play.ts';

const named = (name: string) => expect.objectContaining({ name });
const jenkins = { category: 'Build', owner: 'Custom', provider: 'Jenkins', version: '7' } as const;
const snyk = { category: 'Invoke', owner: 'ThirdParty', provider: 'Snyk', version: '1' } as const;

const customType = new CreateCustomActionTypeCommand({
  category: 'Build',
  provider: 'Jenkins',
  version: '7',
  settings: {
    entityUrlTemplate: 'https://ci.example/{Config:Project}',
    executionUrlTemplate: 'https://ci.example/{Config:Project}/{ExternalExecutionId}',
  },
  configurationProperties: [{ name: 'Project', required: true, key: true, secret: false, queryable: true }],
  inputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
  outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
  tags: [{ key: 'team', value: 'build' }],
});

function pipelineWith(id: typeof jenkins | typeof snyk): PipelineDeclaration {
  const action: ActionDeclaration = {
    name: 'Work',
    actionTypeId: id,
    ...(id === jenkins && { configuration: { Project: 'a shop' } }),
    inputArtifacts: [{ name: 'App' }],
    outputArtifacts: [{ name: 'Made' }],
    namespace: 'Work',
  };
  return pipelineOf({ after: [{ name: 'Build', actions: [action] }] });
}

/** A pipeline whose build waits for its job worker. */
async function waiting(id: typeof jenkins | typeof snyk, options: { clock?: ManualClock } = {}) {
  const it = await realWorld(options);
  const body = await zipOf({ 'word.txt': 'hello' });
  await it.s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: body }));
  if (id === jenkins) await it.pipelines.send(customType);
  await it.pipelines.send(new CreatePipelineCommand({ pipeline: pipelineWith(id) }));
  const state = async () => {
    const { stageStates } = await it.pipelines.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates?.[1];
  };
  const executionId = await until(async () => (await state())?.latestExecution?.pipelineExecutionId);
  return { ...it, state, executionId };
}

const poll = (change: object = {}) =>
  new PollForJobsCommand({ actionTypeId: jenkins, maxBatchSize: 10, ...change });

test('a job worker carries an action out, in as many jobs as it likes', async () => {
  const it = await waiting(jenkins);
  const { pipelines } = it;
  const elsewhere = await pipelines.send(poll({ queryParam: { Project: 'other' } }));
  expect(elsewhere.jobs).toEqual([]);
  const first = (await pipelines.send(poll({ queryParam: { Project: 'a shop' } }))).jobs?.[0];
  const job = (await pipelines.send(poll())).jobs?.[0];
  expect(job?.id).toBe(first?.id);
  expect(job?.data).toMatchObject({
    actionTypeId: jenkins,
    actionConfiguration: { configuration: { Project: 'a shop' } },
    pipelineContext: { pipelineName: 'shop', stage: { name: 'Build' }, action: { name: 'Work' } },
    inputArtifacts: [{ name: 'App', location: { type: 'S3', s3Location: { bucketName: 'shop-artifacts' } } }],
  });
  const jobId = job?.id;
  const success = (change: object) => pipelines.send(new PutJobSuccessResultCommand({ jobId, ...change }));

  await expect(success({})).rejects.toEqual(named('InvalidJobStateException'));
  await expect(pipelines.send(new AcknowledgeJobCommand({ jobId, nonce: first?.nonce }))).rejects.toEqual(
    named('InvalidNonceException'),
  );
  const acknowledged = await pipelines.send(new AcknowledgeJobCommand({ jobId, nonce: job?.nonce }));
  expect(acknowledged.status).toBe('InProgress');
  expect((await pipelines.send(poll())).jobs).toEqual([]);
  await success({
    continuationToken: 'half way',
    executionDetails: { externalExecutionId: '17', summary: 'Compiling', percentComplete: 50 },
  });
  expect((await it.state())?.actionStates?.[0]).toMatchObject({
    entityUrl: 'https://ci.example/a%20shop',
    latestExecution: {
      status: 'InProgress',
      percentComplete: 50,
      summary: 'Compiling',
      externalExecutionUrl: 'https://ci.example/a%20shop/17',
    },
  });
  await expect(success({})).rejects.toEqual(named('InvalidJobStateException'));

  const next = (await pipelines.send(poll())).jobs?.[0];
  expect(next?.data?.continuationToken).toBe('half way');
  await pipelines.send(new AcknowledgeJobCommand({ jobId: next?.id, nonce: next?.nonce }));
  const big = { VALUE: 'x'.repeat(122_880) };
  await expect(
    pipelines.send(new PutJobSuccessResultCommand({ jobId: next?.id, outputVariables: big })),
  ).rejects.toEqual(named('OutputVariablesSizeExceededException'));
  await pipelines.send(
    new PutJobSuccessResultCommand({ jobId: next?.id, outputVariables: { VERSION: '1.2' } }),
  );
  expect((await ended(it, it.executionId))?.status).toBe('Succeeded');
  const { actionExecutionDetails } = await pipelines.send(
    new ListActionExecutionsCommand({ pipelineName: 'shop' }),
  );
  expect(actionExecutionDetails?.[0]?.output?.outputVariables).toEqual({ VERSION: '1.2' });
});

test('a job that fails fails its action with the reason', async () => {
  const it = await waiting(jenkins);
  const { pipelines } = it;
  const job = (await pipelines.send(poll())).jobs?.[0];
  await pipelines.send(new AcknowledgeJobCommand({ jobId: job?.id, nonce: job?.nonce }));
  const details = await pipelines.send(new GetJobDetailsCommand({ jobId: job?.id }));
  expect(details.jobDetails).toMatchObject({ id: job?.id, accountId: '123456789012' });
  await pipelines.send(
    new PutJobFailureResultCommand({
      jobId: job?.id,
      failureDetails: { type: 'JobFailed', message: 'Tests failed', externalExecutionId: '9' },
    }),
  );
  expect((await ended(it, it.executionId))?.status).toBe('Failed');
  expect((await it.state())?.actionStates?.[0]?.latestExecution).toMatchObject({
    externalExecutionUrl: 'https://ci.example/a%20shop/9',
    errorDetails: { code: 'JobFailed', message: 'Tests failed' },
  });
  await expect(pipelines.send(new GetJobDetailsCommand({ jobId: it.aws.uuid() }))).rejects.toEqual(
    named('JobNotFoundException'),
  );
});

test('a job that nobody ends times out after a day, and is no longer taken back', async () => {
  const clock = new ManualClock();
  const it = await waiting(jenkins, { clock });
  const job = (await it.pipelines.send(poll())).jobs?.[0];
  await it.pipelines.send(new AcknowledgeJobCommand({ jobId: job?.id, nonce: job?.nonce }));
  await clock.advance(24 * 3600_000);
  expect((await ended(it, it.executionId))?.status).toBe('Failed');
  await expect(it.pipelines.send(new PutJobSuccessResultCommand({ jobId: job?.id }))).rejects.toEqual(
    named('InvalidJobStateException'),
  );
});

test('a job of a run that is stopped and abandoned is gone', async () => {
  const it = await waiting(jenkins);
  await it.pipelines.send(
    new StopPipelineExecutionCommand({
      pipelineName: 'shop',
      pipelineExecutionId: it.executionId,
      abandon: true,
    }),
  );
  expect((await it.pipelines.send(poll())).jobs).toEqual([]);
});

test("a partner's worker needs the client's token", async () => {
  const it = await waiting(snyk);
  const { pipelines } = it;
  const { jobs } = await pipelines.send(new PollForThirdPartyJobsCommand({ actionTypeId: snyk }));
  const { jobId, clientId: clientToken } = jobs?.[0] ?? {};
  await expect(
    pipelines.send(new GetThirdPartyJobDetailsCommand({ jobId, clientToken: 'guess' })),
  ).rejects.toEqual(named('InvalidClientTokenException'));
  await expect(pipelines.send(new GetJobDetailsCommand({ jobId }))).rejects.toEqual(
    named('JobNotFoundException'),
  );
  const { jobDetails } = await pipelines.send(new GetThirdPartyJobDetailsCommand({ jobId, clientToken }));
  const { nonce } = jobDetails ?? {};
  await pipelines.send(new AcknowledgeThirdPartyJobCommand({ jobId, clientToken, nonce }));
  await pipelines.send(new PutThirdPartyJobSuccessResultCommand({ jobId, clientToken }));
  expect((await ended(it, it.executionId))?.status).toBe('Succeeded');
});

test('custom action types are checked, listed, tagged, and used once', async () => {
  const it = await realWorld();
  const { pipelines } = it;
  const create = () => pipelines.send(new CreatePipelineCommand({ pipeline: pipelineWith(jenkins) }));
  await expect(create()).rejects.toMatchObject({
    name: 'InvalidActionDeclarationException',
    message: expect.stringContaining("Provider: 'Jenkins'"),
  });
  await expect(pipelines.send(poll())).rejects.toEqual(named('ActionTypeNotFoundException'));
  await pipelines.send(customType);
  await expect(pipelines.send(customType)).rejects.toEqual(named('ValidationException'));
  const { actionTypes } = await pipelines.send(new ListActionTypesCommand({ actionOwnerFilter: 'Custom' }));
  expect(actionTypes).toMatchObject([{ id: jenkins, actionConfigurationProperties: [{ name: 'Project' }] }]);
  const arn = 'arn:aws:codepipeline:us-east-1:123456789012:actiontype:Custom/Build/Jenkins/7';
  const { tags } = await pipelines.send(new ListTagsForResourceCommand({ resourceArn: arn }));
  expect(tags).toEqual([{ key: 'team', value: 'build' }]);
  const wrong = pipelineWith(jenkins);
  for (const action of wrong.stages?.[1]?.actions ?? []) action.configuration = { Projekt: 'shop' };
  await expect(pipelines.send(new CreatePipelineCommand({ pipeline: wrong }))).rejects.toMatchObject({
    message: expect.stringMatching(
      /missing required configuration 'Project'.*unknown configuration 'Projekt'/,
    ),
  });
  await create();
  const { category, provider, version } = jenkins;
  await pipelines.send(new DeleteCustomActionTypeCommand({ category, provider, version }));
  await expect(pipelines.send(poll())).rejects.toEqual(named('ActionTypeNotFoundException'));
  await expect(pipelines.send(customType)).rejects.toEqual(named('ValidationException'));
});

test("a partner's action type can be read and changed by its provider", async () => {
  const { pipelines } = await realWorld();
  const { actionType } = await pipelines.send(new GetActionTypeCommand(snyk));
  expect(actionType).toMatchObject({ id: snyk, executor: { type: 'JobWorker' } });
  if (!actionType) throw new Error('There is no such type');
  const properties = [{ name: 'Token', optional: false, key: false, noEcho: true }];
  await pipelines.send(new UpdateActionTypeCommand({ actionType: { ...actionType, properties } }));
  await expect(
    pipelines.send(new CreatePipelineCommand({ pipeline: pipelineWith(snyk) })),
  ).rejects.toMatchObject({ message: expect.stringContaining("missing required configuration 'Token'") });
  const { actionTypes } = await pipelines.send(
    new ListActionTypesCommand({ actionOwnerFilter: 'ThirdParty' }),
  );
  const listed = actionTypes?.find(({ id }) => id?.provider === 'Snyk');
  expect(listed?.actionConfigurationProperties).toMatchObject([
    { name: 'Token', required: true, secret: true },
  ]);
  const unknown = { ...snyk, owner: 'AWS', provider: 'S3' };
  await expect(pipelines.send(new GetActionTypeCommand(unknown))).rejects.toEqual(
    named('ActionTypeNotFoundException'),
  );
});
