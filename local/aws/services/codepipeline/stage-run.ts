import type { ActionDeclaration, StageDeclaration, StageRetryMode } from '@aws-sdk/client-codepipeline';
import { type ActionRun, runAction } from './action-run.ts';
import { checkCondition } from './conditions.ts';
import type { Engine } from './engine.ts';
import { emitPipeline, emitStage } from './events.ts';
import { named, none, withNamed } from './named.ts';
import type { Execution, StageRun } from './state.ts';

/** How a stage ended: undefined where the execution was cancelled meanwhile, so nothing is left to decide. */
export type StageOutcome = 'Succeeded' | 'Failed' | 'Stopped' | 'Skipped' | undefined;

/** Puts an execution into a stage. */
export function beginStage(engine: Engine, execution: Execution, declaration: StageDeclaration): StageRun {
  const stage: StageRun = {
    execution,
    declaration,
    name: declaration.name ?? '',
    startTime: engine.aws.clock.now(),
    status: 'InProgress',
    actions: none,
    conditions: none,
    engaged: undefined,
    autoRetries: 0,
    manualRetries: 0,
    latestRetry: undefined,
  };
  execution.stages = withNamed(execution.stages, stage);
  emitStage(engine.aws, stage, 'STARTED');
  return stage;
}

/** Runs the stage: its entry condition, its actions, and the condition on how they ended. */
export async function runStage(engine: Engine, stage: StageRun): Promise<StageOutcome> {
  stage.engaged = await checkCondition(engine, stage, 'beforeEntry');
  if (hasEnded(stage)) return outcomeOf(stage);
  if (stage.engaged) return stage.engaged === 'SKIP' ? 'Skipped' : 'Failed';
  const outcome = await runActions(engine, stage);
  const { onFailure } = stage.declaration;
  if (outcome === 'Succeeded') stage.engaged = await checkCondition(engine, stage, 'onSuccess');
  if (outcome === 'Failed')
    stage.engaged = onFailure?.conditions
      ? await checkCondition(engine, stage, 'onFailure')
      : onFailure?.result;
  if (hasEnded(stage)) return outcomeOf(stage);
  return outcome === 'Succeeded' && stage.engaged ? 'Failed' : outcome;
}

/** Whether the execution was stopped or cancelled while a condition was checked. */
const hasEnded = ({ execution }: StageRun) =>
  execution.stop !== undefined || execution.status !== 'InProgress';

/**
 * Runs the stage's actions: those of one run order side by side, one order after the other, until one fails or
 * the run is stopped. What has already succeeded in this stage run is not run again.
 */
async function runActions(engine: Engine, stage: StageRun): Promise<StageOutcome> {
  const { execution } = stage;
  for (const group of byRunOrder(stage.declaration.actions ?? [])) {
    if (execution.stop) break;
    const open = group.filter((action) => named(stage.actions, action.name)?.status !== 'Succeeded');
    const runs = await Promise.all(open.map((action) => runAction(engine, stage, action)));
    if (runs.some((run) => run.status !== 'Succeeded')) break;
  }
  return outcomeOf(stage);
}

function outcomeOf(stage: StageRun): StageOutcome {
  const { execution } = stage;
  if (execution.stop) return 'Stopped';
  if (execution.status !== 'InProgress') return undefined;
  const actions = stage.declaration.actions ?? [];
  const allDone = actions.every((action) => named(stage.actions, action.name)?.status === 'Succeeded');
  return allDone ? 'Succeeded' : 'Failed';
}

function byRunOrder(actions: readonly ActionDeclaration[]): ActionDeclaration[][] {
  const groups = Map.groupBy(actions, (action) => action.runOrder ?? 1);
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** Readies a stage that failed or was stopped for another attempt within the same execution. */
export function reopenStage(
  engine: Engine,
  stage: StageRun,
  { mode, trigger }: { mode: StageRetryMode; trigger: 'AutomatedStageRetry' | 'ManualStageRetry' },
): void {
  if (mode === 'ALL_ACTIONS') {
    stage.actions = none;
    stage.conditions = none;
  }
  if (trigger === 'AutomatedStageRetry') stage.autoRetries += 1;
  else stage.manualRetries += 1;
  stage.latestRetry = trigger;
  resumeStage(engine, stage);
}

/** Puts an execution that had ended in this stage back into it. */
export function resumeStage(engine: Engine, stage: StageRun): void {
  const { execution } = stage;
  stage.status = 'InProgress';
  execution.attempt += 1;
  execution.status = 'InProgress';
  execution.statusSummary = undefined;
  execution.stop = undefined;
  execution.updateTime = engine.aws.clock.now();
  emitPipeline(engine.aws, execution, 'RESUMED');
  emitStage(engine.aws, stage, 'RESUMED');
}

export function inProgress(stage: StageRun): ActionRun[] {
  return stage.actions.filter((run) => run.status === 'InProgress');
}
