import {
  BatchGetDeploymentTargetsCommand,
  type CodeDeployClient,
  type DeploymentInfo,
  type DeploymentTarget,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
} from '@aws-sdk/client-codedeploy';

/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html */
const batchSize = 25;

export async function getDeployment(
  client: CodeDeployClient,
  id: string,
): Promise<DeploymentInfo | undefined> {
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId: id }));
  return deploymentInfo;
}

/** The targets of a deployment that failed, with their lifecycle events. */
export async function failedTargets(client: CodeDeployClient, id: string): Promise<DeploymentTarget[]> {
  return describeTargets(client, id, await targetIds(client, id, { TargetStatus: ['Failed'] }));
}

/** The ids of a deployment's hosts, functions or services. */
export async function targetIds(
  client: CodeDeployClient,
  id: string,
  targetFilters?: Record<string, string[]>,
): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListDeploymentTargetsCommand({ deploymentId: id, targetFilters, nextToken }),
    );
    ids.push(...(page.targetIds ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return ids;
}

/** Targets with their lifecycle events, 25 for each call. */
export async function describeTargets(
  client: CodeDeployClient,
  id: string,
  ids: readonly string[],
): Promise<DeploymentTarget[]> {
  const targets: DeploymentTarget[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = ids.slice(start, start + batchSize);
    const command = new BatchGetDeploymentTargetsCommand({ deploymentId: id, targetIds: batch });
    targets.push(...((await client.send(command)).deploymentTargets ?? []));
  }
  return targets;
}
