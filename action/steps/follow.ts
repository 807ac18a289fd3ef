import { diffRuns, type Happening } from '../../shared/run/diff.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';
import type { Runner } from '../io.ts';
import { duration } from './duration.ts';
import { pipelineUrl } from './links.ts';

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
  if (happening.kind === 'run') runner.info(`${run.pipeline}: ${run.status}${took(run)}`);
  if (happening.kind === 'stage') runner.info(lineOfStage(happening.stage));
  if (happening.kind === 'action') runner.info(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === 'approval') {
    const { stage, action } = happening;
    runner.info(`  ◆ ${action.name}: waits for an approval`);
    runner.notice(
      `The run ${run.id} waits for an approval in ${stage.name}/${action.name}. Answer it at ${pipelineUrl(run)}.`,
    );
  }
}

const marks: Readonly<Record<string, string>> = {
  InProgress: '▸',
  Succeeded: '✓',
  Failed: '✗',
  Abandoned: '✗',
  Skipped: '↷',
};

function lineOfStage(stage: Stage): string {
  return `${marks[stage.status] ?? '•'} ${stage.name}: ${stage.status}${took(stage)}`;
}

function lineOfAction(action: Action): string {
  const summary = action.status === 'Failed' && action.summary ? `: ${action.summary}` : '';
  const words = action.status === 'InProgress' ? `under way (${action.provider})` : action.status;
  return `${marks[action.status] ?? '•'} ${action.name}: ${words}${took(action)}${summary}`;
}

function took({ startedAt, endedAt }: { startedAt?: number; endedAt?: number }): string {
  return startedAt !== undefined && endedAt !== undefined ? ` in ${duration(endedAt - startedAt)}` : '';
}
