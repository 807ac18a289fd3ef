import type {
  ActionDeclaration,
  ActionExecutionDetail,
  ExecutionTrigger,
  PipelineDeclaration,
  PipelineExecution,
  PipelineExecutionSummary,
} from '@aws-sdk/client-codepipeline';
import {
  type Action,
  type Change,
  isFinal,
  type Run,
  type RunStatus,
  type Stage,
  type StageStatus,
} from './model.ts';

/** What AWS answers about one execution. */
export interface ExecutionFacts {
  readonly region: string;
  /** The pipeline as it was when the run started. */
  readonly definition: PipelineDeclaration;
  readonly execution: PipelineExecution;
  /** Every action execution of the run, in any order: with retries an action has several. */
  readonly actions: readonly ActionExecutionDetail[];
  readonly change: Change;
}

/**
 * A run with every stage of its definition, those still to come among them. A rollback repeats one stage, so
 * it has only what it has begun.
 */
export function runFrom(facts: ExecutionFacts): Run {
  const { definition, execution, actions, region, change } = facts;
  const latest = latestByAction(actions);
  const status = execution.status ?? 'InProgress';
  const declared = (definition.stages ?? []).map((stage) => {
    const name = stage.name ?? '';
    const own = (stage.actions ?? []).map((action) =>
      actionFrom(action, latest.get(keyOf(name, action.name))),
    );
    return { name, actions: withoutStale(own) };
  });
  const lastReached = declared.findLastIndex(({ actions }) => actions.some(hasBegun));
  const stages = declared.map((stage, index): Stage => {
    const begun = stage.actions.filter(hasBegun);
    const stageStatus =
      begun.length > 0 ? statusOfStage(stage.actions, status) : unreached(index < lastReached);
    return {
      ...stage,
      status: stageStatus,
      startedAt: earliest(begun.map((action) => action.startedAt)),
      endedAt: isMoving(stageStatus) ? undefined : newest(begun.map((action) => action.endedAt)),
      updatedAt: newest(begun.map((action) => action.updatedAt)),
    };
  });
  const kind = execution.executionType === 'ROLLBACK' ? 'ROLLBACK' : 'STANDARD';
  const run: Run = {
    pipeline: execution.pipelineName ?? definition.name ?? '',
    id: execution.pipelineExecutionId ?? '',
    region,
    status,
    kind,
    rollbackOf: execution.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    trigger: execution.trigger?.triggerType,
    startedBy: starterIn(execution.trigger),
    version: execution.pipelineVersion,
    change,
    startedAt: earliest(actions.map((action) => action.startTime?.getTime())),
    updatedAt: newest(stages.map((stage) => stage.updatedAt)),
    stages: kind === 'ROLLBACK' ? stages.filter(({ actions }) => actions.some(hasBegun)) : stages,
  };
  return isFinal(run) ? { ...run, endedAt: newest(actions.map((a) => a.lastUpdateTime?.getTime())) } : run;
}

/** A run as `ListPipelineExecutions` tells of it: without its stages. */
export function runFromSummary(
  summary: PipelineExecutionSummary,
  at: { pipeline: string; region: string; change: Change },
): Run {
  const run: Run = {
    ...at,
    id: summary.pipelineExecutionId ?? '',
    status: summary.status ?? 'InProgress',
    kind: summary.executionType === 'ROLLBACK' ? 'ROLLBACK' : 'STANDARD',
    rollbackOf: summary.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    makesUpFor: failedExecutionOf(summary.trigger),
    trigger: summary.trigger?.triggerType,
    startedBy: starterIn(summary.trigger),
    revisions: revisionsOf(summary),
    startedAt: summary.startTime?.getTime(),
    stages: [],
  };
  return isFinal(run) ? { ...run, endedAt: summary.lastUpdateTime?.getTime() } : run;
}

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ExecutionTrigger.html */
function starterIn({ triggerType, triggerDetail }: ExecutionTrigger = {}): string | undefined {
  const byHand = triggerType === 'StartPipelineExecution' || triggerType === 'ManualRollback';
  return byHand ? triggerDetail : undefined;
}

