import { AwsError } from '../../../define.ts';
import { findConfig, isPredefined, newConfig } from '../configs.ts';
import type { CodeDeployOperations } from './define.ts';
import { page } from './page.ts';

export const configOperations = {
  CreateDeploymentConfig(state, input) {
    const { deploymentConfigName: name, minimumHealthyHosts, computePlatform = 'Server' } = input;
    if (!name)
      throw new AwsError('DeploymentConfigNameRequiredException', 'Deployment configuration name is missing');
    if (!/^[\w+=,.@-]{1,100}$/.test(name) || isPredefined(name))
      throw new AwsError(
        'InvalidDeploymentConfigNameException',
        `Deployment configuration name ${name} is not valid`,
      );
    if (state.configs.has(name))
      throw new AwsError(
        'DeploymentConfigAlreadyExistsException',
        `Deployment configuration already exists: ${name}`,
      );
    if (computePlatform !== 'Server')
      throw new AwsError(
        'InvalidComputePlatformException',
        `The local CodeDeploy deploys to servers, not to ${computePlatform}`,
      );
    if (input.trafficRoutingConfig)
      throw new AwsError(
        'InvalidTrafficRoutingConfigurationException',
        'Traffic is routed for Lambda and ECS, not for servers',
      );
    if (input.zonalConfig)
      throw new AwsError(
        'InvalidZonalDeploymentConfigurationException',
        'The local CodeDeploy has no Availability Zones',
      );
    const { type, value } = minimumHealthyHosts ?? {};
    const isType = type === 'HOST_COUNT' || type === 'FLEET_PERCENT';
    if (
      !isType ||
      value === undefined ||
      !Number.isInteger(value) ||
      value < 0 ||
      (type === 'FLEET_PERCENT' && value >= 100)
    )
      throw new AwsError(
        'InvalidMinimumHealthyHostValueException',
        'minimumHealthyHosts needs type HOST_COUNT with a value of 0 or more, or FLEET_PERCENT with a value from 0 to 99',
      );
    const { aws } = state;
    const id = aws.uuid();
    state.configs.set(name, newConfig({ name, health: { type, value }, id, now: aws.clock.now() }));
    return { deploymentConfigId: id };
  },

  GetDeploymentConfig(state, { deploymentConfigName }) {
    return { deploymentConfigInfo: findConfig(state, required(deploymentConfigName)).info };
  },

  ListDeploymentConfigs(state, { nextToken }) {
    const { items, ...more } = page([...state.configs.keys()].sort(), nextToken);
    return { deploymentConfigsList: items, ...more };
  },

  DeleteDeploymentConfig(state, { deploymentConfigName }) {
    const name = required(deploymentConfigName);
    if (isPredefined(name))
      throw new AwsError(
        'InvalidOperationException',
        'A predefined deployment configuration cannot be deleted',
      );
    for (const { groups } of state.applications.values())
      for (const group of groups.values())
        if (group.configName === name)
          throw new AwsError('DeploymentConfigInUseException', `Deployment group ${group.name} uses ${name}`);
    state.configs.delete(name);
    return {};
  },
} satisfies CodeDeployOperations;

function required(name: string | undefined): string {
  if (name) return name;
  throw new AwsError('DeploymentConfigNameRequiredException', 'Deployment configuration name is missing');
}
