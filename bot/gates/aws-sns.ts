import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { HttpReply, HttpRoute } from '../http.ts';
import type { Store } from '../store/store.ts';
import { awsDelivery } from './aws-delivery.ts';
import { isSignedBy, parseSnsMessage, type SnsMessage } from './sns-message.ts';
import { createSnsKeys, type IsOfSns, isCertificate } from './sns-origin.ts';

const minute = 60_000;
/** SNS tries again for an hour at most: https://docs.aws.amazon.com/sns/latest/dg/creating-delivery-policy.html */
const oldest = 65 * minute;
const newest = 5 * minute;
const patience = 10_000;

interface SnsGate {
  /** The ARNs of the topics that events are taken from. */
  readonly topics: readonly string[];
  readonly isOfSns: IsOfSns;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
}

/** AWS events from SNS topics over HTTPS. A subscription is confirmed for the topics that are listed and no other. */
export function snsRoute(gate: SnsGate): HttpRoute {
  const keys = createSnsKeys(gate);

  async function handle({ body }: { body: Buffer }): Promise<HttpReply> {
    const message = parseSnsMessage(body.toString('utf8'));
    if (!message) return { status: 400, body: 'The body is not a message as SNS signs and sends them.' };
    if (!gate.topics.includes(message.TopicArn))
      return { status: 403, body: 'No events are taken from this topic.' };
    const certificate = new URL(message.SigningCertURL);
    if (!gate.isOfSns(certificate, message.TopicArn) || !isCertificate(certificate)) {
      return { status: 403, body: 'The certificate is not at an address of SNS.' };
    }
    const age = gate.clock.now() - Date.parse(message.Timestamp);
    if (age > oldest || age < -newest) return { status: 403, body: 'The message is not of this hour.' };
    let isSigned: boolean;
    try {
      isSigned = isSignedBy(message, await keys.keyAt(certificate.href));
    } catch (error) {
      // SNS comes again with what could not be looked at now.
      gate.log.warn({ error: messageOf(error) }, 'The certificate of an SNS message could not be read');
      return { status: 503, body: 'The certificate could not be read.' };
    }
    if (!isSigned) return { status: 403, body: 'The signature is not one of SNS.' };
    return take(message, gate);
  }

  return { method: 'POST', path: '/aws/sns', handle };
}

async function take(message: SnsMessage, gate: SnsGate): Promise<HttpReply> {
  const { TopicArn: topic } = message;
  if (message.Type === 'SubscriptionConfirmation') return confirm(message, gate);
  if (message.Type === 'UnsubscribeConfirmation') {
    gate.log.warn({ topic }, 'The subscription to a topic has ended: no events come from it any more');
    return { status: 200 };
  }
  const delivery = awsDelivery(message.Message);
  if (delivery) await gate.store.inbox.receive(delivery);
  // Refused, it would come again and again.
  else
    gate.log.warn(
      { topic, message: message.MessageId },
      'A message of a topic is no event and is thrown away',
    );
  return { status: 200 };
}

async function confirm(
  { TopicArn: topic, SubscribeURL: address }: SnsMessage & { Type: 'SubscriptionConfirmation' },
  { isOfSns, fetch, log }: SnsGate,
): Promise<HttpReply> {
  if (!isOfSns(new URL(address), topic))
    return { status: 403, body: 'The subscription is not at an address of SNS.' };
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`SNS answered ${response.status} to the confirmation of a subscription`);
  log.info({ topic }, 'The subscription to a topic is confirmed');
  return { status: 200 };
}
