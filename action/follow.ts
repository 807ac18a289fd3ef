import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { messageOf, UserError } from '../shared/errors.ts';
import { createBudget } from '../shared/run/budget.ts';
import { isFinal, type Run } from '../shared/run/model.ts';
import { readNewRun, watchRun } from '../shared/run/watch.ts';
import type { Setting } from './run.ts';
import { cancelRun } from './steps/cancel.ts';
import { followRun } from './steps/follow.ts';
import type { Ending } from './steps/outcome.ts';
import { findRollback } from './steps/rollback.ts';

export interface Followed {
  readonly id: string;
  readonly definition: PipelineDeclaration;
  /** Called when an approval has begun to wait. */
  readonly onApproval: (run: Run) => Promise<void>;
}

/** Follows a run as far as `wait` says, and does to it what `on-cancel` says if that takes too long. */
export async function follow({ id, definition, onApproval }: Followed, setting: Setting): Promise<Ending> {
  const { inputs, runner, ports } = setting;
  const { pipeline, wait } = inputs;
  const { pipelines, clock, progress } = ports;
  using deadline = deadlineOf(setting);
  const signal = AbortSignal.any([setting.signal, deadline.signal]);
  const budget = createBudget(clock, ports.calls);
  /** What is told elsewhere holds up nothing here. */
  const told: Promise<void>[] = [];
  const watch = (watched: string, until: 'end' | 'approval') =>
    followRun(watchRun({ reader: pipelines, pipeline, id: watched, clock, budget, signal, until }), {
      runner,
      clock,
      budget,
      progress,
      onApproval: (waiting) => {
        told.push(onApproval(waiting));
        return whoAnswers(waiting, setting);
      },
    });

  let run: Run;
  try {
    if (wait === 'none') return { run: await readNewRun({ reader: pipelines, pipeline, id, clock, signal }) };
    run = await watch(id, wait);
  } catch (error) {
    if (signal.aborted) await cancelRun({ pipeline, id }, inputs['on-cancel'], { pipelines, runner });
    else runner.warning(`The run ${id} of ${pipeline} goes on, but it is not followed any more.`);
    throw error;
  } finally {
    await Promise.all(told);
    // From here on there is nothing for the post step to stop.
    runner.saveState('finished', 'true');
  }
  const found = isFinal(run) ? await findRollback(run, definition, { pipelines, clock, signal }) : undefined;
  if (!found) return { run };
  runner.info(`The run ${id} was rolled back by the run ${found.id}:`);
  return { run, rollback: await watch(found.id, 'end') };
}

/** Who may answer the approval, and what its author wrote for them; not to know either stops nothing. */
async function whoAnswers({ pipeline, id }: Run, { inputs, ports, runner }: Setting): Promise<string[]> {
  const lines = inputs.approvers ? [`To be answered by ${inputs.approvers}.`] : [];
  try {
    const { customData, reviewUrl } = (await ports.pipelines.pendingApproval(pipeline, id)) ?? {};
    if (customData) lines.push(customData);
    if (reviewUrl) lines.push(`To be reviewed: ${reviewUrl}`);
  } catch (error) {
    runner.info(`What the approver is to read could not be read: ${messageOf(error)}`);
  }
  return lines;
}

function deadlineOf({ inputs, ports }: Setting): Disposable & { readonly signal: AbortSignal } {
  const minutes = inputs['timeout-minutes'];
  const controller = new AbortController();
  const late = new UserError(`The run did not end within the ${minutes} minutes of \`timeout-minutes\`.`);
  const cancel = minutes > 0 ? ports.clock.after(minutes * 60_000, () => controller.abort(late)) : () => {};
  return { signal: controller.signal, [Symbol.dispose]: cancel };
}
