import type {
  ActionState,
  GetPipelineStateOutput,
  StageDeclaration,
  StageExecution,
  StageState,
} from '@aws-sdk/client-codepipeline';
import type { ActionRun } from './action-run.ts';
import { named } from './named.ts';
import { conditionState } from './rule-history.ts';
import {
  current,
  type Execution,
  type Lane,
  laneOf,
  type Pipeline,
  type StageRun,
  stagesOf,
} from './state.ts';

/** The pipeline as `GetPipelineState` shows it: the latest execution in each stage. */
export function pipelineState(pipeline: Pipeline): GetPipelineStateOutput {
  const declaration = current(pipeline);
  return {
    pipelineName: pipeline.name,
    pipelineVersion: declaration.version,
    created: new Date(pipeline.created),
    updated: new Date(pipeline.updated),
    stageStates: stagesOf(declaration).map((stage) => stageState(pipeline, stage)),
  };
}

function stageState(pipeline: Pipeline, declaration: StageDeclaration): StageState {
  const lane = laneOf(pipeline, declaration.name ?? '');
  const isParallel = current(pipeline).executionMode === 'PARALLEL';
  // Executions in PARALLEL mode share no state: each has its own, which ListActionExecutions shows.
  const latest = isParallel ? undefined : lane.latest;
  return {
    stageName: declaration.name,
    inboundExecution: isParallel ? undefined : waitingAt(lane)[0],
    inboundExecutions: waitingAt(lane),
    inboundTransitionState: {
      enabled: lane.transition.enabled,
      lastChangedBy: lane.transition.changedBy,
      lastChangedAt:
        lane.transition.changedAt === undefined ? undefined : new Date(lane.transition.changedAt),
      disabledReason: lane.transition.reason,
    },
    actionStates: (declaration.actions ?? []).map((action) =>
      actionState(action.name ?? '', latest && named(latest.actions, action.name)),
    ),
    latestExecution: latest && {
      pipelineExecutionId: latest.execution.id,
      status: latest.status,
      type: latest.execution.type,
    },
    beforeEntryConditionState: conditionState(latest, 'beforeEntry'),
    onSuccessConditionState: conditionState(latest, 'onSuccess'),
    onFailureConditionState: conditionState(latest, 'onFailure'),
    retryStageMetadata: latest && retryMetadata(latest),
  };
}

function waitingAt(lane: Lane): StageExecution[] {
  return lane.waiting.map((execution: Execution) => ({
    pipelineExecutionId: execution.id,
    status: 'InProgress',
    type: execution.type,
  }));
}

function retryMetadata({
  autoRetries,
  manualRetries,
  latestRetry,
}: StageRun): StageState['retryStageMetadata'] {
  if (!latestRetry) return undefined;
  return {
    autoStageRetryAttempt: autoRetries || undefined,
    manualStageRetryAttempt: manualRetries || undefined,
    latestRetryTrigger: latestRetry,
  };
}

function actionState(actionName: string, run: ActionRun | undefined): ActionState {
  if (!run) return { actionName };
  const { progress } = run;
  const revision = run.stage.execution.revisions.find((one) => one.actionName === actionName);
  return {
    actionName,
    currentRevision:
      revision && run.declaration.actionTypeId?.category === 'Source'
        ? {
            revisionId: revision.id,
            revisionChangeId: revision.changeId ?? revision.id,
            created: new Date(revision.created ?? run.updateTime),
          }
        : undefined,
    latestExecution: {
      actionExecutionId: run.id,
      status: run.status,
      summary: progress.summary,
      lastStatusChange: new Date(run.updateTime),
      token: run.status === 'InProgress' ? progress.token : undefined,
      lastUpdatedBy: progress.lastUpdatedBy,
      externalExecutionId: progress.externalExecutionId,
      externalExecutionUrl: progress.externalExecutionUrl,
      percentComplete: progress.percentComplete,
      errorDetails: run.error,
    },
    entityUrl: progress.entityUrl,
    revisionUrl: revision?.url,
  };
}
