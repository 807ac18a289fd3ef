import type { context } from '@actions/github';
import { firstLine } from '../shared/run/change.ts';
import type { Change } from '../shared/run/model.ts';

/** The job that this step runs in. */
export interface Job {
  /** What was pushed, as far as the runner and the event say. */
  readonly change: Change;
  /** Whether the push rewrote what was on the branch. */
  readonly forced: boolean;
  /** What tells this step from every other of all workflow runs; empty outside of a runner. */
  readonly step: string;
  /** The folder that relative paths are in. */
  readonly workspace: string;
  /** A folder for files that are not to outlive the job. */
  readonly temp: string | undefined;
  /** Files that this Action has written secrets to in earlier steps; they are never packaged. */
  readonly secretFiles: readonly string[];
  /** Such as `https://api.github.com`. */
  readonly apiUrl: string;
}

import { secretFilesVariable } from './secret-files.ts';

type Context = typeof context;

/** What the runner says of the workflow run: https://github.com/actions/toolkit/blob/main/packages/github/src/context.ts */
export type Told = Pick<
  Context,
  'payload' | 'sha' | 'ref' | 'actor' | 'job' | 'action' | 'runId' | 'runAttempt' | 'apiUrl' | 'serverUrl'
>;

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function jobFrom(told: Told, env: Readonly<Record<string, string | undefined>>): Job {
  const { GITHUB_REPOSITORY: repository } = env;
  const { runId, runAttempt, serverUrl } = told;
  const isRun = Number.isInteger(runId);
  return {
    change: {
      repository,
      commit: told.sha,
      ref: told.ref,
      actor: told.actor,
      ...changeOfEvent(told.payload),
      workflowUrl:
        repository && isRun
          ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt || 1}`
          : undefined,
    },
    forced: object(told.payload).forced === true,
    step: isRun ? [repository, runId, runAttempt, told.job, told.action].join(' ') : '',
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    temp: env.RUNNER_TEMP,
    secretFiles: (env[secretFilesVariable] ?? '').split('\n').filter(Boolean),
    apiUrl: told.apiUrl,
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
