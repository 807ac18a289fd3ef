import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { SourceRevision } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import type { Run } from '../../shared/run/model.ts';
import { onlySource } from './sources.ts';

/** How to go back. `why` says why it is not CodePipeline's own rollback. */
export type Way =
  | { readonly kind: 'stage' }
  | { readonly kind: 'redeploy'; readonly deployment: string; readonly why: string }
  | { readonly kind: 'start'; readonly revision: SourceRevision; readonly why: string };

/**
 * CodePipeline's own rollback, where it can be done; else what comes nearest to it.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html
 */
export function wayBack(definition: PipelineDeclaration, stage: string, target: Run): Way {
  const obstacle = obstacleTo(definition, target);
  if (!obstacle) return { kind: 'stage' };
  const deployment = deploymentOf(target, stage);
  if (deployment) {
    const why = `CodeDeploy deploys the revision again, because ${obstacle}.`;
    return { kind: 'redeploy', deployment, why };
  }
  const revision = earlierSource(definition, target);
  if (revision)
    return { kind: 'start', revision, why: `A run is started on the earlier source, because ${obstacle}.` };
  throw new UserError(
    `${definition.name} cannot be rolled back: ${obstacle}, no deployment of CodeDeploy can be done again, and it is not known which source that run had.`,
  );
}

function obstacleTo(definition: PipelineDeclaration, target: Run): string | undefined {
  const { executionMode, pipelineType, version } = definition;
  if (executionMode === 'PARALLEL') return 'CodePipeline rolls no pipeline back whose runs go in parallel';
  if (pipelineType === 'V1') return 'CodePipeline rolls back pipelines of type V2 only';
  if (target.version !== undefined && version !== undefined && target.version !== version) {
    return 'the pipeline was changed since that run';
  }
  return undefined;
}

/** What CodeDeploy did in the stage, if that is all that was deployed there. */
function deploymentOf({ stages }: Run, stage: string): string | undefined {
  const actions = stages.find(({ name }) => name === stage)?.actions ?? [];
  const [one, another] = actions.filter(({ category }) => category === 'Deploy');
  return one?.provider.startsWith('CodeDeploy') && !another ? one.externalId : undefined;
}

function earlierSource(definition: PipelineDeclaration, { change }: Run): SourceRevision | undefined {
  const source = onlySource(definition);
  const value = change.revision ?? change.commit;
  return source && value ? { ...source, value } : undefined;
}
