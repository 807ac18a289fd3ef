import type { Commit, Repository } from '../../../git/repository.ts';
import { type ActionContext, ActionFailure } from './define.ts';

/** Puts out the tree of the commit that this execution is about: the branch's newest, or what the start asked for. */
export async function fetchSource(
  context: ActionContext,
  { repository, branch: own, name }: { repository: Repository; branch: string; name: string },
): Promise<{ commit: Commit; branch: string; artifact: string }> {
  const { aws, configuration, override, outputs, store } = context;
  if (configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF')
    throw new ActionFailure(
      'ConfigurationError',
      'OutputArtifactFormat CODEBUILD_CLONE_REF is not run locally: use CODE_ZIP',
    );
  const branch = override?.branch ?? own;
  const wanted = override?.revisionValue ?? `refs/heads/${branch}`;
  const id = await repository.resolve(wanted);
  if (!id)
    throw new ActionFailure(
      'ConfigurationError',
      override ? `There is no commit ${wanted} in ${name}` : `There is no branch ${branch} in ${name}`,
    );
  const artifact = outputs[0]?.name ?? '';
  await store(artifact, await repository.zip(id, aws.scratch));
  return { commit: await repository.commit(id), branch, artifact };
}

/** The first characters of the message, as a revision's summary holds them. */
export const summaryOf = ({ message }: Commit) => message.slice(0, 2048);
