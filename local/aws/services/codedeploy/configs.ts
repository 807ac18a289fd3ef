import { AwsError } from '../../define.ts';
import type { Health } from './fleet/rollout.ts';
import type { CodeDeploy, DeploymentConfig } from './state.ts';

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html#deployment-configuration-server */
const predefined: readonly (readonly [string, Health])[] = [
  ['CodeDeployDefault.AllAtOnce', { type: 'FLEET_PERCENT', value: 0 }],
  ['CodeDeployDefault.HalfAtATime', { type: 'FLEET_PERCENT', value: 50 }],
  ['CodeDeployDefault.OneAtATime', { type: 'MOST_CONCURRENCY', value: 1 }],
];

export const defaultConfig = 'CodeDeployDefault.OneAtATime';

export function isPredefined(name: string): boolean {
  return name.startsWith('CodeDeployDefault.');
}

export function predefinedConfigs(uuid: () => string, now: number): Map<string, DeploymentConfig> {
  return new Map(predefined.map(([name, health]) => [name, newConfig({ name, health, id: uuid(), now })]));
}

export function newConfig(config: {
  name: string;
  health: Health;
  id: string;
  now: number;
}): DeploymentConfig {
  const { name, health, id, now } = config;
  // AWS answers a type of its own for OneAtATime: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_MinimumHealthyHosts.html
  const type = health.type as Exclude<Health['type'], 'MOST_CONCURRENCY'>;
  return {
    health,
    info: {
      deploymentConfigId: id,
      deploymentConfigName: name,
      minimumHealthyHosts: { type, value: health.value },
      createTime: new Date(now),
      computePlatform: 'Server',
    },
  };
}

export function findConfig(state: CodeDeploy, name: string): DeploymentConfig {
  const config = state.configs.get(name);
  if (config) return config;
  throw new AwsError(
    'DeploymentConfigDoesNotExistException',
    `No deployment configuration found for name: ${name}`,
  );
}
