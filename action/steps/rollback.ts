import type { PipelineDeclaration, StageDeclaration } from '@aws-sdk/client-codepipeline';
import { isDenied } from '../../shared/aws/errors.ts';
import type { Pipelines } from '../../shared/aws/ports.ts';
import { type Clock, sleep } from '../../shared/clock.ts';
import type { Run } from '../../shared/run/model.ts';

export interface RollbackPorts {
  readonly pipelines: Pick<Pipelines, 'recent' | 'run'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const looks = 5;
const pause = 2000;

/**
 * The run that rolled back what an ended run has deployed: AWS's own after a failure, where the pipeline asks
 * for one, or somebody's. AWS begins its own a moment after the failure.
 */
export async function findRollback(
  run: Run,
  definition: PipelineDeclaration,
  { pipelines, clock, signal }: RollbackPorts,
): Promise<Run | undefined> {
  const isExpected = run.status === 'Failed' && (definition.stages ?? []).some(rollsBack);
  for (let look = 1; ; look++) {
    const found = await lookFor(run, pipelines);
    if (found || !isExpected || look === looks) return found;
    await sleep(clock, pause, signal);
  }
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback-auto.html */
function rollsBack({ onFailure, onSuccess }: StageDeclaration): boolean {
  const conditions = [...(onFailure?.conditions ?? []), ...(onSuccess?.conditions ?? [])];
  return onFailure?.result === 'ROLLBACK' || conditions.some(({ result }) => result === 'ROLLBACK');
}

async function lookFor(run: Run, pipelines: RollbackPorts['pipelines']): Promise<Run | undefined> {
  const recent = await pipelines.recent(run.pipeline, { limit: 25 }).catch((error) => {
    if (isDenied(error)) return []; // Who may only start and follow runs gets their own outcome.
    throw error;
  });
  const since = run.startedAt ?? 0;
  const rollbacks = recent.filter(({ kind, startedAt = 0 }) => kind === 'ROLLBACK' && startedAt >= since);
  const automatic = rollbacks.find(({ makesUpFor }) => makesUpFor === run.id);
  if (automatic) return automatic;
  for (const { id, makesUpFor, rollbackOf } of rollbacks) {
    if (makesUpFor || rollbackOf === run.id) continue;
    const manual = await pipelines.run(run.pipeline, id);
    if (undoes(manual, run)) return manual;
  }
  return undefined;
}

/** Whether the run had been in the stage before that was rolled back. */
function undoes(rollback: Run, run: Run): boolean {
  return rollback.stages.some(({ name, startedAt: rolledBackAt = 0 }) => {
    const { startedAt } = run.stages.find((stage) => stage.name === name) ?? {};
    return startedAt !== undefined && startedAt <= rolledBackAt;
  });
}
