import { randomBytes } from 'node:crypto';
import { type Aws, AwsError, type ServedFile } from '../../define.ts';
import { type Pattern, parsePattern } from '../events/pattern.ts';
import sqs from '../sqs/service.ts';
import { createSigningKey, type SigningKey } from './certificate.ts';
import {
  attributesForEnvelope,
  attributesForFilter,
  type Envelope,
  type MessageAttributes,
  parseOr,
  signEnvelope,
} from './envelope.ts';
import { headersFor, post } from './post.ts';

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Record<string, string>;
  readonly tags: Map<string, string>;
  readonly subscriptions: Subscription[];
}

export interface Subscription {
  readonly arn: string;
  readonly topic: Topic;
  readonly protocol: 'http' | 'https' | 'sqs';
  readonly endpoint: string;
  /** What confirms it. */
  readonly token: string;
  confirmed: boolean;
  attributes: Record<string, string>;
  filter: Pattern | undefined;
}

/** The filter is made anew from its attribute. */
interface TopicSnapshot extends Omit<Topic, 'subscriptions'> {
  readonly subscriptions: readonly Omit<Subscription, 'topic' | 'filter'>[];
}

export interface Publication {
  readonly message: string;
  readonly subject?: string | undefined;
  readonly attributes?: MessageAttributes | undefined;
  /** Messages of their own for some protocols. */
  readonly byProtocol?: Readonly<Record<string, string>> | undefined;
}

export const apiVersion = '2010-03-31';

/** Topics and their subscriptions, for the operations of SNS and, in process, for whoever publishes. */
export class Topics {
  readonly #aws: Aws;
  readonly #topics = new Map<string, Topic>();
  readonly #closing = new AbortController();
  readonly #certificateName = `SimpleNotificationService-${randomBytes(16).toString('hex')}.pem`;
  #signing: Promise<SigningKey> | undefined;
  #certificate: string | undefined;

