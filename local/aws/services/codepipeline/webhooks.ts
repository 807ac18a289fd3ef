import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { ListWebhookItem, Tag, WebhookDefinition } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { findPipeline } from './definitions.ts';
import type { Engine } from './engine.ts';
import { parseJsonPath } from './json-path.ts';
import { current, stagesOf } from './state.ts';
import { checkTags } from './tags.ts';

/** A URL that starts a pipeline. */
export interface Webhook {
  readonly name: string;
  readonly definition: WebhookDefinition;
  /** What makes its URL hard to guess. */
  readonly secret: string;
  readonly tags: Map<string, Tag>;
  /** Whether pushes to the repository of its source action are delivered to it. */
  registered: boolean;
  /** Epoch milliseconds. */
  lastTriggered: number | undefined;
  error: { readonly code: string; readonly message: string } | undefined;
}

export const webhookPath = '/v1/webhooks/';

/** Makes or changes a webhook; its URL stays. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutWebhook.html */
export function putWebhook(
  engine: Engine,
  definition: WebhookDefinition,
  tags: readonly Tag[] | undefined,
): Webhook {
  const { name = '' } = definition;
  if (!/^[A-Za-z0-9.@\-_]{1,100}$/.test(name))
    throw new AwsError(
      'ValidationException',
      'The name of a webhook has 1 to 100 letters, digits and . @ - _',
    );
  checkTags(tags ?? []);
  checkTarget(engine, definition);
  checkAuthentication(definition);
  checkFilters(definition);
  const before = engine.webhooks.get(name);
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html
  if (!before && engine.webhooks.size >= 300)
    throw new AwsError('LimitExceededException', 'A region has at most 300 webhooks');
  const webhook: Webhook = {
    name,
    definition,
    secret: before?.secret ?? randomBytes(24).toString('base64url'),
    tags: tags ? new Map(tags.map((tag) => [tag.key ?? '', tag])) : (before?.tags ?? new Map()),
    registered: before?.registered ?? false,
    lastTriggered: before?.lastTriggered,
    error: undefined,
  };
  engine.webhooks.set(name, webhook);
  return webhook;
}

export function findWebhook(engine: Engine, name: string | undefined): Webhook {
  const webhook = engine.webhooks.get(name ?? '');
  if (!webhook) throw new AwsError('WebhookNotFoundException', `There is no webhook with name '${name}'`);
  return webhook;
}

/** The action that the webhook starts, if it is still there. */
export function targetOf(engine: Engine, { definition }: Pick<Webhook, 'definition'>) {
  const pipeline = engine.pipelines.get(definition.targetPipeline ?? '');
  const actions = pipeline ? (stagesOf(current(pipeline))[0]?.actions ?? []) : [];
  const action = actions.find((one) => one.name === definition.targetAction);
  return pipeline && action && { pipeline, action };
}

export function arnOfWebhook({ aws }: Engine, { name }: Webhook): string {
  return `arn:aws:codepipeline:${aws.region}:${aws.account}:webhook:${name}`;
}

export function webhookItem(engine: Engine, webhook: Webhook): ListWebhookItem {
  const { definition, secret, tags, lastTriggered, error } = webhook;
  return {
    definition,
    url: `${engine.aws.endpoint}${webhookPath}trigger?t=${secret}`,
    arn: arnOfWebhook(engine, webhook),
    tags: [...tags.values()],
    lastTriggered: lastTriggered === undefined ? undefined : new Date(lastTriggered),
    errorCode: error?.code,
    errorMessage: error?.message,
  };
}

function checkTarget(engine: Engine, definition: WebhookDefinition): void {
  findPipeline(engine, definition.targetPipeline);
  if (!targetOf(engine, { definition }))
    throw new AwsError(
      'ValidationException',
      `Pipeline '${definition.targetPipeline}' has no source action '${definition.targetAction}'`,
    );
}

function checkAuthentication({ authentication, authenticationConfiguration = {} }: WebhookDefinition): void {
  const { SecretToken: token, AllowedIPRange: range } = authenticationConfiguration;
  const refused = (message: string) =>
    new AwsError('InvalidWebhookAuthenticationParametersException', message);
  switch (authentication) {
    case 'GITHUB_HMAC':
      if (!token || token.length > 100 || range !== undefined)
        throw refused('GITHUB_HMAC needs a SecretToken of 1 to 100 characters, and nothing else');
      return;
    case 'IP':
      if (!isRange(range) || token !== undefined)
        throw refused('IP needs an AllowedIPRange such as 192.0.2.0/24, and nothing else');
      return;
    case 'UNAUTHENTICATED':
      if (token !== undefined || range !== undefined)
        throw refused('UNAUTHENTICATED takes no authenticationConfiguration');
      return;
    default:
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value '${authentication}' at 'webhook.authentication' failed to satisfy constraint: Member must satisfy enum value set: [GITHUB_HMAC, IP, UNAUTHENTICATED]`,
      );
  }
}

function isRange(range: string | undefined): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(range ?? '') ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits) <= (family === 4 ? 32 : 128);
}

function checkFilters({ filters = [] }: WebhookDefinition): void {
  const refused = (message: string) => new AwsError('InvalidWebhookFilterPatternException', message);
  if (filters.length > 5) throw new AwsError('ValidationException', 'A webhook has at most 5 filters');
  for (const { jsonPath = '', matchEquals } of filters) {
    if (jsonPath.length > 150 || !parseJsonPath(jsonPath))
      throw refused(`The JSON path ${jsonPath} is not one that is understood here`);
    if (matchEquals !== undefined && (matchEquals.length < 1 || matchEquals.length > 150))
      throw refused('matchEquals has 1 to 150 characters');
  }
}
