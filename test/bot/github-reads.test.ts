import { ProbotOctokit } from 'probot';
import { expect, test } from 'vitest';
import { createGitHubReads } from '../../bot/github-reads.ts';

/** Reads against a GitHub that knows these checks and statuses of any commit. */
function reading(conclusions: readonly (string | null)[], states: readonly string[]) {
  const answer = async (url: string | URL) => {
    const body = String(url).includes('/check-runs')
      ? { check_runs: conclusions.map((conclusion) => ({ conclusion })) }
      : { statuses: states.map((state) => ({ state })) };
    return Response.json(body);
  };
  const octokit = new ProbotOctokit({
    request: { fetch: answer },
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  return createGitHubReads({ octokitFor: async () => octokit, unlessMissing: (_, work) => work() });
}

test.each([
  [[], [], 'none'],
  [['success', 'neutral', 'skipped'], ['success'], 'green'],
  [['success', null], [], 'running'],
  [['success'], ['pending'], 'running'],
  [['failure', null], [], 'red'],
  [['success'], ['error'], 'red'],
  [['cancelled'], [], 'red'],
  [['timed_out'], ['success'], 'red'],
] as const)('checks %j with statuses %j are %s', async (conclusions, states, sum) => {
  const reads = reading(conclusions, states);
  expect(await reads.checks({ repository: 'acme/shop', commit: 'c'.repeat(40) })).toBe(sum);
});
