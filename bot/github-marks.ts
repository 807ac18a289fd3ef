import type { ProbotOctokit } from 'probot';
import type { GitHubMarks } from './ports.ts';
import { ownerAndRepo } from './repository.ts';

type Octokit = InstanceType<typeof ProbotOctokit>;

/** What the marks need of the App: a client for a repository, and how errors are told. */
interface Access {
  readonly octokitFor: (repository: string) => Promise<Octokit>;
  readonly call: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function createGitHubMarks({ octokitFor, call }: Access): GitHubMarks {
  return {
    setStatus: ({ repository, commit: sha, context, state, description, url }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const status = { context, state, description, target_url: url };
        await rest.repos.createCommitStatus({ ...ownerAndRepo(repository), sha, ...status });
      }),

    findDeployment: ({ repository, commit, environment, run }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), sha: commit, environment, per_page: 100 };
        const { data } = await rest.repos.listDeployments(at);
        return data.find(({ payload }) => runOf(payload) === run)?.id;
      }),

    createDeployment: ({ repository, commit, environment, pipeline, run, pullRequest }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.repos.createDeployment({
          ...ownerAndRepo(repository),
          ref: commit,
          environment,
          description: `Run ${run} of ${pipeline}`.slice(0, 140),
          // The commit is on its way already: nothing is to be merged into it, and no check is waited for.
          auto_merge: false,
          required_contexts: [],
          payload: { pipeline, run, pullRequest },
        });
        if (!('id' in data)) throw new Error('GitHub made no deployment');
        return data.id;
      }),

    setDeploymentStatus: ({ repository, deployment, state, description, url }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const status = { state, description, log_url: url };
        await rest.repos.createDeploymentStatus({
          ...ownerAndRepo(repository),
          deployment_id: deployment,
          ...status,
        });
      }),
  };
}

/** Others put into a payload what they like. */
function runOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'run' in payload ? payload.run : undefined;
}
