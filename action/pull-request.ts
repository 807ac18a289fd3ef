import type { GitHub } from './github.ts';

/**
 * The number of the pull request that a pushed commit came from, undefined where it came from none.
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit
 */
export async function findPullRequest(
  github: GitHub,
  { repository, commit }: { repository: string; commit: string },
): Promise<number | undefined> {
  const [owner = '', repo = ''] = repository.split('/');
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: commit,
  });
  const own = data.find((pull) => pull.merge_commit_sha === commit || pull.head.sha === commit);
  return (own ?? data[0])?.number;
}
