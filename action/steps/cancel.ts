import type { Pipelines } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Runner } from '../io.ts';

/** Does to the run what `on-cancel` says. A run that has ended, or is being stopped already, is fine as it is. */
export async function cancelRun(
  run: { readonly pipeline: string; readonly id: string },
  mode: Inputs['on-cancel'],
  { pipelines, runner }: { pipelines: Pick<Pipelines, 'stop'>; runner: Runner },
): Promise<void> {
  const { pipeline, id } = run;
  if (mode === 'leave') {
    runner.warning(`The run ${id} of ${pipeline} goes on, as \`on-cancel: leave\` says.`);
    return;
  }
  const abandon = mode === 'abandon';
  try {
    await pipelines.stop({ pipeline, id, abandon, reason: 'The GitHub Actions job was cancelled' });
    const what = abandon
      ? 'was told to abandon its actions'
      : 'stops when its actions under way have finished';
    runner.warning(`The run ${id} of ${pipeline} ${what}.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    runner.warning(error.message);
  }
}
