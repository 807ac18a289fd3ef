import {
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  type PipelineExecutionSummary,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import type { Run } from '../run/model.ts';
import { runFromSummary } from '../run/read.ts';
import { changeFromRevisions } from '../run/source.ts';
import type { RunReader } from '../run/watch.ts';
import { Secret } from '../secrets/secret.ts';
import type { AwsClients } from './clients.ts';
import { explaining } from './errors.ts';
import type { ApprovalAnswer, PendingApproval, Pipelines, StartRequest } from './ports.ts';
import { createRuns } from './runs.ts';

const pageSize = 100;
/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ApprovalResult.html */
const approvalSummaryLimit = 512;
/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StopPipelineExecution.html */
const stopReasonLimit = 200;

/**
 * CodePipeline behind its port. Importing this file loads the SDK's CodePipeline package: where start-up time
 * counts, import it when it is needed.
 */
export function createPipelines(clients: AwsClients, region: string): Pipelines & RunReader {
  const runs = createRuns(clients, region);

  async function names(): Promise<string[]> {
    const client = await clients.codepipeline();
    const found: string[] = [];
    let nextToken: string | undefined;
    do {
      const command = new ListPipelinesCommand({ nextToken });
      const page = await explaining({ region }, () => client.send(command));
      found.push(...(page.pipelines ?? []).flatMap(({ name }) => name ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return found;
  }

  async function recent(
    pipeline: string,
    { limit, succeededIn }: { limit: number; succeededIn?: string },
  ): Promise<Run[]> {
    const client = await clients.codepipeline();
    const found: PipelineExecutionSummary[] = [];
    let nextToken: string | undefined;
    do {
      const command = new ListPipelineExecutionsCommand({
        pipelineName: pipeline,
        maxResults: Math.min(pageSize, limit - found.length),
        filter: succeededIn ? { succeededInStage: { stageName: succeededIn } } : undefined,
        nextToken,
      });
      const page = await explaining({ region, pipeline, stage: succeededIn }, () => client.send(command));
      found.push(...(page.pipelineExecutionSummaries ?? []));
      nextToken = page.nextToken;
    } while (nextToken && found.length < limit);
    return found.slice(0, limit).map((summary) => {
      const change = changeFromRevisions(summary.sourceRevisions ?? []);
      return runFromSummary(summary, { pipeline, region, change });
    });
  }

  async function pendingApproval(pipeline: string, id: string): Promise<PendingApproval | undefined> {
    const waiting = (await runs.actions(pipeline, id)).find(
      ({ input, status }) => input?.actionTypeId?.category === 'Approval' && status === 'InProgress',
    );
    const { stageName: stage, actionName: action } = waiting ?? {};
    if (!waiting || !stage || !action) return undefined;
    const token =
      (await tokenOf({ pipeline, id, stage, action })) ??
      (await parallelToken(pipeline, waiting.output?.executionResult?.externalExecutionId));
    if (!token) return undefined;
    const settings = waiting.input?.resolvedConfiguration ?? waiting.input?.configuration;
    return {
      pipeline,
      id,
      stage,
      action,
      token: new Secret(token),
      customData: settings?.CustomData || undefined,
      reviewUrl: settings?.ExternalEntityLink || undefined,
    };
  }

  /** A stage shows the token of the run that is in it now: another run's must not be taken for this one's. */
  async function tokenOf(at: { pipeline: string; id: string; stage: string; action: string }) {
    const client = await clients.codepipeline();
    const state = await explaining({ region, pipeline: at.pipeline }, () =>
      client.send(new GetPipelineStateCommand({ name: at.pipeline })),
    );
    const stage = state.stageStates?.find(({ stageName }) => stageName === at.stage);
    if (stage?.latestExecution?.pipelineExecutionId !== at.id) return undefined;
    return stage.actionStates?.find(({ actionName }) => actionName === at.action)?.latestExecution?.token;
  }

  /**
   * Runs in PARALLEL mode have no state of the pipeline in common, and their tokens are external ids:
   * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutApprovalResult.html
   */
  async function parallelToken(pipeline: string, externalId: string | undefined) {
    if (!externalId) return undefined;
    const { executionMode } = await runs.definition(pipeline);
    return executionMode === 'PARALLEL' ? externalId : undefined;
  }

  async function start({ pipeline, variables, sourceRevisions, token }: StartRequest): Promise<string> {
    const client = await clients.codepipeline();
    const command = new StartPipelineExecutionCommand({
      name: pipeline,
      clientRequestToken: token,
      variables: variables && Object.entries(variables).map(([name, value]) => ({ name, value })),
      sourceRevisions: sourceRevisions?.map(({ action, type, value }) => ({
        actionName: action,
        revisionType: type,
        revisionValue: value,
      })),
    });
    const started = await explaining({ region, pipeline }, () => client.send(command));
    return started.pipelineExecutionId!;
  }

  async function approve({ approval, status, summary }: ApprovalAnswer): Promise<void> {
    const client = await clients.codepipeline();
    const { pipeline, stage, action, token, id } = approval;
    const command = new PutApprovalResultCommand({
      pipelineName: pipeline,
      stageName: stage,
      actionName: action,
      token: token.reveal(),
      result: { status, summary: summary.slice(0, approvalSummaryLimit) },
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command));
  }

  async function rollback(request: { pipeline: string; stage: string; to: string }): Promise<string> {
    const client = await clients.codepipeline();
    const { pipeline, stage, to } = request;
    const command = new RollbackStageCommand({
      pipelineName: pipeline,
      stageName: stage,
      targetPipelineExecutionId: to,
    });
    const started = await explaining({ region, pipeline, stage, run: to }, () => client.send(command));
    return started.pipelineExecutionId!;
  }

  async function retry(request: { pipeline: string; stage: string; id: string; all: boolean }) {
    const client = await clients.codepipeline();
    const { pipeline, stage, id, all } = request;
    const command = new RetryStageExecutionCommand({
      pipelineName: pipeline,
      stageName: stage,
      pipelineExecutionId: id,
      retryMode: all ? 'ALL_ACTIONS' : 'FAILED_ACTIONS',
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command));
  }

  async function stop(request: { pipeline: string; id: string; abandon: boolean; reason: string }) {
    const client = await clients.codepipeline();
    const { pipeline, id, abandon, reason } = request;
    const command = new StopPipelineExecutionCommand({
      pipelineName: pipeline,
      pipelineExecutionId: id,
      abandon,
      reason: reason.slice(0, stopReasonLimit),
    });
    await explaining({ region, pipeline, run: id }, () => client.send(command));
  }

  const { run, refresh } = runs;
  const definition = (pipeline: string) => runs.definition(pipeline);
  return { names, definition, run, refresh, recent, pendingApproval, start, approve, rollback, retry, stop };
}
