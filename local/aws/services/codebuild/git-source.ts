import { buffer } from 'node:stream/consumers';
import type { ProjectSource } from '@aws-sdk/client-codebuild';
import { type Aws, AwsError } from '../../define.ts';
import type { Repository } from '../../git/repository.ts';
import { extractZip } from '../../unzip.ts';
import codecommit from '../codecommit/service.ts';
import { PhaseFailure } from './failure.ts';

/**
 * Puts a commit of a local CodeCommit repository into a folder, without its history; resolves with its id. The
 * version is a branch, a tag or a commit; the default branch's newest where it is not given.
 */
export async function checkOut(
  aws: Aws,
  { source, version }: { source: ProjectSource; version: string | undefined },
  { folder, scratch }: { folder: string; scratch: string },
): Promise<string> {
  const { git, defaultBranch } = repositoryOf(aws, source.location ?? '');
  const wanted = version ?? `refs/heads/${defaultBranch ?? 'main'}`;
  const commit = await resolve(git, wanted);
  if (!commit)
    throw new PhaseFailure(
      'CLIENT_ERROR',
      `reference not found for primary source and source version ${wanted}`,
    );
  await extractZip(await buffer(await git.zip(commit, scratch)), folder);
  return commit;
}

function repositoryOf(aws: Aws, location: string) {
  const name = /^https:\/\/git-codecommit\.[\w-]+\.amazonaws\.com\/v1\/repos\/([\w.-]+)$/.exec(location)?.[1];
  try {
    return aws.use(codecommit).find(name);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new PhaseFailure('CLIENT_ERROR', `${error.message}, for primary source ${location}`);
  }
}

async function resolve(git: Repository, version: string): Promise<string | undefined> {
  for (const name of [version, `refs/heads/${version}`, `refs/tags/${version}`]) {
    const commit = await git.resolve(name);
    if (commit) return commit;
  }
  return undefined;
}
