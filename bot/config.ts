import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../shared/errors.ts';
import { Secret } from '../shared/secrets/secret.ts';

interface StoreConfig {
  /** The path of the SQLite file, unless there is a `databaseUrl`. */
  readonly data: string;
  /** A PostgreSQL, which several replicas may share. Secret, since the password stands in it. */
  readonly databaseUrl?: Secret | undefined;
}

/** How the bot is set up. Slack, GitHub or both are there. */
export interface Config extends StoreConfig {
  readonly host: string;
  readonly port: number;
  /** The path of `drawbridge.yml`. */
  readonly policy: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  readonly slack?: SlackConfig | undefined;
  readonly github?: GitHubConfig | undefined;
  readonly aws: AwsConfig;
}

interface SlackConfig {
  readonly token: Secret;
  /** For Socket Mode. */
  readonly appToken?: Secret | undefined;
  /** For requests by HTTP. */
  readonly signingSecret?: Secret | undefined;
  readonly apiUrl?: string | undefined;
}

interface GitHubConfig {
  readonly appId: number;
  readonly privateKey: Secret;
  readonly webhookSecret: Secret;
  readonly apiUrl?: string | undefined;
}

export interface AwsConfig {
  readonly region: string;
  readonly endpoint?: string | undefined;
  /** Without them the SDK's own chain of providers is asked. */
  readonly credentials?: { id: string; secret: Secret; session?: Secret | undefined } | undefined;
  /** The key that an EventBridge API destination sends. */
  readonly eventsKey?: Secret | undefined;
  /** The queue that EventBridge events come by. */
  readonly queueUrl?: string | undefined;
  /** The ARNs of the SNS topics that they come by over HTTPS; empty where they do not. */
  readonly topics: readonly string[];
}

const text = z
  .string()
  .transform((value) => value.trim() || undefined)
  .optional();
const secret = text.transform((value) => (value === undefined ? undefined : new Secret(value)));
const address = text.refine(
  (value) => value === undefined || /^https?:\/\//.test(value),
  'is not an address that begins with http:// or https://',
);

/** Slack's kinds of token are told apart by how they begin. */
const tokenOtherThan = (foreign: RegExp, is: string) =>
  secret.refine((token) => !token || !foreign.test(token.reveal()), is);

const storeEnvironment = z.object({
  DRAWBRIDGE_DATA: text.transform((value) => value ?? 'drawbridge.sqlite'),
  DATABASE_URL: text
    .refine(
      (value) => value === undefined || /^postgres(ql)?:\/\//.test(value),
      'is not an address that begins with postgres://',
    )
    .transform((value) => (value === undefined ? undefined : new Secret(value))),
});

const environment = storeEnvironment.extend({
  HOST: text,
  PORT: text
    .transform((value) => Number(value ?? 3000))
    .refine(
      (port) => Number.isInteger(port) && port >= 0 && port <= 65_535,
      'is not a port between 0 and 65535',
    ),
  LOG_LEVEL: text.pipe(
    z.enum(['silent', 'error', 'warn', 'info'], 'is not one of silent, error, warn, info').default('info'),
  ),
  DRAWBRIDGE_POLICY: text,
  DRAWBRIDGE_AWS_EVENTS_KEY: secret,
  DRAWBRIDGE_SQS_QUEUE_URL: address,
  DRAWBRIDGE_SNS_TOPICS: text
    .transform((value) => value?.split(/[\s,]+/).filter(Boolean) ?? [])
    .refine(
      (topics) => topics.every((topic) => /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(topic)),
      'is not a list of ARNs of SNS topics, separated by commas',
    ),
  SLACK_BOT_TOKEN: tokenOtherThan(/^xapp-/, 'is an app-level token; the bot token begins with xoxb-'),
  SLACK_APP_TOKEN: tokenOtherThan(/^xox/, 'is not an app-level token, which begins with xapp-'),
  SLACK_SIGNING_SECRET: secret,
  SLACK_API_URL: address,
  GITHUB_APP_ID: text.refine(
    (value) => value === undefined || /^\d+$/.test(value),
    'is not the number of a GitHub App',
  ),
  // Where a variable cannot hold line breaks the key is written with `\n`.
  GITHUB_PRIVATE_KEY: text
    .transform((value) => value?.replaceAll('\\n', '\n'))
    .refine((value) => value === undefined || isPrivateKey(value), 'is no RSA private key in PEM')
    .transform((value) => (value === undefined ? undefined : new Secret(value))),
  GITHUB_WEBHOOK_SECRET: secret,
  GITHUB_API_URL: address,
  AWS_REGION: text,
  AWS_ENDPOINT_URL: address,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: secret,
  AWS_SESSION_TOKEN: secret,
});

