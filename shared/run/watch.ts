import { hasCode, isTransient } from '../aws/errors.ts';
import { type Clock, sleep } from '../clock.ts';
import type { CallBudget } from './budget.ts';
import { isFinal, type Run, waitingApproval } from './model.ts';

/** Reads a run, and reads it again for less. */
export interface RunReader {
  /** Two calls. */
  run(pipeline: string, id: string): Promise<Run>;
  /**
   * The very same object, for one call, while an action runs and no action has moved: until then the run's own
   * status changes only if somebody stops it. Else as `run`.
   */
  refresh(run: Run): Promise<Run>;
}

export interface WatchOptions {
  readonly reader: RunReader;
  readonly pipeline: string;
  readonly id: string;
  readonly clock: Clock;
  readonly budget: CallBudget;
  readonly signal?: AbortSignal;
  /** Whether to stop at an approval, too. The default is to go on to the end. */
  readonly until?: 'end' | 'approval';
}

/**
 * Follows one run: yields it at once and again at every change, the last time in its final state (or waiting
 * for an approval). What passes by itself, such as throttling, is waited out for some minutes.
 *
 * @throws what reading throws, and the signal's reason when it aborts.
 */
export async function* watchRun(options: WatchOptions): AsyncGenerator<Run, void, void> {
  const { reader, pipeline, id, clock, budget, signal, until = 'end' } = options;
  const isDone = (run: Run) => isFinal(run) || (until === 'approval' && waitingApproval(run) !== undefined);

  let run = await readNewRun(options);
  yield run;
  const pace = createPace(clock.now(), budget);
  for (let quiet = 0; !isDone(run); ) {
    await sleep(clock, pace.delay(clock.now()), signal);
    const whole = !isBusy(run) || quiet % 4 === 3;
    const next = await read(whole);
    if (next === undefined) continue;
    if (isSame(run, next)) {
      quiet += 1;
      continue;
    }
    quiet = 0;
    pace.moved(clock.now());
    run = next;
    yield run;
  }

  /** Undefined where it is worth trying again. */
  async function read(whole: boolean): Promise<Run | undefined> {
    try {
      const next = whole ? await reader.run(pipeline, id) : await reader.refresh(run);
      pace.passed();
      return next;
    } catch (error) {
      if (!isTransient(error) || !pace.failed(clock.now())) throw error;
      return undefined;
    }
  }
}

const firstTries = 6;

/** The first reading; a run that has only just been started may not be known everywhere in AWS yet. */
export async function readNewRun(
  options: Pick<WatchOptions, 'reader' | 'pipeline' | 'id' | 'clock' | 'signal'>,
): Promise<Run> {
  const { reader, pipeline, id, clock, signal } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await reader.run(pipeline, id);
    } catch (error) {
      if (tries === firstTries || !hasCode(error, 'PipelineExecutionNotFoundException')) throw error;
      await sleep(clock, tries * seconds, signal);
    }
  }
}

function isBusy(run: Run): boolean {
  return run.stages.some(({ actions }) => actions.some(({ status }) => status === 'InProgress'));
}

function isSame(before: Run, after: Run): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

const seconds = 1000;
const shortest = 1.5 * seconds;
const longest = 20 * seconds;
/** A wait is bought before the poll is: the dearest costs three calls. */
const dearest = 3;
const longestAfterFailure = 60 * seconds;
const patience = 5 * 60 * seconds;

/**
 * When to look again: soon after something moved (a third of the time since), rarer and rarer while nothing
 * does, and never so often that the budget is used up.
 */
function createPace(start: number, budget: CallBudget) {
  let lastMove = start;
  let failures = 0;
  let failingSince: number | undefined;

  return {
    delay(now: number): number {
      const wanted = clamp((now - lastMove) / 3, shortest, longest);
      const backoff = failures === 0 ? 0 : Math.min(2 ** failures * shortest, longestAfterFailure);
      return Math.max(wanted, budget.waitFor(dearest), backoff);
    },
    moved(now: number): void {
      lastMove = now;
    },
    passed(): void {
      failures = 0;
      failingSince = undefined;
    },
    /** Whether to go on after a call that failed. */
    failed(now: number): boolean {
      failures += 1;
      failingSince ??= now;
      return now - failingSince < patience;
    },
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
