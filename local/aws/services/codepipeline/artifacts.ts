import { randomBytes } from 'node:crypto';
import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';
import { ActionFailure, type StoredArtifact } from './actions/define.ts';
import { named } from './named.ts';
import type { Execution } from './state.ts';

/**
 * A new place in the pipeline's artifact store: `<pipeline>/<artifact>/<id>`, with the two names cut as
 * CodePipeline cuts them.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/welcome-introducing-artifacts.html
 */
export function placeFor(
  artifact: string,
  { execution, action, region }: { execution: Execution; action: ActionDeclaration; region: string },
): StoredArtifact {
  const { declaration, pipeline } = execution;
  const stores = declaration.artifactStores;
  const store = declaration.artifactStore ?? stores?.[action.region ?? region] ?? stores?.[region];
  if (!store?.location)
    throw new ActionFailure('ConfigurationError', `There is no artifact store for the region ${region}`);
  // The service's console and CodeBuild tell source bundles by their ending; the others have none.
  const ending = action.actionTypeId?.category === 'Source' ? '.zip' : '';
  const id = randomBytes(6).toString('base64url').replace(/[-_]/g, '0').slice(0, 7);
  const key = `${pipeline.name.slice(0, 20)}/${artifact.slice(0, 10)}/${id}${ending}`;
  return { name: artifact, bucket: store.location, key };
}

/** Where the action's input artifacts lie. */
export function inputsOf(action: ActionDeclaration, execution: Execution): StoredArtifact[] {
  return (action.inputArtifacts ?? []).map(({ name = '' }) => {
    const artifact = named(execution.artifacts, name);
    if (!artifact)
      throw new ActionFailure('ConfigurationError', `The input artifact ${name} has not been put out`);
    const revision = named(execution.revisions, name)?.id;
    return revision === undefined ? artifact : { ...artifact, revision };
  });
}
