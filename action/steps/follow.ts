import type { Clock } from '../../shared/clock.ts';
import { describeAction, type ProgressFinder } from '../../shared/providers/find.ts';
import { markOf, statusOf, wordsOf } from '../../shared/render/marks.ts';
import { consoleUrl } from '../../shared/render/run.ts';
import { duration } from '../../shared/render/time.ts';
import type { CallBudget } from '../../shared/run/budget.ts';
import { diffRuns, type Happening } from '../../shared/run/diff.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';
import type { Runner } from '../io.ts';
import { createRunLog, type RunLog } from './log.ts';
import { startTail, type Tail } from './tail.ts';

export interface FollowPorts {
  readonly runner: Pick<Runner, 'info' | 'notice' | 'warning' | 'startGroup' | 'endGroup'>;
  readonly clock: Clock;
  readonly budget: CallBudget;
  readonly progress: ProgressFinder;
  /** Tells who may answer an approval that has begun to wait, and what its author wrote for them. */
  readonly onApproval: (run: Run) => Promise<readonly string[]>;
}

/** Tells the log what happens to the run and in its actions as long as it is watched; how it was at last. */
export async function followRun(readings: AsyncIterable<Run>, ports: FollowPorts): Promise<Run> {
  const log = createRunLog(ports.runner);
  const tails = new Map<string, Tail>();
  let last: Run | undefined;
  try {
    for await (const run of readings) {
      const telling = { run, log, ...ports };
      const happenings = diffRuns(last, run);
      await endTails(tails, happenings, telling);
      for (const happening of happenings) await tell(happening, telling);
      startTails(tails, runningIn(run), telling);
      last = run;
    }
  } finally {
    await Promise.all([...tails.values()].map((tail) => tail.end({ drain: false })));
    log.close();
  }
  if (!last) throw new Error('A watched run was never read');
  return last;
}

type Telling = FollowPorts & { readonly run: Run; readonly log: RunLog };

/** A retry of an action has another external id, and so a tail of its own. */
function keyOf(stage: Stage, action: Action): string {
  return `${stage.name}/${action.name} ${action.externalId}`;
}

interface Place {
  readonly stage: Stage;
  readonly action: Action;
}

function runningIn(run: Run): Place[] {
  return run.stages.flatMap((stage) =>
    stage.actions.filter(({ status }) => status === 'InProgress').map((action) => ({ stage, action })),
  );
}

/** What an action printed stands before the line that says how it ended, also if it was not seen to begin. */
async function endTails(
  tails: Map<string, Tail>,
  happenings: readonly Happening[],
  telling: Telling,
): Promise<void> {
  const ended = happenings.flatMap((one) =>
    one.kind === 'action' && one.action.status !== 'InProgress' ? [one] : [],
  );
  startTails(tails, ended, telling);
  const running = new Set(runningIn(telling.run).map(({ stage, action }) => keyOf(stage, action)));
  const over = [...tails].filter(([key]) => !running.has(key));
  for (const [key] of over) tails.delete(key);
  await Promise.all(over.map(([, tail]) => tail.end({ drain: true })));
}

function startTails(tails: Map<string, Tail>, places: readonly Place[], telling: Telling): void {
  const { run, log, clock, budget, progress, runner } = telling;
  for (const { stage, action } of places) {
    const key = keyOf(stage, action);
    const found = tails.has(key) ? undefined : progress(run, action);
    if (!found) continue;
    const title = `${stage.name}/${action.name}: ${describeAction(action)}`;
    const print = (lines: readonly string[]) => log.group(title, lines);
    const warn = (message: string) => runner.warning(`${title} cannot be followed: ${message}`);
    tails.set(key, startTail(found, { clock, budget, print, warn }));
  }
}

async function tell(happening: Happening, { run, log, runner, onApproval }: Telling): Promise<void> {
  if (happening.kind === 'run') log.line(`${line(statusOf(run), run.pipeline)}${took(run)}`);
  if (happening.kind === 'stage') log.line(lineOfStage(happening.stage));
  if (happening.kind === 'action') log.line(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === 'approval') {
    const { stage, action } = happening;
    log.line(`  ${line('Waiting', action.name)}`);
    for (const each of await onApproval(run)) log.line(`    ${each}`);
    const where = `${stage.name}/${action.name}`;
    runner.notice(`${run.pipeline} waits for an approval in ${where}: answer it at ${consoleUrl(run)}`);
  }
}

function lineOfStage(stage: Stage): string {
  return `${line(stage.status, stage.name)}${took(stage)}`;
}

function lineOfAction(action: Action): string {
  const summary = action.status === 'Failed' && action.summary ? `: ${action.summary}` : '';
  return `${line(action.status, `${action.name} (${action.provider})`)}${took(action)}${summary}`;
}

function line(status: string, name: string): string {
  return `${markOf(status)} ${name} ${wordsOf(status)}`;
}

function took({ startedAt, endedAt }: { startedAt?: number; endedAt?: number }): string {
  return startedAt !== undefined && endedAt !== undefined ? ` in ${duration(endedAt - startedAt)}` : '';
}
