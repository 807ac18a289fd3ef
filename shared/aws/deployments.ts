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
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListDeploymentTargetsCommand({
        deploymentId: id,
        targetFilters: { TargetStatus: ['Failed'] },
        nextToken,
      }),
    );
    ids.push(...(page.targetIds ?? []));
    nextToken = page.nextToken;
  } while (nextToken);

  const targets: DeploymentTarget[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const targetIds = ids.slice(start, start + batchSize);
    const command = new BatchGetDeploymentTargetsCommand({ deploymentId: id, targetIds });
    targets.push(...((await client.send(command)).deploymentTargets ?? []));
  }
  return targets;
}
