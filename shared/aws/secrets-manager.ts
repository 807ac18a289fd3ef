import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { Secret } from '../secrets/secret.ts';
import { explaining, hasCode } from './errors.ts';
import type { SecretInfo } from './ports.ts';

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
