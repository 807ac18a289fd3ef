import { type Action, isFinal, type Run, type Stage } from './model.ts';

/** One thing that is different between two readings of a run. Each carries what it is now. */
export type Happening =
  | { readonly kind: 'run'; readonly run: Run; readonly ended: boolean }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'action'; readonly stage: Stage; readonly action: Action }
  /** A manual approval has begun to wait. */
  | { readonly kind: 'approval'; readonly stage: Stage; readonly action: Action };

/** What happened from `before` (nothing known yet, if undefined) to `after`, in the order it is told. */
export function diffRuns(before: Run | undefined, after: Run): Happening[] {
  const run: Happening = { kind: 'run', run: after, ended: isFinal(after) };
  const moved = before?.status !== after.status;
  const stages = after.stages.flatMap((stage) => {
    const known = before?.stages.find(({ name }) => name === stage.name);
    return stageHappenings(known, stage);
  });
  if (!moved) return stages;
  return run.ended ? [...stages, run] : [run, ...stages];
}

function stageHappenings(before: Stage | undefined, after: Stage): Happening[] {
  const moved = after.status !== (before?.status ?? 'Pending');
  const actions = after.actions.flatMap((action) => {
    const known = before?.actions.find(({ name }) => name === action.name);
    return actionHappenings(known, action, after);
  });
  if (!moved) return actions;
  const stage: Happening = { kind: 'stage', stage: after };
  return after.status === 'InProgress' ? [stage, ...actions] : [...actions, stage];
}

/** A retry that ended as the attempt before did has happened all the same: it began after that one's end. */
function actionHappenings(before: Action | undefined, after: Action, stage: Stage): Happening[] {
  const again = secondOf(after.startedAt) > secondOf(before?.endedAt) && after.status !== 'InProgress';
  if (after.status === (before?.status ?? 'Pending') && !again) return [];
  const waits = after.category === 'Approval' && after.status === 'InProgress';
  return [{ kind: waits ? 'approval' : 'action', stage, action: after }];
}

/** Events know whole seconds only; NaN, which is after nothing, where the time is not known. */
function secondOf(time: number | undefined): number {
  return time === undefined ? Number.NaN : Math.floor(time / 1000);
}
