import { ProbotOctokit } from 'probot';
import { expect, test } from 'vitest';
import { createGitHubReads } from '../../bot/github-reads.ts';

/** Reads against a GitHub that knows these checks and statuses of any commit. */
function reading(conclusions: readonly (string | null)[], states: readonly string[]) {
  const answer = async (url: string | URL) => {
    const { searchParams, pathname, href } = new URL(url);
    if (!pathname.endsWith('/check-runs')) {
      return Response.json({ total_count: states.length, state: stateOf(states), statuses: [], url: href });
    }
    const page = Number(searchParams.get('page') ?? 1);
    const runs = conclusions.map((conclusion) => ({ conclusion })).slice((page - 1) * 100, page * 100);
    const next = new URL(href);
    next.searchParams.set('page', String(page + 1));
    const headers = { ...(page * 100 < conclusions.length && { link: `<${next}>; rel="next"` }) };
    const body = { total_count: conclusions.length, check_runs: runs };
    return Object.defineProperty(Response.json(body, { headers }), 'url', { value: href });
  };
  const octokit = new ProbotOctokit({
    request: { fetch: answer },
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  return createGitHubReads({ octokitFor: async () => octokit, unlessMissing: (_, work) => work() });
}

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
function stateOf(states: readonly string[]): string {
  if (states.some((state) => state === 'error' || state === 'failure')) return 'failure';
  return states.length === 0 || states.includes('pending') ? 'pending' : 'success';
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

test('a check that failed is seen behind a hundred that passed', async () => {
  const reads = reading([...Array.from({ length: 100 }, () => 'success'), 'failure'], []);
  expect(await reads.checks({ repository: 'acme/shop', commit: 'c'.repeat(40) })).toBe('red');
});
