import type { Change, Run } from '../shared/run/model.ts';
import { createGitHub, type GitHub, refusalOf } from './github.ts';
import type { Setting } from './run.ts';
import { showComment } from './steps/comment.ts';
import { type Deployment, openDeployment, tellDeployment } from './steps/deployment.ts';
import { type Ending, type Outcome, outcomeOf } from './steps/outcome.ts';
import { viewOf } from './steps/report.ts';

/** Tells GitHub how the run goes: as a deployment to an environment, and as a comment on the pull request. */
export interface Telling {
  /** The run waits for an approval. */
  waits(run: Run): Promise<void>;
  ended(ending: Ending): Promise<void>;
  /** The run is not followed any more. */
  lost(): Promise<void>;
}

/** What cannot be told stops nothing: it is said in the log. */
export async function openTelling(id: string, change: Change, setting: Setting): Promise<Telling> {
  const { inputs, job, runner, ports } = setting;
  const { environment, approvers } = inputs;
  const token = inputs['github-token'];
  const { repository, commit, pullRequest } = change;
  const attempt = async <T>(what: string, work: (github: GitHub) => Promise<T>): Promise<T | undefined> => {
    try {
      return token && (await work(await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch)));
    } catch (error) {
      if (setting.signal.aborted) return undefined; // It was given up.
      const said = `${what} could not be written: ${refusalOf(error)}`;
      // What the inputs ask for is missed; what is there by default is not, where the token may not write it.
      if (environment && what.includes('deployment')) runner.warning(said);
      else runner.info(said);
      return undefined;
    }
  };

  const deployment =
    environment && repository && commit
      ? await attempt(`The deployment to ${environment}`, (github) =>
          openDeployment(github, { repository, commit, environment, run: id, pullRequest }, setting),
        )
      : undefined;

  const close = async (outcome: Outcome | 'lost') => {
    if (!deployment) return;
    await attempt(`The deployment's status`, (github) =>
      tellDeployment(github, { deployment, outcome }, setting),
    );
  };
  const comment = async (ending: Ending) => {
    const isFollowed = inputs.wait !== 'none';
    if (inputs.comment === 'never' || !isFollowed || !repository || pullRequest === undefined) return;
    const run = { ...ending.run, change: { ...ending.run.change, ...change } };
    await attempt(`The comment on #${pullRequest}`, (github) =>
      showComment(github, {
        repository,
        number: pullRequest,
        run,
        view: viewOf({ ...ending, run }, approvers),
        clock: ports.clock,
        signal: setting.signal,
      }),
    );
  };

  return {
    waits: (run) => comment({ run }),
    async ended(ending) {
      await close(outcomeOf(ending));
      await comment(ending);
    },
    lost: () => close('lost'),
  };
}

/** What the post step says of a deployment whose main step was killed. */
export async function tellLost({ inputs, region, runner }: Pick<Setting, 'inputs' | 'region' | 'runner'>) {
  const state = runner.state('deployment');
  const token = inputs['github-token'];
  if (!state || !token) return;
  const deployment: Deployment = JSON.parse(state);
  try {
    const github = await createGitHub({ apiUrl: deployment.apiUrl, token }, fetch);
    await tellDeployment(github, { deployment, outcome: 'lost' }, { inputs, region });
  } catch (error) {
    runner.warning(`The deployment's status could not be written: ${refusalOf(error)}`);
  }
}
