import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';

/** Reads `app.zip` of the bucket `source`, unless it is configured otherwise. */
export function sourceAction(configuration: Record<string, string>) {
  return {
    name: 'Upload',
    actionTypeId: { category: 'Source' as const, owner: 'AWS' as const, provider: 'S3', version: '1' },
    configuration: {
      S3Bucket: 'source',
      S3ObjectKey: 'app.zip',
      PollForSourceChanges: 'false',
      ...configuration,
    },
    outputArtifacts: [{ name: 'App' }],
  };
}

/** A build in the project of its own name. */
export function buildAction(name: string): ActionDeclaration {
  return {
    name,
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
    configuration: { ProjectName: name },
    inputArtifacts: [{ name: 'App' }],
  };
}
