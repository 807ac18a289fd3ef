import type { Secret } from '../secrets/secret.ts';
import type { AwsClients } from './clients.ts';
import type { SecretInfo, SecretStore, SecretVersion } from './ports.ts';

const secretsManagerPrefix = 'secretsmanager:';
const secretsManagerArn = /^arn:[\w-]+:secretsmanager:/;

/**
 * Names are Parameter Store's, such as `/shop/prod/DB_URL`; those that begin with `secretsmanager:` (or are the
 * ARN of a secret) are Secrets Manager's. A name that does not exist is undefined, not an error.
 */
export function createSecretStore(clients: AwsClients): SecretStore {
  return {
    async describe(name): Promise<SecretInfo | undefined> {
      const id = secretIdOf(name);
      if (id !== undefined) {
        const { describeSecret } = await import('./secrets-manager.ts');
        return describeSecret(await clients.secretsManager(), { name, id });
      }
      const { describeParameter } = await import('./parameters.ts');
      return describeParameter(await clients.ssm(), name);
    },
    async read(name): Promise<Secret | undefined> {
      const id = secretIdOf(name);
      if (id !== undefined) {
        const { readSecret } = await import('./secrets-manager.ts');
        return readSecret(await clients.secretsManager(), id);
      }
      const { readParameter } = await import('./parameters.ts');
      return readParameter(await clients.ssm(), name);
    },
    async list(path, limit): Promise<SecretInfo[]> {
      const id = secretIdOf(path);
      if (id !== undefined) {
        const { listSecrets } = await import('./secrets-manager.ts');
        return listSecrets(await clients.secretsManager(), { id, limit, prefix: secretsManagerPrefix });
      }
      const { listParameters } = await import('./parameters.ts');
      return listParameters(await clients.ssm(), { path, limit });
    },
    async history(name): Promise<SecretVersion[]> {
      const id = secretIdOf(name);
      if (id !== undefined) {
        const { secretVersions } = await import('./secrets-manager.ts');
        return secretVersions(await clients.secretsManager(), id);
      }
      const { parameterVersions } = await import('./parameters.ts');
      return parameterVersions(await clients.ssm(), name);
    },
  };
}

/** What Secrets Manager calls it; undefined for a name of Parameter Store's. */
function secretIdOf(name: string): string | undefined {
  if (name.startsWith(secretsManagerPrefix)) return name.slice(secretsManagerPrefix.length);
  return secretsManagerArn.test(name) ? name : undefined;
}
