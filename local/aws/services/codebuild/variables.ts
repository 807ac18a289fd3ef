import type { EnvironmentVariable } from '@aws-sdk/client-codebuild';
import type { Buildspec } from '../../../../shared/spec/buildspec.ts';
import { type Aws, AwsError } from '../../define.ts';
import secretsmanager from '../secretsmanager/service.ts';
import ssm from '../ssm/service.ts';
import { PhaseFailure } from './failure.ts';

export interface Variables {
  readonly values: Readonly<Record<string, string>>;
  /** The names whose values came from Parameter Store or Secrets Manager: masked in the log, never exported. */
  readonly secretNames: ReadonlySet<string>;
}

/** The variables of a buildspec, overridden by those of the project and of the start, with their values read. */
export function readVariables(
  aws: Aws,
  env: Buildspec['env'],
  declared: readonly EnvironmentVariable[],
): Variables {
  const all = new Map<string, EnvironmentVariable>();
  for (const variable of [...variablesOf(env), ...declared]) all.set(variable.name ?? '', variable);
  const values: Record<string, string> = {};
  const secretNames = new Set<string>();
  for (const [name, { type = 'PLAINTEXT', value = '' }] of all) {
    if (type === 'PARAMETER_STORE') values[name] = parameter(aws, value);
    else if (type === 'SECRETS_MANAGER') values[name] = secret(aws, value);
    else values[name] = value;
    if (type !== 'PLAINTEXT') secretNames.add(name);
  }
  return { values, secretNames };
}

function variablesOf(env: Buildspec['env']): EnvironmentVariable[] {
  const typed = (
    variables: Readonly<Record<string, string>> | undefined,
    type: EnvironmentVariable['type'],
  ) => Object.entries(variables ?? {}).map(([name, value]) => ({ name, value, type }));
  return [
    ...typed(env?.variables, 'PLAINTEXT'),
    ...typed(env?.['parameter-store'], 'PARAMETER_STORE'),
    ...typed(env?.['secrets-manager'], 'SECRETS_MANAGER'),
  ];
}

function parameter(aws: Aws, name: string): string {
  try {
    return aws.use(ssm).get(name, true).Value ?? '';
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new PhaseFailure('Decrypted Variables Error', `parameter does not exist: ${name}`);
  }
}

/** `id:json-key:version-stage:version-id`, where the id may be an ARN with colons of its own. */
function secret(aws: Aws, reference: string): string {
  const match = /^((?:arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:)?[^:]+):?([^:]*):?([^:]*):?([^:]*)$/.exec(
    reference,
  );
  if (!match)
    throw new PhaseFailure('Secrets Manager Error', `this is no reference to a secret: ${reference}`);
  const [, SecretId, key, stage, version] = match;
  let text: string;
  try {
    const found = aws.use(secretsmanager).get({
      SecretId,
      ...(stage && { VersionStage: stage }),
      ...(version && { VersionId: version }),
    });
    text = found.SecretString ?? Buffer.from(found.SecretBinary ?? []).toString();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new PhaseFailure('Secrets Manager Error', `${error.code}: ${error.message}`);
  }
  return key ? jsonValue(text, key, SecretId ?? '') : text;
}

function jsonValue(text: string, key: string, id: string): string {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    // The parser's own message would quote the secret.
    throw new PhaseFailure(
      'Secrets Manager Error',
      `the secret ${id} is not JSON, so that it has no key ${key}`,
    );
  }
  const isObject = typeof fields === 'object' && fields !== null && Object.hasOwn(fields, key);
  if (!isObject) throw new PhaseFailure('Secrets Manager Error', `the secret ${id} has no key ${key}`);
  const value = (fields as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : JSON.stringify(value);
}
