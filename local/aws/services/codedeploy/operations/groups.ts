import type { CreateDeploymentGroupInput, UpdateDeploymentGroupInput } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../../define.ts';
import { defaultConfig, findConfig } from '../configs.ts';
import { describeGroup } from '../describe.ts';
import { groupArn } from '../events.ts';
import { findApplication, findGroup } from '../find.ts';
import type { Group } from '../state.ts';
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
    const style = { ...defaultStyle, ...input.deploymentStyle };
    checkStyle({
      style,
      loadBalancer: input.loadBalancerInfo,
      blueGreen: input.blueGreenDeploymentConfiguration,
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
      instances: { tagFilters: input.ec2TagFilters ?? [], tagSet: input.ec2TagSet },
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
    const changed = {
      style: { ...group.style, ...input.deploymentStyle },
      loadBalancer: input.loadBalancerInfo ?? group.loadBalancer,
      blueGreen: input.blueGreenDeploymentConfiguration ?? group.blueGreen,
    };
    checkStyle(changed);
    Object.assign(group, changed);
    group.configName = input.deploymentConfigName ?? group.configName;
    group.serviceRoleArn = input.serviceRoleArn ?? group.serviceRoleArn;
    group.autoRollback = input.autoRollbackConfiguration ?? group.autoRollback;
    // The two ways to say which instances are meant exclude each other, so one that is given replaces both.
    if (input.ec2TagFilters || input.ec2TagSet)
      group.instances = { tagFilters: input.ec2TagFilters ?? [], tagSet: input.ec2TagSet };
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

const defaultStyle = { deploymentType: 'IN_PLACE', deploymentOption: 'WITHOUT_TRAFFIC_CONTROL' } as const;

/** What belongs together in how a group deploys. */
function checkStyle({
  style,
  loadBalancer,
  blueGreen,
}: Pick<Group, 'style' | 'loadBalancer' | 'blueGreen'>): void {
  const refuse = (code: string, message: string) => {
    throw new AwsError(code, message);
  };
  const isBlueGreen = style.deploymentType === 'BLUE_GREEN';
  const hasControl = style.deploymentOption === 'WITH_TRAFFIC_CONTROL';
  const names = loadBalancer?.targetGroupInfoList ?? [];
  if (isBlueGreen && !hasControl)
    refuse('InvalidDeploymentStyleException', 'A blue/green deployment needs option WITH_TRAFFIC_CONTROL');
  if (names.some(({ name }) => !name))
    refuse('InvalidLoadBalancerInfoException', 'A target group needs a name');
  if (hasControl && names.length === 0)
    refuse('InvalidLoadBalancerInfoException', 'Option WITH_TRAFFIC_CONTROL needs a target group');
  if (!isBlueGreen && blueGreen)
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      'A blue/green configuration needs deployment type BLUE_GREEN',
    );
  const { greenFleetProvisioningOption, deploymentReadyOption, terminateBlueInstancesOnDeploymentSuccess } =
    blueGreen ?? {};
  if (greenFleetProvisioningOption?.action === 'COPY_AUTO_SCALING_GROUP')
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      'The local CodeDeploy has no Auto Scaling groups to copy: use DISCOVER_EXISTING',
    );
  const waits = [
    deploymentReadyOption?.waitTimeInMinutes,
    terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes,
  ];
  if (waits.some((minutes = 0) => !Number.isInteger(minutes) || minutes < 0 || minutes > longestWaitMinutes))
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      `A wait must be from 0 to ${longestWaitMinutes} minutes`,
    );
}

/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueInstanceTerminationOption.html */
const longestWaitMinutes = 2880;

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
  if (input.loadBalancerInfo?.elbInfoList?.length)
    absent('InvalidLoadBalancerInfoException', 'Classic Load Balancers: use targetGroupInfoList');
  if (input.loadBalancerInfo?.targetGroupPairInfoList?.length)
    absent(
      'InvalidLoadBalancerInfoException',
      'target group pairs, which are for ECS: use targetGroupInfoList',
    );
  if (input.autoScalingGroups?.length) absent('InvalidAutoScalingGroupException', 'Auto Scaling groups');
  if (input.triggerConfigurations?.length)
    absent('InvalidTriggerConfigException', 'triggers: use EventBridge events');
  if (input.alarmConfiguration?.enabled) absent('InvalidAlarmConfigException', 'CloudWatch alarms');
  if (input.ecsServices?.length) absent('InvalidECSServiceException', 'ECS services');
}
