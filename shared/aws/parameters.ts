import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  type ParameterHistory,
  type ParameterMetadata,
  type SSMClient,
} from '@aws-sdk/client-ssm';
import { Secret } from '../secrets/secret.ts';
import { explaining, hasCode } from './errors.ts';
import type { SecretInfo, SecretVersion } from './ports.ts';

/** `DescribeParameters` knows everything of a parameter but its value. */
export async function describeParameter(ssm: SSMClient, name: string): Promise<SecretInfo | undefined> {
  const command = new DescribeParametersCommand({
    ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [withoutSelector(name)] }],
  });
  const { Parameters = [] } = await explaining({ region: await ssm.config.region() }, () =>
    ssm.send(command),
  );
  const [found] = Parameters;
  return found && toInfo(name, found);
}

function toInfo(name: string, found: ParameterMetadata): SecretInfo {
  return {
    name,
    type: found.Type ?? 'String',
    version: String(found.Version ?? ''),
    changedAt: found.LastModifiedDate?.getTime(),
    changedBy: found.LastModifiedUser,
  };
}

/** Everything below a path but the values. */
export async function listParameters(
  ssm: SSMClient,
  { path, limit }: { path: string; limit: number },
): Promise<SecretInfo[]> {
  const found: SecretInfo[] = [];
  let NextToken: string | undefined;
  do {
    const command = new DescribeParametersCommand({
      ParameterFilters: [
        { Key: 'Path', Option: 'Recursive', Values: [path.length > 1 ? path.replace(/\/$/, '') : path] },
      ],
      MaxResults: Math.min(50, limit - found.length),
      NextToken,
    });
    const page = await explaining({ region: await ssm.config.region() }, () => ssm.send(command));
    found.push(...(page.Parameters ?? []).map((each) => toInfo(each.Name ?? '', each)));
    NextToken = page.NextToken;
  } while (NextToken && found.length < limit);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The values stay encrypted: `WithDecryption` is not asked for. AWS keeps the newest hundred versions. */
export async function parameterVersions(ssm: SSMClient, name: string): Promise<SecretVersion[]> {
  const found: ParameterHistory[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const command = new GetParameterHistoryCommand({ Name: withoutSelector(name), NextToken });
      const page = await explaining({ region: await ssm.config.region() }, () => ssm.send(command));
      found.push(...(page.Parameters ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
  } catch (error) {
    if (hasCode(error, 'ParameterNotFound')) return [];
    throw error;
  }
  return found
    .sort((a, b) => (b.Version ?? 0) - (a.Version ?? 0))
    .map(({ Version, LastModifiedDate, LastModifiedUser, Labels = [] }) => ({
      version: String(Version ?? ''),
      changedAt: LastModifiedDate?.getTime(),
      changedBy: LastModifiedUser,
      labels: Labels,
    }));
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
