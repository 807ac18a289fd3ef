import { notifyDeployment } from './events.ts';
import type { CodeDeploy, Deployment } from './state.ts';
import { failure, skipPending } from './target-events.ts';

const restarted = 'The local AWS was restarted while the deployment ran.';

/** Ends a deployment whose server ended: what ran on its hosts went with it. */
export function endInterrupted(
  { progress, targets }: Pick<Deployment, 'progress' | 'targets'>,
  now: Date,
): void {
  for (const target of targets.values()) {
    if (target.status === 'Succeeded' || target.status === 'Failed' || target.status === 'Skipped') continue;
    target.status = target.status === 'InProgress' ? 'Failed' : 'Skipped';
    target.updated = now;
    for (const event of target.events)
      if (event.status === 'InProgress') Object.assign(event, failure(restarted), { endTime: now });
    skipPending(target);
  }
  progress.status = 'Failed';
  progress.completeTime = now;
  progress.errorInformation = { code: 'INTERNAL_ERROR', message: restarted };
}

/** Tells of such a deployment, and starts what follows from a failed one. */
export function tellInterrupted(state: CodeDeploy, deployment: Deployment): void {
  notifyDeployment(state, deployment, 'FAILURE');
  state.afterDeployment(deployment);
}
