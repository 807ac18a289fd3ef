import type { Action, Run, Stage } from '../../shared/run/model.ts';
import type { Inputs } from '../inputs.ts';

/** How the run stood when the step ended, and what AWS or somebody put in its place. */
export interface Ending {
  readonly run: Run;
  /** The ROLLBACK run that brought back what was deployed before. */
  readonly rollback?: Run;
}

export type Outcome =
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'stopped'
  | 'cancelled'
  | 'superseded'
  | 'rolled-back'
  | 'unknown';

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineExecution.html */
const outcomes: Readonly<Record<string, Outcome>> = {
  InProgress: 'running',
  Succeeded: 'succeeded',
  Failed: 'failed',
  Stopping: 'stopped',
  Stopped: 'stopped',
  Cancelled: 'cancelled',
  Superseded: 'superseded',
};

/** In one word; `unknown` is a status that AWS has added since. */
export function outcomeOf({ run, rollback }: Ending): Outcome {
  return rollback ? 'rolled-back' : (outcomes[run.status] ?? 'unknown');
}

/** Whether the step fails by it. A run is still under way only where `wait` did not ask for the end. */
export function isFailure(outcome: Outcome, failOn: Inputs['fail-on']): boolean {
  if (outcome === 'succeeded' || outcome === 'running') return false;
  // Nobody said of an unknown one that it is good.
  return outcome === 'unknown' || failOn.includes(outcome);
}

/** The first action that failed, in the order of the pipeline. */
export function failedAction(run: Run): { stage: Stage; action: Action } | undefined {
  for (const stage of run.stages) {
    const action = stage.actions.find(({ status }) => status === 'Failed');
    if (action) return { stage, action };
  }
  return undefined;
}