  constructor(aws: Aws) {
    this.#aws = aws;
    aws.onClose(() => this.#closing.abort());
  }

  snapshot(): { topics: TopicSnapshot[] } {
    const topics = this.all().map((topic) => ({
      ...topic,
      subscriptions: topic.subscriptions.map(({ topic: _topic, filter: _filter, ...rest }) => rest),
    }));
    return { topics };
  }

  restore({ topics }: { topics: readonly TopicSnapshot[] }): undefined {
    for (const { subscriptions, ...rest } of topics) {
      const topic: Topic = { ...rest, subscriptions: [] };
      this.#topics.set(topic.arn, topic);
      for (const { attributes, ...kept } of subscriptions) {
        const subscription: Subscription = { ...kept, topic, attributes: {}, filter: undefined };
        this.setAttributes(subscription, attributes);
        topic.subscriptions.push(subscription);
      }
    }
  }

  all(): readonly Topic[] {
    return [...this.#topics.values()];
  }

  subscriptions(): readonly Subscription[] {
    return this.all().flatMap((topic) => topic.subscriptions);
  }

  /** Makes a topic, or answers the one of that name. */
  create(name: string, attributes: Record<string, string> = {}): Topic {
    if (name.endsWith('.fifo') || attributes.FifoTopic === 'true')
      throw invalid('The local AWS has standard topics only, no FIFO topics.');
    if (!/^[\w-]{1,256}$/.test(name)) throw invalid('Invalid parameter: Topic Name');
    const arn = `arn:aws:sns:${this.#aws.region}:${this.#aws.account}:${name}`;
    const topic = this.#topics.get(arn) ?? { name, arn, attributes: {}, tags: new Map(), subscriptions: [] };
    Object.assign(topic.attributes, attributes);
    this.#topics.set(arn, topic);
    return topic;
  }

  delete(arn: string): void {
    this.#topics.delete(arn);
  }

  topic(arn: string): Topic {
    const topic = this.#topics.get(arn);
    if (topic) return topic;
    throw new AwsError('NotFoundException', 'Topic does not exist', 404);
  }

  subscription(arn: string): Subscription {
    const found = this.subscriptions().find((subscription) => subscription.arn === arn);
    if (found) return found;
    throw new AwsError('NotFoundException', 'Subscription does not exist', 404);
  }

  subscribe(topic: Topic, { protocol, endpoint, attributes = {} }: NewSubscription): Subscription {
    if (protocol !== 'http' && protocol !== 'https' && protocol !== 'sqs')
      throw invalid(`The local AWS delivers to http, https and sqs, not to ${protocol}.`);
    const isUrl = URL.canParse(endpoint) && new URL(endpoint).protocol === `${protocol}:`;
    if (protocol === 'sqs' ? !this.#aws.use(sqs).byArn(endpoint) : !isUrl)
      throw invalid(`Invalid parameter: Endpoint ${endpoint}`);
    const known = topic.subscriptions.find((one) => one.protocol === protocol && one.endpoint === endpoint);
    if (known) return known;
    const subscription: Subscription = {
      arn: `${topic.arn}:${this.#aws.uuid()}`,
      topic,
      protocol,
      endpoint,
      token: randomBytes(64).toString('hex'),
      confirmed: protocol === 'sqs',
      attributes: {},
      filter: undefined,
    };
    this.setAttributes(subscription, attributes);
    topic.subscriptions.push(subscription);
    if (!subscription.confirmed) this.#background(this.#askToConfirm(subscription), subscription);
    return subscription;
  }

  confirm(topic: Topic, token: string): Subscription {
    const subscription = topic.subscriptions.find((one) => one.token === token);
    if (!subscription) throw invalid('Invalid parameter: Token');
    subscription.confirmed = true;
    return subscription;
  }

  unsubscribe(arn: string): void {
    const { topic } = this.subscription(arn);
    topic.subscriptions.splice(topic.subscriptions.indexOf(this.subscription(arn)), 1);
  }

  setAttributes(subscription: Subscription, attributes: Record<string, string>): void {
    const known = ['RawMessageDelivery', 'FilterPolicy', 'FilterPolicyScope'];
    const unknown = Object.keys(attributes).find((name) => !known.includes(name));
    if (unknown) throw invalid(`The local AWS knows no subscription attribute ${unknown}.`);
    const policy = attributes.FilterPolicy;
    if (policy !== undefined) subscription.filter = isNone(policy) ? undefined : parsePattern(policy);
    subscription.attributes = { ...subscription.attributes, ...attributes };
  }

  /** Sends a message to all who have subscribed, in the background; answers its id. */
  publish(topicArn: string, publication: Publication): string {
    const topic = this.topic(topicArn);
    const id = this.#aws.uuid();
    for (const subscription of topic.subscriptions) {
      if (!subscription.confirmed || !passes(subscription, publication)) continue;
      this.#background(this.#notify(subscription, publication, id), subscription);
    }
    return id;
  }

  /** The certificate that the signatures are checked with. */
  file(path: string): ServedFile | undefined {
    if (path !== `/${this.#certificateName}` || !this.#certificate) return undefined;
    return { type: 'application/x-pem-file', content: this.#certificate };
  }

  async #notify(subscription: Subscription, publication: Publication, id: string): Promise<void> {
    const { topic, protocol, endpoint, arn } = subscription;
    const { subject, attributes = {} } = publication;
    const message = publication.byProtocol?.[protocol] ?? publication.message;
    const raw = subscription.attributes.RawMessageDelivery === 'true';
    if (raw && protocol === 'sqs') return this.#aws.use(sqs).send(endpoint, message, attributes);
    const envelope = await this.#sign(topic, {
      Type: 'Notification',
      MessageId: id,
      TopicArn: topic.arn,
      ...(subject === undefined ? {} : { Subject: subject }),
      Message: message,
      Timestamp: this.#now(),
      UnsubscribeURL: this.#url({ Action: 'Unsubscribe', SubscriptionArn: arn }),
      ...(Object.keys(attributes).length > 0 ? { MessageAttributes: attributesForEnvelope(attributes) } : {}),
    });
    if (protocol === 'sqs') return this.#aws.use(sqs).send(endpoint, JSON.stringify(envelope));
    await this.#post(subscription, envelope, raw ? message : JSON.stringify(envelope));
  }

  async #askToConfirm(subscription: Subscription): Promise<void> {
    const { topic, token } = subscription;
    const envelope = await this.#sign(topic, {
      Type: 'SubscriptionConfirmation',
      MessageId: this.#aws.uuid(),
      Token: token,
      TopicArn: topic.arn,
      Message: `You have chosen to subscribe to the topic ${topic.arn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
      SubscribeURL: this.#url({ Action: 'ConfirmSubscription', TopicArn: topic.arn, Token: token }),
      Timestamp: this.#now(),
    });
    await this.#post(subscription, envelope, JSON.stringify(envelope));
  }

  async #sign(topic: Topic, envelope: Envelope): Promise<Envelope> {
    this.#signing ??= createSigningKey(`sns.${this.#aws.region}.amazonaws.com`, this.#aws.clock.now());
    const { key, certificate } = await this.#signing;
    this.#certificate = certificate;
    const version = topic.attributes.SignatureVersion === '2' ? '2' : '1';
    return signEnvelope(envelope, {
      key,
      version,
      certificateUrl: `${this.#aws.endpoint}/${this.#certificateName}`,
    });
  }

  #post({ topic, endpoint, arn }: Subscription, envelope: Envelope, body: string): Promise<void> {
    const headers = headersFor(envelope, { topic: topic.arn, subscription: arn });
    return post({ url: endpoint, headers, body }, { clock: this.#aws.clock, signal: this.#closing.signal });
  }

  #background(work: Promise<void>, { arn }: Subscription): void {
    work.catch((error) => {
      if (!this.#closing.signal.aborted) this.#aws.log(`A message for ${arn} was not delivered`, error);
    });
  }

  #url(fields: Record<string, string>): string {
    return `${this.#aws.endpoint}/?${new URLSearchParams({ ...fields, Version: apiVersion })}`;
  }

  #now(): string {
    return new Date(this.#aws.clock.now()).toISOString();
  }
}

interface NewSubscription {
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes?: Record<string, string> | undefined;
}

function passes(
  { filter, attributes: { FilterPolicyScope } }: Subscription,
  publication: Publication,
): boolean {
  if (!filter) return true;
  const { message, attributes = {} } = publication;
  return filter(
    FilterPolicyScope === 'MessageBody' ? Object(parseOr(message, {})) : attributesForFilter(attributes),
  );
}

function isNone(policy: string): boolean {
  return policy === '' || policy === '{}';
}

export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}
