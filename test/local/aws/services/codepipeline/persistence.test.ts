import {
  CreateCustomActionTypeCommand,
  CreatePipelineCommand,
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListActionTypesCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
  ListWebhooksCommand,
  PutWebhookCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { folderOf } from '../../../../shared/artifact/folder.ts';
import { clientsOf, ended, type RealWorld, realWorld, s3Deploy, until, zipOf } from './real-world.ts';
import { approve, pipelineOf } from './stage-play.ts';

const go = {
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

/** Everything that can be read of the pipelines. */
async function everything({ pipelines }: Pick<RealWorld, 'pipelines'>) {
  const of = { pipelineName: 'shop' };
  const answers = await Promise.all([
    pipelines.send(new GetPipelineStateCommand({ name: 'shop' })),
    pipelines.send(new ListPipelineExecutionsCommand(of)),
    pipelines.send(new ListActionExecutionsCommand(of)),
    pipelines.send(new ListRuleExecutionsCommand(of)),
    pipelines.send(new ListActionTypesCommand({ actionOwnerFilter: 'Custom' })),
  ]);
  const webhooks = await pipelines.send(new ListWebhooksCommand({}));
  return {
    answers: answers.map(({ $metadata: _metadata, ...answer }) => answer),
    // The port of a URL is the server's.
    webhooks: webhooks.webhooks?.map(({ url, ...webhook }) => ({
      ...webhook,
      url: url?.replace(/:\d+/, ''),
    })),
  };
}

test('what was is there again after a restart; what was in flight has failed; who waited goes on', async () => {
  const data = await folderOf({});
  const first = await realWorld({ data });
  const { pipelines, s3 } = first;
  const body = await zipOf({ 'index.html': 'hello' });
  await s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: body }));
  await pipelines.send(
    new CreateCustomActionTypeCommand({
      category: 'Build',
      provider: 'Jenkins',
      version: '1',
      inputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
      outputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
    }),
  );
  const pipeline = pipelineOf({
    executionMode: 'QUEUED',
    after: [
      { name: 'Deploy', beforeEntry: go, actions: [s3Deploy('App')] },
      { name: 'Gate', actions: [approve] },
    ],
  });
  await pipelines.send(new CreatePipelineCommand({ pipeline }));
  await pipelines.send(
    new PutWebhookCommand({
      webhook: {
        name: 'hook',
        targetPipeline: 'shop',
        targetAction: 'Source',
        filters: [],
        authentication: 'UNAUTHENTICATED',
        authenticationConfiguration: {},
      },
    }),
  );
  const stage = async (world: Pick<RealWorld, 'pipelines'>, index: number) => {
    const { stageStates } = await world.pipelines.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates?.[index];
  };
  const approving = await until(async () => {
    const gate = await stage(first, 2);
    return gate?.actionStates?.[0]?.latestExecution?.token && gate.latestExecution?.pipelineExecutionId;
  });
  const transition = { pipelineName: 'shop', stageName: 'Gate', transitionType: 'Inbound' } as const;
  await pipelines.send(new DisableStageTransitionCommand({ ...transition, reason: 'lunch' }));
  const { pipelineExecutionId: waiting } = await pipelines.send(
    new StartPipelineExecutionCommand({ name: 'shop' }),
  );
  await until(async () => ((await stage(first, 2))?.inboundExecutions?.length ? true : undefined));
  await first.close();

  const second = await realWorld({ data }, clientsOf);
  const state = await everything(second);
  const gate = await stage(second, 2);
  expect(gate?.inboundTransitionState).toMatchObject({ enabled: false, disabledReason: 'lunch' });
  expect(gate?.inboundExecutions?.map((one) => one.pipelineExecutionId)).toEqual([waiting]);
  expect(gate?.actionStates?.[0]?.latestExecution).toMatchObject({
    status: 'Failed',
    errorDetails: { code: 'SystemUnavailable', message: expect.stringContaining('restarted') },
  });
  expect((await ended(second, approving))?.status).toBe('Failed');
  await second.close();

  // What is at rest is the same whichever server tells of it.
  const third = await realWorld({ data }, clientsOf);
  expect(await everything(third)).toEqual(state);
  const target = { pipelineName: 'shop', stageName: 'Deploy', targetPipelineExecutionId: approving };
  const rollback = await third.pipelines.send(new RollbackStageCommand(target));
  expect((await ended(third, rollback.pipelineExecutionId))?.status).toBe('Succeeded');
  await third.pipelines.send(
    new RetryStageExecutionCommand({
      pipelineName: 'shop',
      stageName: 'Gate',
      pipelineExecutionId: approving,
      retryMode: 'FAILED_ACTIONS',
    }),
  );
  await until(async () => (await stage(third, 2))?.actionStates?.[0]?.latestExecution?.token);
  await third.pipelines.send(new EnableStageTransitionCommand(transition));
  const { pipelineExecution } = await third.pipelines.send(
    new GetPipelineExecutionCommand({ pipelineName: 'shop', pipelineExecutionId: waiting }),
  );
  expect(pipelineExecution?.status).toBe('InProgress');
});
