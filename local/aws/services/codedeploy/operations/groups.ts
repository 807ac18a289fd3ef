import { AwsError } from '../../../define.ts';
import { defaultConfig, findConfig } from '../configs.ts';
import { describeGroup } from '../describe.ts';
import { groupArn } from '../events.ts';
import { findApplication, findGroup } from '../find.ts';
import { makeAutoScalingGroups } from '../fleet/auto-scaling.ts';
import { checkNewTags, putTags } from '../tags.ts';
import type { CodeDeployOperations } from './define.ts';
import { check, checkStyle, defaultStyle } from './group-checks.ts';
import { checkBatch, page } from './page.ts';

export const groupOperations = {
  async CreateDeploymentGroup(state, input) {
    const application = findApplication(state, input.applicationName);
    const name = checkName(input.deploymentGroupName);
    if (application.groups.has(name))
      throw new AwsError('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`);
    if (!input.serviceRoleArn) throw new AwsError('RoleRequiredException', 'Service role ARN is missing');
    const configName = input.deploymentConfigName ?? defaultConfig;
    findConfig(state, configName);
    check(state, input);
    const style = { ...defaultStyle, ...input.deploymentStyle };
    const instances = {
      tagFilters: input.ec2TagFilters ?? [],
      tagSet: input.ec2TagSet,
      autoScalingGroups: input.autoScalingGroups ?? [],
    };
    checkStyle({
      style,
      loadBalancer: input.loadBalancerInfo,
      blueGreen: input.blueGreenDeploymentConfiguration,
      instances,
    });
    checkNewTags(input.tags);
    const group = {
      id: state.aws.uuid(),
      name,
      configName,
      serviceRoleArn: input.serviceRoleArn,
      style,
      loadBalancer: input.loadBalancerInfo,
      blueGreen: input.blueGreenDeploymentConfiguration,
      instances,
      onPremisesTagFilters: input.onPremisesInstanceTagFilters ?? [],
      onPremisesTagSet: input.onPremisesTagSet,
      autoRollback: input.autoRollbackConfiguration ?? { enabled: false, events: [] },
      alarms: input.alarmConfiguration ?? { enabled: false, ignorePollAlarmFailure: false, alarms: [] },
      triggers: input.triggerConfigurations ?? [],
      outdatedInstancesStrategy: input.outdatedInstancesStrategy ?? 'UPDATE',
    };
    application.groups.set(name, group);
    putTags(state, groupArn(state, application.name, name), input.tags);
    await makeAutoScalingGroups(state, instances.autoScalingGroups);
    return { deploymentGroupId: group.id };
  },

  GetDeploymentGroup(state, { applicationName, deploymentGroupName }) {
    const application = findApplication(state, applicationName);
    const group = findGroup(application, deploymentGroupName);
    return { deploymentGroupInfo: describeGroup(state, application, group) };
  },

  BatchGetDeploymentGroups(state, { applicationName, deploymentGroupNames = [] }) {
    const application = findApplication(state, applicationName);
    checkBatch(deploymentGroupNames, 100);
    const found = deploymentGroupNames.flatMap((name) => application.groups.get(name) ?? []);
    const missing = deploymentGroupNames.filter((name) => !application.groups.has(name));
    return {
      deploymentGroupsInfo: found.map((group) => describeGroup(state, application, group)),
      ...(missing.length > 0 && { errorMessage: `No Deployment Group found for: ${missing.join(', ')}` }),
    };
  },

  ListDeploymentGroups(state, { applicationName, nextToken }) {
    const application = findApplication(state, applicationName);
    const { items, ...more } = page([...application.groups.keys()].sort(), nextToken);
    return { applicationName: application.name, deploymentGroups: items, ...more };
  },

  async UpdateDeploymentGroup(state, input) {
    const application = findApplication(state, input.applicationName);
    const group = findGroup(application, input.currentDeploymentGroupName);
    const name = input.newDeploymentGroupName ?? group.name;
    if (name !== group.name && application.groups.has(checkName(name)))
      throw new AwsError('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`);
    if (input.deploymentConfigName) findConfig(state, input.deploymentConfigName);
    check(state, input);
    // The two ways to say which tags are meant exclude each other, so one that is given replaces both.
    const isRetagged = input.ec2TagFilters || input.ec2TagSet;
    const instances = {
      tagFilters: isRetagged ? (input.ec2TagFilters ?? []) : group.instances.tagFilters,
      tagSet: isRetagged ? input.ec2TagSet : group.instances.tagSet,
      autoScalingGroups: input.autoScalingGroups ?? group.instances.autoScalingGroups,
    };
    const changed = {
      instances,
      style: { ...group.style, ...input.deploymentStyle },
      loadBalancer: input.loadBalancerInfo ?? group.loadBalancer,
      blueGreen: input.blueGreenDeploymentConfiguration ?? group.blueGreen,
    };
    checkStyle(changed);
    Object.assign(group, changed);
    group.configName = input.deploymentConfigName ?? group.configName;
    group.serviceRoleArn = input.serviceRoleArn ?? group.serviceRoleArn;
    group.alarms = input.alarmConfiguration ?? group.alarms;
    group.triggers = input.triggerConfigurations ?? group.triggers;
    group.outdatedInstancesStrategy = input.outdatedInstancesStrategy ?? group.outdatedInstancesStrategy;
    group.autoRollback = input.autoRollbackConfiguration ?? group.autoRollback;
    if (input.onPremisesInstanceTagFilters || input.onPremisesTagSet) {
      group.onPremisesTagFilters = input.onPremisesInstanceTagFilters ?? [];
      group.onPremisesTagSet = input.onPremisesTagSet;
    }
    if (name !== group.name) {
      const [from, to] = [group.name, name].map((it) => groupArn(state, application.name, it)) as [
        string,
        string,
      ];
      application.groups.delete(group.name);
      group.name = name;
      application.groups.set(name, group);
      state.tags.set(to, state.tags.get(from) ?? new Map());
      state.tags.delete(from);
    }
    await makeAutoScalingGroups(state, instances.autoScalingGroups);
    return { hooksNotCleanedUp: [] };
  },

  /** Of one that is not there AWS says nothing. */
  DeleteDeploymentGroup(state, { applicationName, deploymentGroupName }) {
    const application = state.applications.get(applicationName!);
    if (application?.groups.delete(deploymentGroupName!))
      state.tags.delete(groupArn(state, application.name, deploymentGroupName!));
    return { hooksNotCleanedUp: [] };
  },
} satisfies CodeDeployOperations;

function checkName(name: string | undefined): string {
  if (!name) throw new AwsError('DeploymentGroupNameRequiredException', 'Deployment group name is missing');
  if (/^[\w+=,.@ -]{1,100}$/.test(name)) return name;
  throw new AwsError('InvalidDeploymentGroupNameException', `Deployment group name ${name} is not valid`);
}
