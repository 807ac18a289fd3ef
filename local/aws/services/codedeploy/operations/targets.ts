import { AwsError } from '../../../define.ts';
import { describeInstance, describeTarget } from '../describe.ts';
import { findStarted, findTarget } from '../find.ts';
import type { Deployment, Target } from '../state.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

const statuses = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped', 'Unknown', 'Ready'];

export const targetOperations = {
  ListDeploymentTargets(state, { deploymentId, targetFilters, nextToken }) {
    const deployment = findStarted(state, deploymentId);
    const { TargetStatus, ServerInstanceLabel, ...others } = targetFilters ?? {};
    const [unknown] = Object.keys(others);
    if (unknown)
      throw new AwsError('InvalidTargetFilterNameException', `There is no target filter ${unknown}`);
    const wanted = withLabel(withStatus(deployment, TargetStatus), ServerInstanceLabel);
    const { items, ...more } = page(wanted, nextToken);
    return { targetIds: items.map(({ id }) => id), ...more };
  },

  GetDeploymentTarget(state, { deploymentId, targetId }) {
    const deployment = findStarted(state, deploymentId);
    return { deploymentTarget: describeTarget(deployment, findTarget(deployment, targetId)) };
  },

  BatchGetDeploymentTargets(state, { deploymentId, targetIds }) {
    const deployment = findStarted(state, deploymentId);
    if (!targetIds?.length)
      throw new AwsError('DeploymentTargetIdRequiredException', 'Deployment target Ids are missing');
    if (targetIds.length > 25)
      throw new AwsError(
        'DeploymentTargetListSizeExceededException',
        'At most 25 targets can be asked for at once',
      );
    return {
      deploymentTargets: targetIds.map((id) => describeTarget(deployment, findTarget(deployment, id))),
    };
  },

  ListDeploymentInstances(state, { deploymentId, instanceStatusFilter, instanceTypeFilter, nextToken }) {
    const deployment = findStarted(state, deploymentId);
    if (instanceTypeFilter?.length && deployment.course.kind === 'in place')
      throw new AwsError(
        'InvalidDeploymentInstanceTypeException',
        'Instance types are for blue/green deployments, and this one is in place',
      );
    const wanted = withLabel(withStatus(deployment, instanceStatusFilter), instanceTypeFilter);
    const { items, ...more } = page(wanted, nextToken);
    return { instancesList: items.map(({ id }) => id), ...more };
  },

  GetDeploymentInstance(state, { deploymentId, instanceId }) {
    const deployment = findStarted(state, deploymentId);
    return { instanceSummary: describeInstance(deployment, findInstance(deployment, instanceId)) };
  },

  BatchGetDeploymentInstances(state, { deploymentId, instanceIds = [] }) {
    const deployment = findStarted(state, deploymentId);
    checkBatch(instanceIds, 25);
    const found = instanceIds.map((id) => findInstance(deployment, id));
    return { instancesSummary: found.map((target) => describeInstance(deployment, target)) };
  },
} satisfies CodeDeployOperations;

function withStatus(deployment: Deployment, wanted: readonly string[] | undefined): Target[] {
  const unknown = wanted?.find((status) => !statuses.includes(status));
  if (unknown) throw new AwsError('InvalidInstanceStatusException', `There is no instance status ${unknown}`);
  const targets = [...deployment.targets.values()];
  return wanted?.length ? targets.filter(({ status }) => wanted.includes(status)) : targets;
}

function withLabel(targets: Target[], wanted: readonly string[] | undefined): Target[] {
  const isWanted = ({ label }: Target) => label !== undefined && wanted!.includes(label);
  return wanted?.length ? targets.filter(isWanted) : targets;
}

function findInstance(deployment: Deployment, id: string | undefined): Target {
  if (!id) throw new AwsError('InstanceIdRequiredException', 'Instance Id is missing');
  const target = deployment.targets.get(id.split('/').at(-1)!);
  if (target) return target;
  throw new AwsError(
    'InstanceDoesNotExistException',
    `The instance ${id} does not exist in deployment ${deployment.id}`,
  );
}
