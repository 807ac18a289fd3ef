import {
  BatchGetDeploymentsCommand,
  type CodeDeployClient,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  type DeploymentInfo,
  ListDeploymentsCommand,
} from '@aws-sdk/client-codedeploy';
import { UserError } from '../errors.ts';
import { getDeployment } from './deployments.ts';
import { explaining, hasCode } from './errors.ts';

/** Undefined where CodeDeploy has forgotten it. */
export async function findDeployment(
  client: CodeDeployClient,
  id: string,
): Promise<DeploymentInfo | undefined> {
  try {
    return await explaining(await place(client), () => getDeployment(client, id));
  } catch (error) {
    if (hasCode(error, 'DeploymentDoesNotExistException', 'InvalidDeploymentIdException')) return undefined;
    throw error;
  }
}

export async function proceed(
  client: CodeDeployClient,
  { id, wait }: { id: string; wait: 'READY_WAIT' | 'TERMINATION_WAIT' },
): Promise<void> {
  const command = new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: wait });
  await explaining(await place(client), () => client.send(command));
}

/** The same revision to the same group, with the group's own settings. */
export async function repeatDeployment(
  client: CodeDeployClient,
  { id, description }: { id: string; description: string },
): Promise<string> {
  const found = await findDeployment(client, id);
  if (!found?.revision)
    throw new UserError(`CodeDeploy has forgotten what the deployment ${id} brought out.`);
  const command = new CreateDeploymentCommand({
    applicationName: found.applicationName,
    deploymentGroupName: found.deploymentGroupName,
    deploymentConfigName: found.deploymentConfigName,
    fileExistsBehavior: found.fileExistsBehavior,
    revision: found.revision,
    description,
  });
  const { deploymentId } = await explaining(await place(client), () => client.send(command));
  return deploymentId!;
}

const looked = 25;

/** The newest deployment of that one's group with this description. */
export async function describedSo(
  client: CodeDeployClient,
  { id, description }: { id: string; description: string },
): Promise<string | undefined> {
  const found = await findDeployment(client, id);
  if (!found) return undefined;
  const { applicationName, deploymentGroupName } = found;
  const { deployments = [] } = await explaining(await place(client), () =>
    client.send(new ListDeploymentsCommand({ applicationName, deploymentGroupName })),
  );
  const deploymentIds = deployments.slice(0, looked);
  if (deploymentIds.length === 0) return undefined;
  const { deploymentsInfo = [] } = await explaining(await place(client), () =>
    client.send(new BatchGetDeploymentsCommand({ deploymentIds })),
  );
  return deploymentsInfo.find((each) => each.description === description)?.deploymentId;
}

async function place(client: CodeDeployClient): Promise<{ region: string }> {
  return { region: await client.config.region() };
}
