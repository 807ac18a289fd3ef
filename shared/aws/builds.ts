import { BatchGetBuildsCommand, type Build, type CodeBuildClient } from '@aws-sdk/client-codebuild';

/** One build by its id, such as `shop:1f3a…`; undefined where CodeBuild has forgotten it. */
export async function getBuild(client: CodeBuildClient, id: string): Promise<Build | undefined> {
  const { builds = [] } = await client.send(new BatchGetBuildsCommand({ ids: [id] }));
  return builds[0];
}
