import { UserError } from '../shared/errors.ts';

/**
 * Aborts when the runner cancels the job: it interrupts the step, insists, and kills it 10 s later.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function cancellation(process: Pick<NodeJS.Process, 'on'>): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new UserError('The job was cancelled.'));
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return controller.signal;
}
