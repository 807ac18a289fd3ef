import type {
  ActionExecutionDetail,
  ActionExecutionFilter,
  ArtifactDetail,
  PipelineExecution,
  PipelineExecutionSummary,
} from '@aws-sdk/client-codepipeline';
import type { ActionRun } from './action-run.ts';
import type { StoredArtifact } from './actions/define.ts';
import { named } from './named.ts';
import { current, type Execution, findExecution, type Pipeline } from './state.ts';

/** What happened, as the API shows it. */
export function executionDetail(execution: Execution): PipelineExecution {
  return {
    ...shared(execution),
    pipelineName: execution.pipeline.name,
    pipelineVersion: execution.version,
    artifactRevisions: execution.revisions.map((revision) => ({
      name: revision.name,
      revisionId: revision.id,
      revisionChangeIdentifier: revision.changeId,
      revisionSummary: revision.summary,
      revisionUrl: revision.url,
      created: revision.created === undefined ? undefined : new Date(revision.created),
    })),
    variables: Object.entries(execution.variables).map(([name, resolvedValue]) => ({ name, resolvedValue })),
  };
}

export function executionSummary(execution: Execution): PipelineExecutionSummary {
  return {
    ...shared(execution),
    startTime: new Date(execution.startTime),
    lastUpdateTime: new Date(execution.updateTime),
    sourceRevisions: execution.revisions.map((revision) => ({
      actionName: revision.actionName,
      revisionId: revision.id,
      revisionSummary: revision.summary,
      revisionUrl: revision.url,
    })),
    stopTrigger: execution.stop?.reason === undefined ? undefined : { reason: execution.stop.reason },
  };
}

function shared(execution: Execution) {
  return {
    pipelineExecutionId: execution.id,
    status: execution.status,
    statusSummary: execution.statusSummary,
    trigger: execution.trigger,
    executionMode: execution.mode,
    executionType: execution.type,
    rollbackMetadata: execution.rollbackTarget && {
      rollbackTargetPipelineExecutionId: execution.rollbackTarget.id,
    },
  };
}

/** The newest first; `succeededIn` keeps those of the present version that succeeded in that stage. */
export function executionsOf(pipeline: Pipeline, succeededIn: string | undefined): Execution[] {
  const newestFirst = pipeline.executions.toReversed();
  if (succeededIn === undefined) return newestFirst;
  const { version } = current(pipeline);
  return newestFirst.filter(
    (one) => one.version === version && named(one.stages, succeededIn)?.status === 'Succeeded',
  );
}

/** The newest first. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListActionExecutions.html */
export function actionRunsOf(pipeline: Pipeline, filter: ActionExecutionFilter | undefined): ActionRun[] {
  const newestFirst = pipeline.actionRuns.toReversed();
  const latestOnly = filter?.latestInPipelineExecution;
  const id = filter?.pipelineExecutionId ?? latestOnly?.pipelineExecutionId;
  if (id === undefined) return newestFirst;
  const execution = findExecution(pipeline, id);
  const runs = newestFirst.filter((run) => run.stage.execution === execution);
  if (latestOnly?.startTimeRange !== 'Latest') return runs;
  return runs.filter((run) => run.stage.actions.includes(run));
}

export function actionDetail(run: ActionRun, region: string): ActionExecutionDetail {
  const { declaration, stage, progress } = run;
  return {
    pipelineExecutionId: stage.execution.id,
    actionExecutionId: run.id,
    pipelineVersion: stage.execution.version,
    stageName: stage.name,
    actionName: run.name,
    startTime: new Date(run.startTime),
    lastUpdateTime: new Date(run.updateTime),
    updatedBy: progress.lastUpdatedBy,
    status: run.status,
    input: {
      actionTypeId: declaration.actionTypeId,
      configuration: declaration.configuration ?? {},
      resolvedConfiguration: { ...run.configuration },
      roleArn: declaration.roleArn,
      region: declaration.region ?? region,
      inputArtifacts: run.inputs.map(located),
      namespace: declaration.namespace,
    },
    output: {
      outputArtifacts: run.outputs.map(located),
      executionResult: {
        externalExecutionId: progress.externalExecutionId,
        externalExecutionSummary: progress.summary,
        externalExecutionUrl: progress.externalExecutionUrl,
        errorDetails: run.error,
      },
      outputVariables: { ...run.outputVariables },
    },
  };
}

function located({ name, bucket, key }: StoredArtifact): ArtifactDetail {
  return { name, s3location: { bucket, key } };
}
