import { UserError } from '../../shared/errors.ts';
import type { Run } from '../../shared/run/model.ts';
import { changeText, shortId } from './words.ts';

/** What a stage has seen, from which the run to go back to is chosen. */
export interface StageHistory {
  readonly stage: string;
  /** The newest run that entered the stage, whatever came of it. */
  readonly entered?: Run;
  /** The runs that succeeded in the stage, newest first, rollbacks among them. */
  readonly succeeded: readonly Run[];
}

/** The run to go back to: the one that is named, else the first choice. Throws a `UserError` if there is none. */
export function targetOf(history: StageHistory, pipeline: string, wanted: string | undefined): Run {
  const candidates = candidatesOf(history);
  const target = wanted ? named(wanted, history, candidates) : candidates[0];
  if (target) return target;
  throw new UserError(
    `There is no earlier run that succeeded in ${history.stage} of ${pipeline} to go back to.`,
  );
}

/** The run whose change stands in the stage now. */
export function standingIn({ entered, succeeded }: StageHistory): Run | undefined {
  return [...succeeded, entered].find((run) => run && run.id === carriedBy(entered)) ?? entered;
}

/** The run whose artifacts a run deploys: its own, or those of the run it went back to. */
function carriedBy(run: Run | undefined): string | undefined {
  return run?.kind === 'ROLLBACK' ? run.rollbackOf : run?.id;
}

/**
 * The runs that can return, the first choice first. AWS takes no rollback as a target. After a success the
 * choice begins before what stands there now; after a failure, with what stood there before it.
 */
export function candidatesOf({ stage, entered, succeeded }: StageHistory): readonly Run[] {
  const standard = succeeded.filter(({ kind }) => kind === 'STANDARD');
  const now = carriedBy(entered);
  const good = entered?.stages.find(({ name }) => name === stage)?.status === 'Succeeded';
  if (good) {
    const index = standard.findIndex(({ id }) => id === now);
    return index < 0 ? standard.filter(({ id }) => id !== now) : standard.slice(index + 1);
  }
  const stood = carriedBy(succeeded.find((run) => carriedBy(run) !== now));
  const index = standard.findIndex(({ id }) => id === stood);
  return index < 0 ? standard.filter(({ id }) => id !== now) : standard.slice(index);
}

function named(wanted: string, { succeeded, stage }: StageHistory, candidates: readonly Run[]): Run {
  const found = succeeded.filter(
    ({ id, kind }) => kind === 'STANDARD' && id.startsWith(wanted.toLowerCase()),
  );
  if (found.length === 1) return found[0]!;
  const list = candidates.slice(0, 5).map((run) => `${shortId(run)} (${changeText(run.change)})`);
  const choice = list.length > 0 ? `; there are ${list.join(', ')}` : '';
  if (found.length > 1) throw new UserError(`More than one run begins with ${wanted}${choice}.`);
  throw new UserError(`No run ${wanted} succeeded in ${stage}${choice}.`);
}
