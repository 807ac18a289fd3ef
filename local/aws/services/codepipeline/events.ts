import type { Aws } from '../../define.ts';
import type { ActionRun } from './action-run.ts';
import type { Execution, StageRun } from './state.ts';

/**
 * The events that CodePipeline puts on the default bus.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html
 */
export type PipelineState =
  | 'STARTED'
  | 'SUCCEEDED'
  | 'RESUMED'
  | 'FAILED'
  | 'CANCELED'
  | 'SUPERSEDED'
  | 'STOPPING'
  | 'STOPPED';
export type StageState = Exclude<PipelineState, 'SUPERSEDED'> | 'SKIPPED';
export type ActionState = 'STARTED' | 'SUCCEEDED' | 'FAILED' | 'CANCELED' | 'ABANDONED';

export function emitPipeline(aws: Aws, execution: Execution, state: PipelineState): void {
  const { trigger, stop } = execution;
  emit(aws, execution, {
    detailType: 'CodePipeline Pipeline Execution State Change',
    detail: {
      ...base(execution, execution.startTime),
      state,
      ...(state === 'STARTED' && {
        'execution-trigger': {
          'trigger-type': trigger.triggerType,
          'trigger-detail': trigger.triggerDetail,
        },
      }),
      ...(state === 'STOPPING' && stop?.reason && { 'stop-execution-comments': stop.reason }),
    },
  });
}

export function emitStage(aws: Aws, stage: StageRun, state: StageState): void {
  emit(aws, stage.execution, {
    detailType: 'CodePipeline Stage Execution State Change',
    detail: {
      ...base(stage.execution, stage.startTime),
      stage: stage.name,
      state,
      ...(state === 'RESUMED' && {
        'stage-last-retry-attempt-time': new Date(aws.clock.now()).toISOString(),
      }),
    },
  });
}

export function emitAction(aws: Aws, run: ActionRun, state: ActionState): void {
  const { actionTypeId: type } = run.declaration;
  const ended = state !== 'STARTED';
  const result = {
    'external-execution-url': run.progress.externalExecutionUrl,
    'external-execution-summary': run.error?.message ?? run.progress.summary,
    'external-execution-id': run.progress.externalExecutionId,
    'error-code': run.error?.code,
  };
  emit(aws, run.stage.execution, {
    detailType: 'CodePipeline Action Execution State Change',
    detail: {
      ...base(run.stage.execution, run.startTime),
      stage: run.stage.name,
      'action-execution-id': run.id,
      action: run.name,
      state,
      region: run.declaration.region ?? aws.region,
      type: {
        owner: type?.owner,
        provider: type?.provider,
        category: type?.category,
        version: type?.version,
      },
      ...(ended &&
        Object.values(result).some((value) => value !== undefined) && { 'execution-result': result }),
      'input-artifacts': located(run.inputs),
      'output-artifacts': ended ? located(run.outputs) : undefined,
    },
  });
}

function located(artifacts: ActionRun['inputs']) {
  if (artifacts.length === 0) return undefined;
  return artifacts.map(({ name, bucket, key }) => ({ name, s3location: { bucket, key } }));
}

function base(execution: Execution, startTime: number) {
  return {
    pipeline: execution.pipeline.name,
    'execution-id': execution.id,
    'start-time': new Date(startTime).toISOString(),
    version: execution.version,
    'pipeline-execution-attempt': execution.attempt,
  };
}

function emit(
  aws: Aws,
  execution: Execution,
  { detailType, detail }: { detailType: string; detail: Record<string, unknown> },
): void {
  aws.emit({
    source: 'aws.codepipeline',
    detailType,
    resources: [execution.pipeline.arn],
    // Members without a value are left out, as JSON does, so that in-process listeners see the same.
    detail: JSON.parse(JSON.stringify(detail)),
  });
}
