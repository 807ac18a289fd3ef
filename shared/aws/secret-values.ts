import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, GetParametersByPathCommand } from '@aws-sdk/client-ssm';
import { Secret } from '../secrets/secret.ts';
import type { AwsClients } from './clients.ts';
import { explaining, hasCode } from './errors.ts';

/** The values of Parameter Store and Secrets Manager. What does not exist is undefined; else a `UserError` is thrown. */
export interface SecretValues {
  /** `name` may end in `:version` or `:label`. */
  parameter(name: string): Promise<Secret | undefined>;
  /** Every parameter below a path, however deep, by its whole name. */
  parametersBelow(path: string): Promise<ReadonlyMap<string, Secret>>;
  /** A binary secret is read as base64. */
  secret(request: SecretRequest): Promise<Secret | undefined>;
}

export interface SecretRequest {
  /** A name or an ARN. */
  readonly id: string;
  /** Such as AWSPREVIOUS; AWSCURRENT where neither is given. */
  readonly stage?: string;
  readonly version?: string;
}

type Clients = Pick<AwsClients, 'ssm' | 'secretsManager'>;

/** Importing this file loads parts of two SDK packages: where start-up time counts, import it when it is needed. */
export function createSecretValues(clients: Clients, region: string): SecretValues {
  return {
    async parameter(name) {
      const ssm = await clients.ssm();
      const command = new GetParameterCommand({ Name: name, WithDecryption: true });
      const answer = await unlessMissing(() => explaining({ region }, () => ssm.send(command)));
      const value = answer?.Parameter?.Value;
      return value === undefined ? undefined : new Secret(value);
    },

    async parametersBelow(path) {
      const ssm = await clients.ssm();
      const found = new Map<string, Secret>();
      let NextToken: string | undefined;
      do {
        const input = { Path: path, Recursive: true, WithDecryption: true, NextToken };
        const page = await explaining({ region }, () => ssm.send(new GetParametersByPathCommand(input)));
        for (const { Name, Value } of page.Parameters ?? []) {
          if (Name !== undefined && Value !== undefined) found.set(Name, new Secret(Value));
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },

    async secret({ id, stage, version }) {
      const manager = await clients.secretsManager();
      const command = new GetSecretValueCommand({ SecretId: id, VersionStage: stage, VersionId: version });
      const answer = await unlessMissing(() => explaining({ region }, () => manager.send(command)));
      const { SecretString: text, SecretBinary: bytes } = answer ?? {};
      if (text !== undefined) return new Secret(text);
      return bytes && new Secret(Buffer.from(bytes).toString('base64'));
    },
  };
}

async function unlessMissing<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    const codes = ['ParameterNotFound', 'ParameterVersionNotFound', 'ResourceNotFoundException'];
    if (hasCode(error, ...codes)) return undefined;
    throw error;
  }
}
