import { ProbotOctokit } from 'probot';
import { expect, test } from 'vitest';
import { createGitHubReads } from '../../bot/github-reads.ts';

/** Reads against a GitHub that knows these checks and statuses of any commit. */
function reading(
  conclusions: readonly (string | null | { conclusion: string | null; details_url: string })[],
  states: readonly (string | { context: string; state: string })[],
) {
  const answer = async (url: string | URL) => {
    const { searchParams, pathname, href } = new URL(url);
    if (!pathname.endsWith('/check-runs')) {
      const statuses = states.map((state, index) =>
        typeof state === 'string' ? { context: `ci/${index}`, state } : state,
      );
      return Response.json({ total_count: states.length, statuses, url: href });
    }
    const page = Number(searchParams.get('page') ?? 1);
    const runs = conclusions
      .map((check) => (typeof check === 'object' && check ? check : { conclusion: check, details_url: null }))
      .slice((page - 1) * 100, page * 100);
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

test('neither the workflow that follows the run nor our own status counts', async () => {
  const workflow = 'https://github.com/acme/shop/actions/runs/12';
  const reads = reading(
    [
      { conclusion: null, details_url: `${workflow}/job/1` },
      { conclusion: 'success', details_url: `${workflow}3/job/1` },
    ],
    [{ context: 'drawbridge/shop', state: 'pending' }],
  );
  const at = { repository: 'acme/shop', commit: 'c'.repeat(40) };
  expect(await reads.checks(at)).toBe('running');
  expect(await reads.checks({ ...at, except: `${workflow}/attempts/1` })).toBe('green');
});
