import type { CreateDeploymentGroupInput, UpdateDeploymentGroupInput } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../../define.ts';
import { checkAlarms } from '../alarms.ts';
import type { CodeDeploy, Group } from '../state.ts';
import { checkTriggers } from '../triggers.ts';

export const defaultStyle = {
  deploymentType: 'IN_PLACE',
  deploymentOption: 'WITHOUT_TRAFFIC_CONTROL',
} as const;

/** What belongs together in how a group deploys. */
export function checkStyle({
  style,
  loadBalancer,
  blueGreen,
  instances,
}: Pick<Group, 'style' | 'loadBalancer' | 'blueGreen' | 'instances'>): void {
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
  const isCopied = greenFleetProvisioningOption?.action === 'COPY_AUTO_SCALING_GROUP';
  if (isCopied && instances.autoScalingGroups.length !== 1)
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      // AWS's own words.
      'Exactly one AutoScaling group must be specified when selecting the COPY_AUTO_SCALING_GROUP green fleet provisioning option.',
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
export function check(
  state: CodeDeploy,
  input: Partial<CreateDeploymentGroupInput & UpdateDeploymentGroupInput>,
): void {
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
  const unnamed = input.autoScalingGroups?.find((name) => !/^[\x20-\x7e]{1,255}$/.test(name));
  if (unnamed !== undefined)
    refuse(
      'InvalidAutoScalingGroupException',
      `An Auto Scaling group cannot be named ${JSON.stringify(unnamed)}`,
    );
  checkTriggers(state, input.triggerConfigurations ?? []);
  checkAlarms(input.alarmConfiguration ?? {});
  if (input.ecsServices?.length) absent('InvalidECSServiceException', 'ECS services');
}
