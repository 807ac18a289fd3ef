import type {
  ApplicationInfo,
  DeploymentGroupInfo,
  DeploymentInfo,
  DeploymentTarget,
  InstanceSummary,
  LastDeploymentInfo,
} from '@aws-sdk/client-codedeploy';
import { copyName } from './fleet/auto-scaling.ts';
import {
  type Application,
  type CodeDeploy,
  type Deployment,
  deploymentsOf,
  type Group,
  type Target,
} from './state.ts';

export function describeApplication(application: Application): ApplicationInfo {
  return {
    applicationId: application.id,
    applicationName: application.name,
    createTime: application.created,
    linkedToGitHub: false,
    computePlatform: 'Server',
  };
}

export function describeDeployment(deployment: Omit<Deployment, 'finished'>): DeploymentInfo {
  const { course } = deployment;
  const count = (status: Target['status']) =>
    [...deployment.targets.values()].filter((target) => target.status === status).length;
  return {
    applicationName: deployment.application.name,
    deploymentGroupName: deployment.group.name,
    deploymentConfigName: deployment.config.name,
    deploymentId: deployment.id,
    previousRevision: deployment.previousRevision,
    revision: deployment.revision,
    createTime: deployment.created,
    instanceTerminationWaitTimeStarted: false,
    ...deployment.progress,
    deploymentOverview: {
      Pending: count('Pending'),
      InProgress: count('InProgress'),
      Succeeded: count('Succeeded'),
      Failed: count('Failed'),
      Skipped: count('Skipped'),
      Ready: count('Ready'),
    },
    description: deployment.description,
    creator: deployment.creator,
    ignoreApplicationStopFailures: deployment.ignoreApplicationStopFailures,
    autoRollbackConfiguration: deployment.autoRollback,
    overrideAlarmConfiguration: deployment.alarms,
    updateOutdatedInstancesOnly: deployment.updateOutdatedInstancesOnly,
    deploymentStyle: deployment.style,
    loadBalancerInfo: deployment.loadBalancer,
    ...(course.kind === 'blue/green' && {
      targetInstances: course.replacements ?? { autoScalingGroups: [copyName(deployment)] },
      blueGreenDeploymentConfiguration: course.options,
    }),
    fileExistsBehavior: deployment.fileExistsBehavior,
    deploymentStatusMessages: [],
    computePlatform: 'Server',
  };
}

export function describeGroup(
  state: CodeDeploy,
  application: Application,
  group: Group,
): DeploymentGroupInfo {
  const deployments = deploymentsOf(state, group);
  const succeeded = deployments.find(({ progress }) => progress.status === 'Succeeded');
  const [attempted] = deployments;
  return {
    applicationName: application.name,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    deploymentConfigName: group.configName,
    ec2TagFilters: [...group.instances.tagFilters],
    ec2TagSet: group.instances.tagSet,
    onPremisesInstanceTagFilters: [...group.onPremisesTagFilters],
    onPremisesTagSet: group.onPremisesTagSet,
    autoScalingGroups: group.instances.autoScalingGroups.map((name) => ({ name })),
    serviceRoleArn: group.serviceRoleArn,
    targetRevision: succeeded?.revision,
    triggerConfigurations: [...group.triggers],
    alarmConfiguration: group.alarms,
    autoRollbackConfiguration: group.autoRollback,
    deploymentStyle: group.style,
    loadBalancerInfo: group.loadBalancer,
    blueGreenDeploymentConfiguration: group.blueGreen,
    outdatedInstancesStrategy: group.outdatedInstancesStrategy,
    lastSuccessfulDeployment: succeeded && lastDeployment(succeeded),
    lastAttemptedDeployment: attempted && lastDeployment(attempted),
    computePlatform: 'Server',
    terminationHookEnabled: false,
  };
}

function lastDeployment({ id, progress, created }: Deployment): LastDeploymentInfo {
  return { deploymentId: id, status: progress.status, endTime: progress.completeTime, createTime: created };
}

export function describeTarget(deployment: Deployment, target: Target): DeploymentTarget {
  return {
    deploymentTargetType: 'InstanceTarget',
    instanceTarget: {
      deploymentId: deployment.id,
      targetId: target.id,
      targetArn: target.arn,
      status: target.status,
      lastUpdatedAt: target.updated,
      lifecycleEvents: target.events.map((event) => ({ ...event })),
      instanceLabel: target.label,
    },
  };
}

/** The same as `describeTarget` in the shape of the older operations. */
export function describeInstance(deployment: Deployment, target: Target): InstanceSummary {
  return {
    deploymentId: deployment.id,
    instanceId: target.arn,
    status: target.status,
    lastUpdatedAt: target.updated,
    lifecycleEvents: target.events.map((event) => ({ ...event })),
    instanceType: target.label,
  };
}