/** GitHub takes no other than RSA. */
function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

type Environment = z.infer<typeof environment>;

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a `UserError` with one sentence a line for everything that is missing or wrong. */
export function readConfig(env: Variables): Config {
  const read = parse(environment, env);
  const faults: string[] = [];
  const slack = slackConfig(read, faults);
  const github = githubConfig(read, faults);
  if (!slack && !github && faults.length === 0) {
    faults.push(
      'Set SLACK_BOT_TOKEN, or GITHUB_APP_ID, or both: there is neither Slack nor GitHub to listen to.',
    );
  }
  const region = read.AWS_REGION;
  if (!region) faults.push('Set AWS_REGION to the region of your pipelines, such as eu-central-1.');
  if (faults.length > 0 || !region) throw new UserError(faults.join('\n'));

  return {
    host: read.HOST ?? '127.0.0.1',
    port: read.PORT,
    policy: read.DRAWBRIDGE_POLICY ?? 'drawbridge.yml',
    ...storeConfig(read),
    logLevel: read.LOG_LEVEL,
    slack,
    github,
    aws: {
      region,
      endpoint: read.AWS_ENDPOINT_URL,
      credentials: credentials(read),
      eventsKey: read.DRAWBRIDGE_AWS_EVENTS_KEY,
      queueUrl: read.DRAWBRIDGE_SQS_QUEUE_URL,
      topics: read.DRAWBRIDGE_SNS_TOPICS,
    },
  };
}

/** The part of it that tells where the store is; the tools need no more. */
export function readStoreConfig(env: Variables): StoreConfig {
  return storeConfig(parse(storeEnvironment, env));
}

function storeConfig(read: z.infer<typeof storeEnvironment>): StoreConfig {
  return { data: read.DRAWBRIDGE_DATA, databaseUrl: read.DATABASE_URL };
}

function parse<Schema extends z.ZodType>(schema: Schema, env: Variables): z.infer<Schema> {
  const { data, error } = schema.safeParse(env);
  if (!error) return data;
  throw new UserError(error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'));
}

function slackConfig(read: Environment, faults: string[]): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  if (!token && !appToken && !signingSecret) return undefined;
  if (!token) {
    faults.push('Set SLACK_BOT_TOKEN to the bot token of your Slack app; it begins with xoxb-.');
  } else if (!appToken && !signingSecret) {
    faults.push('Set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (requests by HTTP).');
  }
  return token && { token, appToken, signingSecret, apiUrl: read.SLACK_API_URL };
}

function githubConfig(read: Environment, faults: string[]): GitHubConfig | undefined {
  const { GITHUB_APP_ID: id, GITHUB_PRIVATE_KEY: privateKey, GITHUB_WEBHOOK_SECRET: webhookSecret } = read;
  if (!id && !privateKey && !webhookSecret) return undefined;
  if (!id) faults.push('Set GITHUB_APP_ID to the number of your GitHub App.');
  if (!privateKey) faults.push('Set GITHUB_PRIVATE_KEY to the private key of your GitHub App (PEM).');
  if (!webhookSecret) faults.push('Set GITHUB_WEBHOOK_SECRET to the webhook secret of your GitHub App.');
  if (!id || !privateKey || !webhookSecret) return undefined;
  return { appId: Number(id), privateKey, webhookSecret, apiUrl: read.GITHUB_API_URL };
}

function credentials(read: Environment): AwsConfig['credentials'] {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session } = read;
  return id && key ? { id, secret: key, session } : undefined;
}
