import { firstLine } from '../shared/run/change.ts';
import type { Change } from '../shared/run/model.ts';

/** The job that this step runs in. */
export interface Job {
  /** What was pushed, as far as the runner and the event say. */
  readonly change: Change;
  /** What tells this step from every other of all workflow runs; empty outside of a runner. */
  readonly step: string;
  /** The folder that relative paths are in. */
  readonly workspace: string;
  /** A folder for files that are not to outlive the job. */
  readonly temp: string | undefined;
  /** Such as `https://api.github.com`. */
  readonly apiUrl: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function jobFrom(env: Env, event: unknown): Job {
  const { GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: repository } = env;
  const step = [repository, runId, attempt, env.GITHUB_JOB, env.GITHUB_ACTION];
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    change: {
      repository,
      commit: env.GITHUB_SHA,
      ref: env.GITHUB_REF,
      actor: env.GITHUB_ACTOR,
      ...changeOfEvent(event),
      workflowUrl:
        repository && runId
          ? `${server}/${repository}/actions/runs/${runId}/attempts/${attempt ?? 1}`
          : undefined,
    },
    step: runId ? step.join(' ') : '',
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    temp: env.RUNNER_TEMP,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
  };
}

/**
 * What the event says better than the environment: on a pull request, GITHUB_SHA is a merge commit that is
 * on no branch.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
function changeOfEvent(event: unknown): Change {
  const pull = object(object(event).pull_request);
  const number = pull.number;
  if (typeof number === 'number') {
    const head = object(pull.head);
    return known({
      pullRequest: number,
      commit: textOf(head.sha),
      message: textOf(pull.title),
      author: textOf(object(pull.user).login),
    });
  }
  const commit = object(object(event).head_commit);
  return known({ message: textOf(commit.message), author: textOf(object(commit.author).name) });
}

function known(change: Change): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? firstLine(value) || undefined : undefined;
}
