import { DescribeParametersCommand, GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { Secret } from '../secrets/secret.ts';
import { explaining, hasCode } from './errors.ts';
import type { SecretInfo } from './ports.ts';

/** `DescribeParameters` knows everything of a parameter but its value. */
export async function describeParameter(ssm: SSMClient, name: string): Promise<SecretInfo | undefined> {
  const command = new DescribeParametersCommand({
    ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [withoutSelector(name)] }],
  });
  const { Parameters = [] } = await explaining({ region: await ssm.config.region() }, () =>
    ssm.send(command),
  );
  const [found] = Parameters;
  if (!found) return undefined;
  return {
    name,
    type: found.Type ?? 'String',
    version: String(found.Version ?? ''),
    changedAt: found.LastModifiedDate?.getTime(),
    changedBy: found.LastModifiedUser,
  };
}

export async function readParameter(ssm: SSMClient, name: string): Promise<Secret | undefined> {
  const command = new GetParameterCommand({ Name: name, WithDecryption: true });
  try {
    const { Parameter } = await explaining({ region: await ssm.config.region() }, () => ssm.send(command));
    return Parameter?.Value === undefined ? undefined : new Secret(Parameter.Value);
  } catch (error) {
    if (hasCode(error, 'ParameterNotFound', 'ParameterVersionNotFound')) return undefined;
    throw error;
  }
}

/**
 * `name:version` and `name:label` choose one version of a parameter:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-versions.html
 */
function withoutSelector(name: string): string {
  return name.startsWith('arn:') ? name : name.replace(/:[^:/]+$/, '');
}
