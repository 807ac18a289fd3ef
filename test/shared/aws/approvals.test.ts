import { describe, expect, test } from 'vitest';
import type { AwsClients } from '../../../shared/aws/clients.ts';
import { createPipelines } from '../../../shared/aws/pipelines.ts';
import { Secret } from '../../../shared/secrets/secret.ts';

type Answer = (input: never) => object;

/** A CodePipeline that gives these answers, by command, and remembers what it was asked. */
function pipelinesWith(answers: Record<string, Answer>) {
  const asked: { name: string; input: object }[] = [];
  const client = {
    async send(command: { input: never; constructor: { name: string } }) {
      const { input } = command;
      const name = command.constructor.name.replace(/Command$/, '');
      asked.push({ name, input });
      return answers[name]!(input);
    },
  };
  const clients = { codepipeline: async () => client } as unknown as AwsClients;
  return { pipelines: createPipelines(clients, 'us-east-1'), asked };
}

function waiting(externalExecutionId?: string) {
  const detail = {
    stageName: 'Gate',
    actionName: 'Approve',
    status: 'InProgress',
    input: {
      actionTypeId: { category: 'Approval', provider: 'Manual' },
      configuration: {
        CustomData: 'Release #{Build.NAME}?',
        ExternalEntityLink: 'https://example.com/review',
      },
      resolvedConfiguration: {
        CustomData: 'Release spring?',
        ExternalEntityLink: 'https://example.com/review',
      },
    },
    output: { executionResult: { externalExecutionId } },
  };
  return () => ({ actionExecutionDetails: [detail] });
}

function stateOf(run: string) {
  const latestExecution = { pipelineExecutionId: run, status: 'InProgress' };
  const actionStates = [{ actionName: 'Approve', latestExecution: { token: 'token-1' } }];
  return () => ({ stageStates: [{ stageName: 'Gate', latestExecution, actionStates }] });
}

const mode = (executionMode: string) => () => ({ pipeline: { name: 'shop', executionMode, stages: [] } });

describe('the approval that a run waits for', () => {
  test('has the token of its own stage execution, and what the approver should read', async () => {
    const { pipelines } = pipelinesWith({ ListActionExecutions: waiting(), GetPipelineState: stateOf('r1') });
    const approval = await pipelines.pendingApproval('shop', 'r1');
    expect(approval).toMatchObject({
      pipeline: 'shop',
      id: 'r1',
      stage: 'Gate',
      action: 'Approve',
      customData: 'Release spring?',
      reviewUrl: 'https://example.com/review',
    });
    expect(approval?.token.reveal()).toBe('token-1');
    expect(JSON.stringify(approval)).not.toContain('token-1');
  });

  test("is not another run's", async () => {
    const { pipelines } = pipelinesWith({
      ListActionExecutions: waiting('token-2'),
      GetPipelineState: stateOf('r2'),
      GetPipeline: mode('QUEUED'),
    });
    expect(await pipelines.pendingApproval('shop', 'r1')).toBeUndefined();
  });

  test('of a run in PARALLEL mode has the external execution id as its token', async () => {
    const { pipelines } = pipelinesWith({
      ListActionExecutions: waiting('token-2'),
      GetPipelineState: () => ({ stageStates: [] }),
      GetPipeline: mode('PARALLEL'),
    });
    expect((await pipelines.pendingApproval('shop', 'r1'))?.token.reveal()).toBe('token-2');
  });

  test('is not there where nothing waits, for one call', async () => {
    const { pipelines, asked } = pipelinesWith({
      ListActionExecutions: () => ({ actionExecutionDetails: [] }),
    });
    expect(await pipelines.pendingApproval('shop', 'r1')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });
});

test('an answer is cut to what AWS takes', async () => {
  const { pipelines, asked } = pipelinesWith({ PutApprovalResult: () => ({}) });
  const approval = { pipeline: 'shop', id: 'r1', stage: 'Gate', action: 'Approve', token: new Secret('t') };
  await pipelines.approve({ approval, status: 'Approved', summary: 'x'.repeat(600) });
  expect(asked[0]?.input).toEqual({
    pipelineName: 'shop',
    stageName: 'Gate',
    actionName: 'Approve',
    token: 't',
    result: { status: 'Approved', summary: 'x'.repeat(512) },
  });
});

test('retry and stop ask for what they say', async () => {
  const { pipelines, asked } = pipelinesWith({
    RetryStageExecution: () => ({}),
    StopPipelineExecution: () => ({}),
  });
  await pipelines.retry({ pipeline: 'shop', stage: 'Build', id: 'r1', all: true });
  await pipelines.stop({ pipeline: 'shop', id: 'r1', abandon: false, reason: 'y'.repeat(300) });
  expect(asked.map(({ input }) => input)).toEqual([
    { pipelineName: 'shop', stageName: 'Build', pipelineExecutionId: 'r1', retryMode: 'ALL_ACTIONS' },
    { pipelineName: 'shop', pipelineExecutionId: 'r1', abandon: false, reason: 'y'.repeat(200) },
  ]);
});

test('a long history is read page by page, and no further than asked', async () => {
  const { pipelines, asked } = pipelinesWith({
    ListPipelineExecutions: ({ maxResults }: { maxResults: number }) => ({
      pipelineExecutionSummaries: Array.from({ length: maxResults }, (_, index) => ({
        pipelineExecutionId: `r${index}`,
      })),
      nextToken: 'more',
    }),
  });
  expect(await pipelines.recent('shop', { limit: 250 })).toHaveLength(250);
  expect(asked.map(({ input }) => (input as { maxResults: number }).maxResults)).toEqual([100, 100, 50]);
});
