import { AwsError } from '../../../define.ts';
import { describeDeployment } from '../describe.ts';
import { findApplication, findDeployment, findGroup } from '../find.ts';
import { type CodeDeploy, type Deployment, isActive } from '../state.ts';
import { stopDeployment } from '../stop.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

export const deploymentOperations = {
  CreateDeployment: (state, input) => ({ deploymentId: state.createDeployment(input).id }),

  GetDeployment: (state, { deploymentId }) => ({
    deploymentInfo: describeDeployment(findDeployment(state, deploymentId)),
  }),

  BatchGetDeployments(state, { deploymentIds = [] }) {
    checkBatch(deploymentIds, 25);
    const found = deploymentIds.flatMap((id) => state.deployments.get(id) ?? []);
    return { deploymentsInfo: found.map(describeDeployment) };
  },

  ListDeployments(state, input) {
    const { applicationName, deploymentGroupName, externalId, includeOnlyStatuses, createTimeRange } = input;
    if (deploymentGroupName !== undefined && applicationName === undefined)
      throw new AwsError('ApplicationNameRequiredException', 'Application name is missing');
    const application = applicationName === undefined ? undefined : findApplication(state, applicationName);
    const group =
      deploymentGroupName === undefined ? undefined : findGroup(application!, deploymentGroupName);
    const { start, end } = createTimeRange ?? {};
    if (start && end && start > end)
      throw new AwsError('InvalidTimeRangeException', 'The time range starts after it ends');
    const isWanted = (deployment: Deployment) =>
      (!application || deployment.application === application) &&
      (!group || deployment.group === group) &&
      externalId === undefined &&
      (!includeOnlyStatuses?.length || includeOnlyStatuses.includes(deployment.progress.status)) &&
      (!start || deployment.created >= start) &&
      (!end || deployment.created <= end);
    const { items, ...more } = page(
      [...state.deployments.values()].filter(isWanted).reverse(),
      input.nextToken,
    );
    return { deployments: items.map(({ id }) => id), ...more };
  },

  StopDeployment(state, { deploymentId, autoRollbackEnabled }) {
    const deployment = findDeployment(state, deploymentId);
    if (!isActive(deployment))
      throw new AwsError(
        'DeploymentAlreadyCompletedException',
        `The deployment ${deploymentId} is already complete`,
      );
    stopDeployment(deployment, { rollBack: autoRollbackEnabled });
    return {
      status: 'Pending' as const,
      statusMessage: 'The deployment is being stopped: no more instances are deployed to.',
    };
  },

  ContinueDeployment(state, { deploymentId, deploymentWaitType = 'READY_WAIT' }) {
    const deployment = findBlueGreen(state, deploymentId);
    if (deploymentWaitType !== 'READY_WAIT' && deploymentWaitType !== 'TERMINATION_WAIT')
      throw new AwsError('InvalidDeploymentWaitTypeException', `There is no wait type ${deploymentWaitType}`);
    if (deployment.waiting?.type !== deploymentWaitType)
      throw deploymentWaitType === 'READY_WAIT'
        ? new AwsError(
            'DeploymentIsNotInReadyStateException',
            `The deployment ${deploymentId} is not in a ready state`,
          )
        : new AwsError(
            'InvalidDeploymentStatusException',
            `The deployment ${deploymentId} does not wait to terminate the original instances`,
          );
    deployment.waiting.end();
    return {};
  },

  SkipWaitTimeForInstanceTermination(state, { deploymentId }) {
    const deployment = findBlueGreen(state, deploymentId);
    if (deployment.progress.status === 'Created')
      throw new AwsError('DeploymentNotStartedException', `The deployment ${deploymentId} has not started`);
    deployment.skipsTerminationWait = true;
    if (deployment.waiting?.type === 'TERMINATION_WAIT') deployment.waiting.end();
    return {};
  },
} satisfies CodeDeployOperations;

/** A blue/green deployment that still moves, or the error that says why it is none. */
function findBlueGreen(state: CodeDeploy, id: string | undefined): Deployment {
  const deployment = findDeployment(state, id);
  if (deployment.course.kind === 'in place')
    throw new AwsError(
      'UnsupportedActionForDeploymentTypeException',
      'Only a blue/green deployment waits, and this one is in place',
    );
  if (isActive(deployment)) return deployment;
  throw new AwsError('DeploymentAlreadyCompletedException', `The deployment ${id} is already complete`);
}
