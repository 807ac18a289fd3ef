import { consoleUrl } from '../../shared/render/run.ts';
import type { GitHub } from '../github.ts';
import type { Setting } from '../run.ts';
import type { Outcome } from './outcome.ts';

/** https://docs.github.com/rest/deployments/statuses#create-a-deployment-status */
type State = 'in_progress' | 'queued' | 'success' | 'failure' | 'error' | 'inactive';

const states: Readonly<Record<Outcome | 'lost', State>> = {
  running: 'in_progress',
  succeeded: 'success',
  failed: 'failure',
  'rolled-back': 'failure',
  stopped: 'error',
  cancelled: 'error',
  // What a newer run has overtaken was never deployed.
  superseded: 'inactive',
  unknown: 'error',
  lost: 'error',
};

const descriptions: Readonly<Record<Outcome | 'lost', string>> = {
  running: 'The run goes on',
  succeeded: 'The run succeeded',
  failed: 'The run failed',
  'rolled-back': 'The run was rolled back',
  stopped: 'The run was stopped',
  cancelled: 'The run was cancelled',
  superseded: 'A newer run went ahead of this one',
  unknown: 'The run ended in a way that is not known',
  lost: 'The job ended before the run did',
};

/** A deployment that was opened, as the post step may find it. */
export interface Deployment {
  readonly id: number;
  readonly repository: string;
  readonly run: string;
  readonly apiUrl: string;
}

type Place = Pick<Setting, 'inputs' | 'region'>;

/** Creates the deployment of a commit by a run, under way. */
export async function openDeployment(
  github: GitHub,
  opened: { repository: string; commit: string; environment: string; run: string; pullRequest?: number },
  setting: Setting,
): Promise<Deployment> {
  const { repository, commit, environment, run, pullRequest } = opened;
  const { inputs, region, job, runner } = setting;
  const { pipeline } = inputs;
  const { data } = await github.rest.repos.createDeployment({
    ...split(repository),
    ref: commit,
    environment,
    description: `Run ${run} of ${pipeline}`.slice(0, 140),
    // The commit is deployed already: nothing is to be merged into it, and no check is waited for.
    auto_merge: false,
    required_contexts: [],
    payload: { pipeline, run, region, pullRequest, actor: job.change.actor },
  });
  if (!('id' in data)) throw new Error('GitHub made no deployment');
  const deployment = { id: data.id, repository, run, apiUrl: job.apiUrl };
  // Before anything is said of it: whoever kills this step leaves the last word to the post step.
  runner.saveState('deployment', JSON.stringify(deployment));
  await tellDeployment(github, { deployment, outcome: 'running' }, setting);
  return deployment;
}

export async function tellDeployment(
  github: GitHub,
  { deployment, outcome }: { deployment: Deployment; outcome: Outcome | 'lost' },
  { inputs, region }: Place,
): Promise<void> {
  await github.rest.repos.createDeploymentStatus({
    ...split(deployment.repository),
    deployment_id: deployment.id,
    state: states[outcome],
    description: descriptions[outcome],
    environment_url: inputs['environment-url'],
    log_url: consoleUrl({ pipeline: inputs.pipeline, id: deployment.run, region }),
  });
}

function split(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