/**
 * The detail of an automatic rollback's trigger names the execution that failed:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback-auto.html
 */
function failedExecutionOf({ triggerType, triggerDetail = '' }: ExecutionTrigger = {}): string | undefined {
  if (triggerType !== 'AutomatedRollback') return undefined;
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(triggerDetail)?.[0];
}

function revisionsOf({ sourceRevisions = [] }: PipelineExecutionSummary): Record<string, string> {
  return Object.fromEntries(
    sourceRevisions.map(({ actionName = '', revisionId = '' }) => [actionName, revisionId]),
  );
}

/** The newest execution of each action: a retry replaces what it repeats. */
function latestByAction(details: readonly ActionExecutionDetail[]): Map<string, ActionExecutionDetail> {
  const latest = new Map<string, ActionExecutionDetail>();
  for (const detail of details) {
    const key = keyOf(detail.stageName, detail.actionName);
    const before = latest.get(key);
    if (!before || startOf(detail) > startOf(before)) latest.set(key, detail);
  }
  return latest;
}

function startOf(detail: ActionExecutionDetail): number {
  return detail.startTime?.getTime() ?? 0;
}

/** Names hold no slash: https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StageDeclaration.html */
function keyOf(stage = '', action = ''): string {
  return `${stage}/${action}`;
}

function actionFrom(declared: ActionDeclaration, detail: ActionExecutionDetail | undefined): Action {
  const action: Action = {
    name: declared.name ?? '',
    category: declared.actionTypeId?.category ?? '',
    provider: declared.actionTypeId?.provider ?? '',
    runOrder: declared.runOrder ?? 1,
    status: 'Pending',
  };
  if (!detail) return action;
  const result = detail.output?.executionResult;
  const status = detail.status ?? 'InProgress';
  const startedAt = detail.startTime?.getTime();
  const endedAt = status === 'InProgress' ? undefined : detail.lastUpdateTime?.getTime();
  return {
    ...action,
    status,
    executionId: detail.actionExecutionId,
    startedAt,
    endedAt,
    updatedAt: endedAt ?? startedAt,
    toldAt: endedAt ?? startedAt,
    externalId: result?.externalExecutionId,
    externalUrl: result?.externalExecutionUrl,
    summary: result?.errorDetails?.message ?? result?.externalExecutionSummary,
  };
}

/**
 * When a whole stage is retried, its later actions still carry the outcome of the attempt before: what an
 * action with a lower run order has begun since then will be repeated, so it is pending.
 */
function withoutStale(actions: readonly Action[]): Action[] {
  return actions.map((action) => {
    const repeats = actions.some(
      (other) => other.runOrder < action.runOrder && (other.startedAt ?? 0) > (action.startedAt ?? Infinity),
    );
    const { name, category, provider, runOrder } = action;
    return repeats ? { name, category, provider, runOrder, status: 'Pending' } : action;
  });
}

function hasBegun(action: Action): boolean {
  return action.status !== 'Pending';
}

/** A stage without actions that a later stage has passed was skipped by its entry condition. */
function unreached(passed: boolean): StageStatus {
  return passed ? 'Skipped' : 'Pending';
}

/** The status of a stage in which something has begun. */
function statusOfStage(actions: readonly Action[], run: RunStatus): StageStatus {
  const has = (status: string) => actions.some((action) => action.status === status);
  if (has('InProgress')) return run === 'Stopping' ? 'Stopping' : 'InProgress';
  if (actions.every((action) => action.status === 'Succeeded')) return 'Succeeded';
  // A retry has begun, or the rest of the stage is about to.
  if (run === 'InProgress') return 'InProgress';
  if (has('Failed')) return 'Failed';
  if (run === 'Succeeded' || run === 'Superseded') return 'Succeeded';
  return run;
}

function isMoving(status: StageStatus): boolean {
  return status === 'InProgress' || status === 'Stopping' || status === 'Pending';
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function newest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
