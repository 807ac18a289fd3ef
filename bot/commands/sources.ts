import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { SourceRevision } from '../../shared/aws/ports.ts';

/** The source action and what its revisions are; undefined where there are several, so that none is meant. */
export function onlySource({ stages }: PipelineDeclaration): Omit<SourceRevision, 'value'> | undefined {
  const [source, another] = stages?.[0]?.actions ?? [];
  if (!source || another) return undefined;
  return { action: source.name ?? '', type: revisionType(source.actionTypeId?.provider) };
}

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_SourceRevisionOverride.html */
function revisionType(provider: string | undefined): SourceRevision['type'] {
  if (provider === 'S3') return 'S3_OBJECT_VERSION_ID';
  if (provider === 'ECR') return 'IMAGE_DIGEST';
  return 'COMMIT_ID';
}
