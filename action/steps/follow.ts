import { markOf, statusOf, wordsOf } from '../../shared/render/marks.ts';
import { consoleUrl } from '../../shared/render/run.ts';
import { duration } from '../../shared/render/time.ts';
import { diffRuns, type Happening } from '../../shared/run/diff.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';
import type { Runner } from '../io.ts';

/** Tells the log what happens to the run as long as it is watched; how it was at last. */
export async function followRun(
  readings: AsyncIterable<Run>,
  runner: Pick<Runner, 'info' | 'notice'>,
): Promise<Run> {
  let last: Run | undefined;
  for await (const run of readings) {
    for (const happening of diffRuns(last, run)) tell(happening, run, runner);
    last = run;
  }
  if (!last) throw new Error('A watched run was never read');
  return last;
}

function tell(happening: Happening, run: Run, runner: Pick<Runner, 'info' | 'notice'>): void {
  if (happening.kind === 'run') runner.info(`${line(statusOf(run), run.pipeline)}${took(run)}`);
  if (happening.kind === 'stage') runner.info(lineOfStage(happening.stage));
  if (happening.kind === 'action') runner.info(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === 'approval') {
    const { stage, action } = happening;
    runner.info(`  ${line('Waiting', action.name)}`);
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
