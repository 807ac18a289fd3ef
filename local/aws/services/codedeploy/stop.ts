import { type Deployment, isActive, type StopReason } from './state.ts';

/** Stops a deployment: what runs is ended, what is pending is skipped. */
export function stopDeployment(deployment: Deployment, reason: Partial<StopReason> = {}): void {
  if (!isActive(deployment)) return;
  const stop: StopReason = { code: 'MANUAL_STOP', message: 'The deployment was stopped.', ...reason };
  deployment.stopping.abort(stop);
}
