import type { DeploymentWaitType } from '@aws-sdk/client-codedeploy';
import type { CodeDeploy, Deployment } from './state.ts';

/** Waits at most `ms` milliseconds until somebody continues or stops the deployment, and answers what ended the wait. */
export function pause(
  { aws }: CodeDeploy,
  deployment: Deployment,
  { type, ms }: { type: DeploymentWaitType; ms: number },
): Promise<'continued' | 'timed out' | 'stopped'> {
  const { signal } = deployment.stopping;
  return new Promise((resolve) => {
    const done = (how: 'continued' | 'timed out' | 'stopped') => {
      cancel();
      signal.removeEventListener('abort', onStop);
      deployment.waiting = undefined;
      resolve(how);
    };
    const onStop = () => done('stopped');
    const cancel = aws.clock.after(ms, () => done('timed out'));
    deployment.waiting = { type, end: () => done('continued') };
    signal.addEventListener('abort', onStop, { once: true });
    if (signal.aborted) onStop();
  });
}
