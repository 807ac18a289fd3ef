import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { Secret } from '../secrets/secret.ts';
import { explaining, hasCode } from './errors.ts';
import type { SecretInfo, SecretVersion } from './ports.ts';

const current = 'AWSCURRENT';

/** Who changed a secret last is not something Secrets Manager tells. */
export async function describeSecret(
  manager: SecretsManagerClient,
  { name, id }: { name: string; id: string },
): Promise<SecretInfo | undefined> {
  const found = await unlessMissing(manager, () => manager.send(new DescribeSecretCommand({ SecretId: id })));
  if (!found || found.DeletedDate) return undefined;
  const versions = Object.entries(found.VersionIdsToStages ?? {});
  const [version] = versions.find(([, stages]) => stages.includes(current)) ?? [];
  return {
    name,
    type: 'Secret',
    version: version ?? '',
    changedAt: (found.LastChangedDate ?? found.CreatedDate)?.getTime(),
  };
}

/** The secrets whose names begin so; `prefix` is put before each name. */
export async function listSecrets(
  manager: SecretsManagerClient,
  { id, limit, prefix }: { id: string; limit: number; prefix: string },
): Promise<SecretInfo[]> {
  const found: SecretInfo[] = [];
  let NextToken: string | undefined;
  do {
    const command = new ListSecretsCommand({
      Filters: [{ Key: 'name', Values: [id] }],
      MaxResults: Math.min(100, limit - found.length),
      NextToken,
    });
    const page = await explaining({ region: await manager.config.region() }, () => manager.send(command));
    for (const { Name = '', SecretVersionsToStages = {}, LastChangedDate, CreatedDate } of page.SecretList ??
      []) {
      const [version = ''] =
        Object.entries(SecretVersionsToStages).find(([, stages]) => stages.includes(current)) ?? [];
      const changedAt = (LastChangedDate ?? CreatedDate)?.getTime();
      found.push({ name: `${prefix}${Name}`, type: 'Secret', version, changedAt });
    }
    NextToken = page.NextToken;
  } while (NextToken && found.length < limit);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The versions that a label still holds, newest first. */
export async function secretVersions(manager: SecretsManagerClient, id: string): Promise<SecretVersion[]> {
  const found = await unlessMissing(manager, () =>
    manager.send(new ListSecretVersionIdsCommand({ SecretId: id, MaxResults: 100 })),
  );
  return (found?.Versions ?? [])
    .map(({ VersionId = '', CreatedDate, VersionStages = [] }) => ({
      version: VersionId,
      changedAt: CreatedDate?.getTime(),
      labels: VersionStages,
    }))
    .sort((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0));
}

/** A binary secret is read as base64. */
export async function readSecret(manager: SecretsManagerClient, id: string): Promise<Secret | undefined> {
  const found = await unlessMissing(manager, () => manager.send(new GetSecretValueCommand({ SecretId: id })));
  if (!found) return undefined;
  const { SecretString: text, SecretBinary: bytes } = found;
  if (text !== undefined) return new Secret(text);
  return bytes && new Secret(Buffer.from(bytes).toString('base64'));
}

async function unlessMissing<T>(
  manager: SecretsManagerClient,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await explaining({ region: await manager.config.region() }, call);
  } catch (error) {
    if (hasCode(error, 'ResourceNotFoundException')) return undefined;
    throw error;
  }
}
