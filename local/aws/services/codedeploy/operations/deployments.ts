import { AwsError } from '../../../define.ts';
import { stopDeployment } from '../deployments.ts';
import { describeDeployment } from '../describe.ts';
import { findApplication, findDeployment, findGroup } from '../find.ts';
import { type Deployment, isActive } from '../state.ts';
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
    stopDeployment(deployment, autoRollbackEnabled);
    return {
      status: 'Pending' as const,
      statusMessage: 'The deployment is being stopped: no more instances are deployed to.',
    };
  },

  ContinueDeployment(state, { deploymentId }) {
    const deployment = findDeployment(state, deploymentId);
    if (!isActive(deployment))
      throw new AwsError(
        'DeploymentAlreadyCompletedException',
        `The deployment ${deploymentId} is already complete`,
      );
    throw new AwsError(
      'UnsupportedActionForDeploymentTypeException',
      'Only a blue/green deployment waits to be continued, and this one is in place',
    );
  },
} satisfies CodeDeployOperations;
