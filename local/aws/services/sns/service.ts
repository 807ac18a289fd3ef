import { type Aws, AwsError, defineService } from '../../define.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { parseOr } from './envelope.ts';
import { apiVersion, invalid, type Publication, type Subscription, Topics } from './topics.ts';

const largestMessage = 256 * 1024;
const pageSize = 100;

/** SNS with standard topics: queues and HTTP endpoints, confirmed, filtered and signed. */
export default defineService({
  name: 'sns',
  protocol: { kind: 'query', version: apiVersion, namespace: `http://sns.amazonaws.com/doc/${apiVersion}/` },
  sdk: () => import('@aws-sdk/client-sns'),
  missingMemberCode: 'InvalidParameterException',
  state: (aws: Aws) => new Topics(aws),
  persistence: ownSnapshots(1),
  file: (topics, path) => topics.file(path),
  operations: {
    CreateTopic(topics, input) {
      const topic = topics.create(input.Name!, input.Attributes);
      for (const { Key = '', Value = '' } of input.Tags ?? []) topic.tags.set(Key, Value);
      return { TopicArn: topic.arn };
    },

    DeleteTopic(topics, input) {
      topics.delete(input.TopicArn!);
      return {};
    },

    ListTopics(topics, input) {
      const { items, NextToken } = page(topics.all(), input.NextToken);
      return { Topics: items.map(({ arn }) => ({ TopicArn: arn })), ...NextToken };
    },

    GetTopicAttributes(topics, input) {
      const { arn, name, attributes, subscriptions } = topics.topic(input.TopicArn!);
      const confirmed = subscriptions.filter((one) => one.confirmed).length;
      return {
        Attributes: {
          DisplayName: '',
          ...attributes,
          TopicArn: arn,
          Owner: arn.split(':')[4] ?? name,
          SubscriptionsConfirmed: String(confirmed),
          SubscriptionsPending: String(subscriptions.length - confirmed),
          SubscriptionsDeleted: '0',
        },
      };
    },

    SetTopicAttributes(topics, input) {
      topics.topic(input.TopicArn!).attributes[input.AttributeName!] = input.AttributeValue ?? '';
      return {};
    },

    Subscribe(topics, input) {
      const subscription = topics.subscribe(topics.topic(input.TopicArn!), {
        protocol: input.Protocol!,
        endpoint: input.Endpoint ?? '',
        attributes: input.Attributes,
      });
      const isTold = subscription.confirmed || input.ReturnSubscriptionArn;
      return { SubscriptionArn: isTold ? subscription.arn : 'pending confirmation' };
    },

    ConfirmSubscription: (topics, input) => ({
      SubscriptionArn: topics.confirm(topics.topic(input.TopicArn!), input.Token!).arn,
    }),

    Unsubscribe(topics, input) {
      topics.unsubscribe(input.SubscriptionArn!);
      return {};
    },

    ListSubscriptions(topics, input) {
      const { items, NextToken } = page(topics.subscriptions(), input.NextToken);
      return { Subscriptions: items.map(describe), ...NextToken };
    },

    ListSubscriptionsByTopic(topics, input) {
      const { items, NextToken } = page(topics.topic(input.TopicArn!).subscriptions, input.NextToken);
      return { Subscriptions: items.map(describe), ...NextToken };
    },

    GetSubscriptionAttributes(topics, input) {
      const subscription = topics.subscription(input.SubscriptionArn!);
      return {
        Attributes: {
          RawMessageDelivery: 'false',
          ...subscription.attributes,
          ...describe(subscription),
          SubscriptionArn: subscription.arn,
          PendingConfirmation: String(!subscription.confirmed),
        },
      };
    },

    SetSubscriptionAttributes(topics, input) {
      const subscription = topics.subscription(input.SubscriptionArn!);
      topics.setAttributes(subscription, { [input.AttributeName!]: input.AttributeValue ?? '' });
      return {};
    },

    Publish(topics, input) {
      if (!input.TopicArn) throw invalid('The local AWS publishes to topics only: give TopicArn.');
      return { MessageId: topics.publish(input.TopicArn, publication(input)) };
    },

    PublishBatch(topics, input) {
      const { arn } = topics.topic(input.TopicArn!);
      const entries = input.PublishBatchRequestEntries!;
      if (entries.length === 0)
        throw new AwsError('EmptyBatchRequestException', 'The batch request has no entries.');
      if (entries.length > 10)
        throw new AwsError('TooManyEntriesInBatchRequestException', 'The batch has more than 10 entries.');
      const publications = entries.map((entry) => publication(entry));
      return {
        Successful: entries.map(({ Id }, index) => ({
          Id: Id!,
          MessageId: topics.publish(arn, publications[index]!),
        })),
        Failed: [],
      };
    },

    ListTagsForResource: (topics, input) => ({
      Tags: [...topics.topic(input.ResourceArn!).tags].map(([Key, Value]) => ({ Key, Value })),
    }),

    TagResource(topics, input) {
      for (const { Key = '', Value = '' } of input.Tags!)
        topics.topic(input.ResourceArn!).tags.set(Key, Value);
      return {};
    },

    UntagResource(topics, input) {
      for (const key of input.TagKeys!) topics.topic(input.ResourceArn!).tags.delete(key);
      return {};
    },
  },
});

interface PublishMembers {
  readonly Message: string | undefined;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: Publication['attributes'];
}

function publication(input: PublishMembers): Publication {
  const { Message = '', Subject, MessageStructure, MessageAttributes: attributes } = input;
  if (Message === '') throw invalid('Invalid parameter: Empty message');
  if (Buffer.byteLength(Message) > largestMessage) throw invalid('Invalid parameter: Message too long');
  if (Subject !== undefined && !/^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(Subject))
    throw invalid('Invalid parameter: Subject must be 1 to 100 printable ASCII characters');
  if (MessageStructure !== 'json') return { message: Message, subject: Subject, attributes };
  const byProtocol = Object(parseOr(Message, {})) as Record<string, unknown>;
  const texts = Object.entries(byProtocol).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const messages = Object.fromEntries(texts);
  if (messages.default === undefined)
    throw invalid('Invalid parameter: Message Structure - No default entry in JSON message body');
  return { message: messages.default, subject: Subject, attributes, byProtocol: messages };
}

function describe({ arn, topic, protocol, endpoint, confirmed }: Subscription) {
  return {
    SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
    TopicArn: topic.arn,
    Protocol: protocol,
    Endpoint: endpoint,
    Owner: topic.arn.split(':')[4]!,
  };
}

function page<Item>(all: readonly Item[], token: string | undefined) {
  const start = Number(token ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid('Invalid parameter: NextToken');
  const end = start + pageSize;
  return { items: all.slice(start, end), NextToken: end < all.length ? { NextToken: String(end) } : {} };
}
