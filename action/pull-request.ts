import type { Secret } from '../shared/secrets/secret.ts';

export interface PullRequestQuery {
  readonly apiUrl: string;
  readonly repository: string;
  readonly commit: string;
  readonly token: Secret;
}

/**
 * The number of the pull request that a pushed commit came from, undefined where it came from none.
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit
 */
export async function findPullRequest(
  query: PullRequestQuery,
  request: typeof fetch,
): Promise<number | undefined> {
  const { apiUrl, repository, commit, token } = query;
  const response = await request(`${apiUrl}/repos/${repository}/commits/${commit}/pulls`, {
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token.reveal()}`,
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
  const pulls: unknown = await response.json();
  if (!Array.isArray(pulls)) return undefined;
  const own = pulls.find((pull) => pull?.merge_commit_sha === commit || pull?.head?.sha === commit);
  const number: unknown = (own ?? pulls[0])?.number;
  return typeof number === 'number' ? number : undefined;
}
