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

interface Opened {
  readonly repository: string;
  readonly commit: string;
  readonly environment: string;
  /** The run's. */
  readonly id: string;
  readonly setting: Setting;
}

/** Creates the deployment of a commit, under way; its id. */
export async function openDeployment(github: GitHub, opened: Opened): Promise<number> {
  const { repository, commit, environment, id, setting } = opened;
  const { inputs, region, job } = setting;
  const { pipeline } = inputs;
  const { data } = await github.rest.repos.createDeployment({
    ...split(repository),
    ref: commit,
    environment,
    description: `Run ${id} of ${pipeline}`.slice(0, 140),
    // The commit is deployed already: nothing is to be merged into it, and no check is waited for.
    auto_merge: false,
    required_contexts: [],
    payload: { pipeline, run: id, region, pullRequest: job.change.pullRequest, actor: job.change.actor },
  });
  if (!('id' in data)) throw new Error('GitHub made no deployment');
  await setStatus(github, { repository, deployment: data.id, outcome: 'running', setting, run: id });
  return data.id;
}

interface Status {
  readonly repository: string;
  readonly deployment: number;
  readonly outcome: Outcome | 'lost';
  readonly setting: Pick<Setting, 'inputs' | 'region'>;
  readonly run?: string;
}

export async function closeDeployment(github: GitHub, status: Status): Promise<void> {
  await setStatus(github, status);
}

async function setStatus(github: GitHub, { repository, deployment, outcome, setting, run }: Status) {
  const { inputs, region } = setting;
  await github.rest.repos.createDeploymentStatus({
    ...split(repository),
    deployment_id: deployment,
    state: states[outcome],
    description: descriptions[outcome],
    environment_url: inputs['environment-url'],
    log_url: run && consoleUrl({ pipeline: inputs.pipeline, id: run, region }),
  });
}

function split(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
