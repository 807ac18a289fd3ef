import type { CreateDeploymentGroupInput, UpdateDeploymentGroupInput } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../../define.ts';
import { defaultConfig, findConfig } from '../configs.ts';
import { describeGroup } from '../describe.ts';
import { groupArn } from '../events.ts';
import { findApplication, findGroup } from '../find.ts';
import { checkNewTags, putTags } from '../tags.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

export const groupOperations = {
  CreateDeploymentGroup(state, input) {
    const application = findApplication(state, input.applicationName);
    const name = checkName(input.deploymentGroupName);
    if (application.groups.has(name))
      throw new AwsError('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`);
    if (!input.serviceRoleArn) throw new AwsError('RoleRequiredException', 'Service role ARN is missing');
    const configName = input.deploymentConfigName ?? defaultConfig;
    findConfig(state, configName);
    check(input);
    checkNewTags(input.tags);
    const group = {
      id: state.aws.uuid(),
      name,
      configName,
      serviceRoleArn: input.serviceRoleArn,
      ec2TagFilters: input.ec2TagFilters ?? [],
      ec2TagSet: input.ec2TagSet,
      onPremisesTagFilters: input.onPremisesInstanceTagFilters ?? [],
      onPremisesTagSet: input.onPremisesTagSet,
      autoRollback: input.autoRollbackConfiguration ?? { enabled: false, events: [] },
    };
    application.groups.set(name, group);
    putTags(state, groupArn(state, application.name, name), input.tags);
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

  UpdateDeploymentGroup(state, input) {
    const application = findApplication(state, input.applicationName);
    const group = findGroup(application, input.currentDeploymentGroupName);
    const name = input.newDeploymentGroupName ?? group.name;
    if (name !== group.name && application.groups.has(checkName(name)))
      throw new AwsError('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`);
    if (input.deploymentConfigName) findConfig(state, input.deploymentConfigName);
    check(input);
    group.configName = input.deploymentConfigName ?? group.configName;
    group.serviceRoleArn = input.serviceRoleArn ?? group.serviceRoleArn;
    group.autoRollback = input.autoRollbackConfiguration ?? group.autoRollback;
    // The two ways to say which instances are meant exclude each other, so one that is given replaces both.
    if (input.ec2TagFilters || input.ec2TagSet) {
      group.ec2TagFilters = input.ec2TagFilters ?? [];
      group.ec2TagSet = input.ec2TagSet;
    }
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

/** Refuses what AWS would refuse, and what it would do but is not done here, so that nobody takes it for done. */
function check(input: Partial<CreateDeploymentGroupInput & UpdateDeploymentGroupInput>): void {
  const refuse = (code: string, message: string) => {
    throw new AwsError(code, message);
  };
  const absent = (code: string, what: string) => refuse(code, `The local CodeDeploy has no ${what}`);
  if (input.ec2TagFilters?.length && input.ec2TagSet)
    refuse('InvalidEC2TagCombinationException', 'Use ec2TagFilters or ec2TagSet, not both');
  if (input.onPremisesInstanceTagFilters?.length && input.onPremisesTagSet)
    refuse(
      'InvalidOnPremisesTagCombinationException',
      'Use onPremisesInstanceTagFilters or onPremisesTagSet, not both',
    );
  const { autoRollbackConfiguration: rollback } = input;
  if (rollback?.enabled && !rollback.events?.length)
    refuse(
      'InvalidAutoRollbackConfigException',
      'Automatic rollback is enabled without an event that starts it',
    );
  const { deploymentStyle: style, loadBalancerInfo: balancer } = input;
  if (style?.deploymentType === 'BLUE_GREEN' || input.blueGreenDeploymentConfiguration)
    absent('InvalidDeploymentStyleException', 'blue/green deployments to servers');
  if (style?.deploymentOption === 'WITH_TRAFFIC_CONTROL')
    absent('InvalidDeploymentStyleException', 'load balancer');
  if (
    balancer?.elbInfoList?.length ||
    balancer?.targetGroupInfoList?.length ||
    balancer?.targetGroupPairInfoList?.length
  )
    absent('InvalidLoadBalancerInfoException', 'load balancer');
  if (input.autoScalingGroups?.length) absent('InvalidAutoScalingGroupException', 'Auto Scaling groups');
  if (input.triggerConfigurations?.length)
    absent('InvalidTriggerConfigException', 'triggers: use EventBridge events');
  if (input.alarmConfiguration?.enabled) absent('InvalidAlarmConfigException', 'CloudWatch alarms');
  if (input.ecsServices?.length) absent('InvalidECSServiceException', 'ECS services');
}
