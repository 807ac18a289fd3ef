import { statusOf, wordsOf } from '../../shared/render/marks.ts';
import type { Run } from '../../shared/run/model.ts';
import type { CommitState, DeploymentState } from '../ports.ts';

/** Every pipeline has its own; checks that an approval waits for leave these out. */
export const contextPrefix = 'drawbridge/';

/** GitHub's limit for both kinds of description. */
const longest = 140;

/** https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const commitStates: Readonly<Record<string, CommitState>> = {
  Succeeded: 'success',
  Failed: 'failure',
  Stopped: 'error',
  Cancelled: 'error',
  Superseded: 'error',
};

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
const deploymentStates: Readonly<Record<string, DeploymentState>> = {
  Succeeded: 'success',
  Failed: 'failure',
  Stopped: 'error',
  Cancelled: 'error',
  // What a newer run has overtaken was never deployed.
  Superseded: 'inactive',
};

export function commitStateOf(run: Run): CommitState {
  return commitStates[run.status] ?? 'pending';
}

export function deploymentStateOf(run: Run): DeploymentState {
  return deploymentStates[run.status] ?? 'in_progress';
}

/** Where the run stands: `in progress: Deploy`, `failed: Deploy/Hosts`. */
export function standingOf(run: Run): string {
  const stage = run.stages.find(({ status }) => status === run.status);
  const words = wordsOf(statusOf(run));
  const text = stage && run.status !== 'Succeeded' ? `${words}: ${stage.name}` : words;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
