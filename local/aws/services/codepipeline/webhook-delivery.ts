import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { messageOf } from '../../../../shared/errors.ts';
import { AwsError } from '../../define.ts';
import { type Answer, readBody, splitUrl } from '../../protocol/answer.ts';
import { type Engine, start } from './engine.ts';
import { follow, parseJsonPath } from './json-path.ts';
import { arnOfWebhook, targetOf, type Webhook } from './webhooks.ts';

export interface Delivery {
  readonly headers: Pick<IncomingHttpHeaders, string>;
  readonly body: Buffer;
  /** The IP address of who sent it. */
  readonly from: string;
}

/** GitHub caps the payload of a webhook at 25 MB: https://docs.github.com/webhooks/webhook-events-and-payloads */
const largestBody = 25 * 1024 * 1024;

/** Answers a request to the URL of a webhook. */
export async function answerWebhook(engine: Engine, request: IncomingMessage): Promise<Answer> {
  const secret = splitUrl(request).query.get('t') ?? '';
  const webhook = [...engine.webhooks.values()].find((one) => isEqual(one.secret, secret));
  if (!webhook) return text(404, 'There is no such webhook.');
  if (request.method !== 'POST') return text(405, 'Events are posted.');
  try {
    const body = await readBody(request, largestBody);
    const from = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    return deliver(engine, webhook, { headers: request.headers, body, from });
  } catch (error) {
    if (error instanceof AwsError) return text(error.status, error.message);
    throw error;
  }
}

/** Starts the pipeline if the delivery is authentic and passes the filters. */
export function deliver(engine: Engine, webhook: Webhook, delivery: Delivery): Answer {
  if (!isAuthentic(webhook, delivery)) return text(403, 'The delivery is not authentic.');
  const payload = parse(delivery.body);
  if (payload === undefined) return text(400, 'The body is not JSON.');
  const target = targetOf(engine, webhook);
  if (!target) {
    webhook.error = { code: 'PipelineNotFoundException', message: 'The pipeline or its action is gone' };
    return text(400, webhook.error.message);
  }
  if (!passes(webhook, payload, target.action.configuration ?? {}))
    return text(200, 'The filters do not match.');
  webhook.lastTriggered = engine.aws.clock.now();
  webhook.error = undefined;
  try {
    const trigger = { triggerType: 'Webhook', triggerDetail: arnOfWebhook(engine, webhook) } as const;
    start(engine, target.pipeline, { trigger });
  } catch (error) {
    const code = error instanceof AwsError ? error.code : 'InternalError';
    webhook.error = { code, message: messageOf(error) };
    return text(400, webhook.error.message);
  }
  return text(200, 'The pipeline was started.');
}

function isAuthentic({ definition }: Webhook, { headers, body, from }: Delivery): boolean {
  const { SecretToken: token = '', AllowedIPRange: range = '' } =
    definition.authenticationConfiguration ?? {};
  switch (definition.authentication) {
    case 'UNAUTHENTICATED':
      return true;
    case 'IP':
      return isWithin(from, range);
    default:
      return isSigned({ headers, body }, token);
  }
}

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
function isSigned({ headers, body }: Pick<Delivery, 'headers' | 'body'>, token: string): boolean {
  const sha256 = headers['x-hub-signature-256'];
  const [algorithm, given] =
    sha256 === undefined ? (['sha1', headers['x-hub-signature']] as const) : (['sha256', sha256] as const);
  return isEqual(String(given), `${algorithm}=${createHmac(algorithm, token).update(body).digest('hex')}`);
}

/** In a time that tells nothing of where the two differ. */
function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function isWithin(address: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = (text: string) => (isIP(text) === 6 ? 'ipv6' : 'ipv4');
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family(network));
  return isIP(address) !== 0 && list.check(address, family(address));
}

/** Whether every filter's path leads to its value, or anywhere at all where it names none. */
function passes(
  { definition }: Webhook,
  payload: unknown,
  configuration: Readonly<Record<string, string>>,
): boolean {
  return (definition.filters ?? []).every(({ jsonPath = '', matchEquals }) => {
    const found = follow(payload, parseJsonPath(jsonPath) ?? []);
    if (matchEquals === undefined) return found.length > 0;
    // `refs/heads/{Branch}` stands for the branch in the configuration of the action.
    const wanted = matchEquals.replaceAll(/\{(\w+)\}/g, (name, key: string) => configuration[key] ?? name);
    return found.some((value) => String(value) === wanted);
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: `${body}\n` };
}
