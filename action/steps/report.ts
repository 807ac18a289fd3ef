import type { ReasonFinder } from '../../shared/aws/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import { toMarkdown } from '../../shared/render/markdown.ts';
import { statusOf, wordsOf } from '../../shared/render/marks.ts';
import { renderRun } from '../../shared/render/run.ts';
import type { View } from '../../shared/render/view.ts';
import type { Reason, Run } from '../../shared/run/model.ts';
import type { Runner } from '../io.ts';
import { ganttOf } from './gantt.ts';
import { type Ending, failedAction, outcomeOf } from './outcome.ts';

export interface ReportPorts {
  readonly runner: Runner;
  readonly reasons: ReasonFinder;
  readonly clock: Clock;
}

/** Says how the run stands: why it failed as an annotation, all of it in outputs and the job's summary. */
export async function report(ending: Ending, { runner, reasons, clock }: ReportPorts): Promise<Run> {
  const { rollback } = ending;
  const explained = await withReasons(ending.run, { runner, reasons });
  const failed = failedAction(explained);
  runner.output('status', explained.status);
  runner.output('outcome', outcomeOf(ending));
  const now = clock.now();
  runner.output('duration', String(secondsOf(explained, now)));
  const begun = explained.stages.filter(({ startedAt }) => startedAt !== undefined);
  const durations = Object.fromEntries(begun.map((stage) => [stage.name, secondsOf(stage, now)]));
  runner.output('durations', JSON.stringify(durations));
  runner.output('json', JSON.stringify(explained));
  if (failed) {
    const { stage, action } = failed;
    const reason = action.reason?.text ?? action.summary ?? 'AWS gives no reason.';
    runner.output('failed-stage', stage.name);
    runner.output('failed-action', action.name);
    runner.output('reason', reason);
    const where = action.reason?.where ? ` (${action.reason.where})` : '';
    runner.error(`${reason}${where}`, { title: `${stage.name}/${action.name} failed` });
    logTail(action.reason, runner);
  }
  if (rollback) runner.error(rolledBackBy(rollback), { title: `${explained.pipeline} was rolled back` });
  const gantt = ganttOf(explained, now);
  await runner.summary(
    [toMarkdown(viewOf({ run: explained, rollback })), gantt].filter(Boolean).join('\n\n'),
  );
  return explained;
}

/** As long as it goes on, until now. */
function secondsOf({ startedAt, endedAt }: Pick<Run, 'startedAt' | 'endedAt'>, now: number): number {
  return startedAt === undefined ? 0 : Math.round(((endedAt ?? now) - startedAt) / 1000);
}

/** A run as it is shown where nothing can be pressed and nobody reads commands. */
export function viewOf({ run, rollback }: Ending, approvers?: string): View {
  const view = renderRun(run, { approvers });
  const blocks = view.blocks.filter(({ kind }) => kind !== 'buttons');
  if (rollback) blocks.splice(1, 0, { kind: 'text', text: rolledBackBy(rollback) });
  return { ...view, blocks };
}

function rolledBackBy(rollback: Run): string {
  const to = rollback.rollbackOf ? ` to what ${rollback.rollbackOf} had deployed` : '';
  return `The run ${rollback.id} rolled this one back${to}, and ${wordsOf(statusOf(rollback))}.`;
}

function logTail(reason: Reason | undefined, runner: Runner): void {
  if (!reason?.log?.length) return;
  runner.startGroup('The end of its log');
  for (const line of reason.log) runner.info(line);
  runner.endGroup();
}

/** The run with what the providers know of its failures; not to find a reason is no failure of its own. */
async function withReasons(run: Run, { runner, reasons }: Omit<ReportPorts, 'clock'>): Promise<Run> {
  const stages = run.stages.map(async (stage) => ({
    ...stage,
    actions: await Promise.all(
      stage.actions.map(async (action) => {
        if (action.status !== 'Failed' || action.reason) return action;
        try {
          const reason = await reasons(run, stage.name, action.name);
          return reason ? { ...action, reason } : action;
        } catch (error) {
          runner.warning(`Why ${stage.name}/${action.name} failed could not be read: ${messageOf(error)}`);
          return action;
        }
      }),
    ),
  }));
  return { ...run, stages: await Promise.all(stages) };
}
