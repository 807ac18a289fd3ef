import type { Action, Run, Stage } from '../../shared/run/model.ts';
import type { Inputs } from '../inputs.ts';

/** Whether the step fails by how the run stands when the step ends. */
export function isFailure(run: Run, failOn: Inputs['fail-on']): boolean {
  switch (run.status) {
    case 'Succeeded':
    case 'InProgress': // Only where `wait` did not ask for the end.
      return false;
    case 'Stopped':
    case 'Stopping':
      return failOn.includes('stopped');
    case 'Cancelled':
      return failOn.includes('cancelled');
    case 'Superseded':
      return failOn.includes('superseded');
    case 'Failed':
      return failOn.includes('failed');
    default:
      return true; // A status that AWS has added since: nobody said that it is good.
  }
}

/** The first action that failed, in the order of the pipeline. */
export function failedAction(run: Run): { stage: Stage; action: Action } | undefined {
  for (const stage of run.stages) {
    const action = stage.actions.find(({ status }) => status === 'Failed');
    if (action) return { stage, action };
  }
  return undefined;
}
