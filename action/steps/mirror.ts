import { UserError } from '../../shared/errors.ts';
import { git } from '../git.ts';
import type { Setting } from '../run.ts';
import type { Mirror } from './source.ts';

/**
 * Pushes the commit to the CodeCommit repository that the pipeline reads, to the branch it reads. A branch that
 * was rewritten on GitHub is rewritten there, too; otherwise what CodeCommit has is never overwritten.
 *
 * @throws UserError where the checkout has not the whole history, or CodeCommit does not take the push.
 */
export async function mirror(
  { repository, branch }: Mirror,
  { job, ports, runner, signal }: Setting,
): Promise<{ revision: string; reused: boolean }> {
  const { commit } = job.change;
  const folder = job.workspace;
  if (!commit) throw new UserError('The pushed commit is not known (GITHUB_SHA), so it cannot be mirrored.');
  const isShallow = await git(['rev-parse', '--is-shallow-repository'], { folder, signal });
  if (isShallow.code !== 0) {
    throw new UserError(
      'There is no git checkout to mirror: use actions/checkout with `fetch-depth: 0` before this step.',
    );
  }
  if (isShallow.stdout.trim() === 'true') {
    throw new UserError(
      'The checkout has only a part of the history, which CodeCommit does not take: use `fetch-depth: 0` with actions/checkout.',
    );
  }
  const { url, authorization } = await ports.gitAccess(repository);
  const refspec = `${job.forced ? '+' : ''}${commit}:refs/heads/${branch}`;
  runner.info(`Mirroring ${commit} to ${branch} of the CodeCommit repository ${repository}`);
  const push = await git(['push', '--porcelain', url, refspec], { folder, header: authorization, signal });
  if (push.code !== 0) {
    runner.saveState('finished', 'true'); // Nothing was pushed that could start a run.
    throw new UserError(refusalOf(push.stderr + push.stdout, { repository, branch }));
  }
  // `=` is what git marks a ref with that was up to date: https://git-scm.com/docs/git-push#_output
  return { revision: commit, reused: /^=/m.test(push.stdout) };
}

function refusalOf(output: string, { repository, branch }: Mirror): string {
  if (/non-fast-forward|fetch first/.test(output)) {
    return `The branch ${branch} of the CodeCommit repository ${repository} has commits that this push has not, so it was not overwritten: mirror to a branch that nobody else pushes to.`;
  }
  if (/\b(401|403)\b|Authentication failed|could not read Username/.test(output)) {
    return `CodeCommit refused the push to ${repository}: allow codecommit:GitPush and codecommit:GitPull on it in the IAM policy of these credentials.`;
  }
  if (/\b404\b|not found/i.test(output))
    return `There is no CodeCommit repository named ${repository} in this region.`;
  const last = output.trim().split('\n').at(-1) ?? '';
  return `git could not push to the CodeCommit repository ${repository} (${last}).`;
}
