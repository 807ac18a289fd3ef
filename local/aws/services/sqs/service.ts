import { type Aws, AwsError, defineService } from '../../define.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { invalidParameter, type Message, type MessageAttributes, md5, md5OfAttributes } from './message.ts';
import { limits, type Queue } from './queue.ts';
import { Queues } from './queues.ts';

/** SQS with standard queues: long polls, visibility timeouts, delays and dead letters. */
export default defineService({
  name: 'sqs',
  protocol: {
    kind: 'json',
    version: '1.0',
    target: 'AmazonSQS',
    query: { version: '2012-11-05', namespace: 'http://queue.amazonaws.com/doc/2012-11-05/' },
  },
  sdk: () => import('@aws-sdk/client-sqs'),
  missingMemberCode: 'MissingParameter',
  state: (aws: Aws) => new Queues(aws),
  persistence: ownSnapshots(1),
  operations: {
    CreateQueue(queues, input) {
      const queue = queues.create(input.QueueName!, input.Attributes);
      queue.tags = { ...queue.tags, ...input.tags };
      return { QueueUrl: queue.url };
    },

    GetQueueUrl: (queues, input) => ({ QueueUrl: queues.byName(input.QueueName!).url }),

    ListQueues(queues, input) {
      const urls = queues.all().filter(({ name }) => name.startsWith(input.QueueNamePrefix ?? ''));
      const start = Number(input.NextToken ?? 0);
      const end = start + (input.MaxResults ?? 1000);
      return {
        QueueUrls: urls.slice(start, end).map(({ url }) => url),
        ...(input.MaxResults && end < urls.length ? { NextToken: String(end) } : {}),
      };
    },

    DeleteQueue(queues, input) {
      queues.delete(queues.byUrl(input.QueueUrl!));
      return {};
    },

    PurgeQueue(queues, input) {
      queues.byUrl(input.QueueUrl!).purge();
      return {};
    },

    GetQueueAttributes(queues, input) {
      const all = describe(queues.byUrl(input.QueueUrl!));
      const names: readonly string[] = input.AttributeNames ?? [];
      const wanted = Object.entries(all).filter(([name]) => names.includes('All') || names.includes(name));
      return wanted.length > 0 ? { Attributes: Object.fromEntries(wanted) } : {};
    },

    SetQueueAttributes(queues, input) {
      queues.setAttributes(queues.byUrl(input.QueueUrl!), input.Attributes as Record<string, string>);
      return {};
    },

    SendMessage: (queues, input) => send(queues.byUrl(input.QueueUrl!), input),

    SendMessageBatch(queues, input) {
      const queue = queues.byUrl(input.QueueUrl!);
      const { done, failed } = batch(input.Entries!, (entry) => send(queue, entry));
      return { Successful: done.map(({ Id, result }) => ({ Id, ...result })), Failed: failed };
    },

    async ReceiveMessage(queues, input) {
      const queue = queues.byUrl(input.QueueUrl!);
      const most = between('MaxNumberOfMessages', input.MaxNumberOfMessages ?? 1, { least: 1, most: 10 });
      const wait = input.WaitTimeSeconds ?? queue.setting('ReceiveMessageWaitTimeSeconds');
      between('WaitTimeSeconds', wait, limits.ReceiveMessageWaitTimeSeconds);
      const visibility = input.VisibilityTimeout ?? queue.setting('VisibilityTimeout');
      between('VisibilityTimeout', visibility, limits.VisibilityTimeout);
      const messages = await queue.receive({ most, wait, visibility });
      if (messages.length === 0) return {};
      const system = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
      return {
        Messages: messages.map((message) => show(message, system, input.MessageAttributeNames ?? [])),
      };
    },

    DeleteMessage(queues, input) {
      queues.byUrl(input.QueueUrl!).delete(input.ReceiptHandle!);
      return {};
    },

    DeleteMessageBatch(queues, input) {
      const queue = queues.byUrl(input.QueueUrl!);
      const { done, failed } = batch(input.Entries!, ({ ReceiptHandle }) => queue.delete(ReceiptHandle!));
      return { Successful: done.map(({ Id }) => ({ Id })), Failed: failed };
    },

    ChangeMessageVisibility(queues, input) {
      queues.byUrl(input.QueueUrl!).changeVisibility(input.ReceiptHandle!, input.VisibilityTimeout!);
      return {};
    },

    ChangeMessageVisibilityBatch(queues, input) {
      const queue = queues.byUrl(input.QueueUrl!);
      const { done, failed } = batch(input.Entries!, ({ ReceiptHandle, VisibilityTimeout }) =>
        queue.changeVisibility(ReceiptHandle!, VisibilityTimeout ?? queue.setting('VisibilityTimeout')),
      );
      return { Successful: done.map(({ Id }) => ({ Id })), Failed: failed };
    },

    ListDeadLetterSourceQueues(queues, input) {
      const { arn } = queues.byUrl(input.QueueUrl!);
      const sources = queues.all().filter(({ redrive }) => redrive?.deadLetterTargetArn === arn);
      return { queueUrls: sources.map(({ url }) => url) };
    },

    ListQueueTags: (queues, input) => ({ Tags: queues.byUrl(input.QueueUrl!).tags }),

    TagQueue(queues, input) {
      Object.assign(queues.byUrl(input.QueueUrl!).tags, input.Tags);
      return {};
    },

    UntagQueue(queues, input) {
      const { tags } = queues.byUrl(input.QueueUrl!);
      for (const key of input.TagKeys!) delete tags[key];
      return {};
    },
  },
});

interface Entry {
  readonly MessageBody: string | undefined;
  readonly MessageAttributes?: MessageAttributes | undefined;
  readonly DelaySeconds?: number | undefined;
}

function send(queue: Queue, entry: Entry) {
  const attributes = entry.MessageAttributes ?? {};
  const { id, body } = queue.send({ body: entry.MessageBody!, attributes, delay: entry.DelaySeconds });
  const attributesMd5 = md5OfAttributes(attributes);
  return {
    MessageId: id,
    MD5OfMessageBody: md5(body),
    ...(attributesMd5 ? { MD5OfMessageAttributes: attributesMd5 } : {}),
  };
}

function show(message: Message, system: readonly string[], names: readonly string[]) {
  const { id, body, received, sent, firstReceived, deadLetterSource } = message;
  const all: Record<string, string> = {
    SenderId: 'AIDALOCAL',
    SentTimestamp: String(sent),
    ApproximateReceiveCount: String(received),
    ApproximateFirstReceiveTimestamp: String(firstReceived),
    ...(deadLetterSource ? { DeadLetterQueueSourceArn: deadLetterSource } : {}),
  };
  const shown = Object.entries(all).filter(([name]) => system.includes('All') || system.includes(name));
  const attributes = Object.entries(message.attributes).filter(([name]) =>
    names.some((wanted) => fits(wanted, name)),
  );
  const digest = md5OfAttributes(Object.fromEntries(attributes));
  return {
    MessageId: id,
    ReceiptHandle: message.receipt!,
    MD5OfBody: md5(body),
    Body: body,
    ...(shown.length > 0 ? { Attributes: Object.fromEntries(shown) } : {}),
    ...(digest ? { MD5OfMessageAttributes: digest, MessageAttributes: Object.fromEntries(attributes) } : {}),
  };
}

/** `All`, a name, or the start of names: `prefix.*`. */
function fits(wanted: string, name: string): boolean {
  if (wanted === 'All' || wanted === '.*') return true;
  return wanted.endsWith('.*') ? name.startsWith(wanted.slice(0, -2)) : name === wanted;
}

function describe(queue: Queue): Record<string, string> {
  const { visible, inFlight, delayed } = queue.counts();
  const defaults = Object.entries(limits).map(([name, limit]) => [name, String(limit.default)]);
  return {
    ...Object.fromEntries(defaults),
    SqsManagedSseEnabled: 'true',
    ...queue.attributes,
    QueueArn: queue.arn,
    CreatedTimestamp: String(Math.floor(queue.created / 1000)),
    LastModifiedTimestamp: String(Math.floor(queue.modified / 1000)),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
}

/** Does one thing for each entry of a batch; one that fails does not stop the others. */
function batch<E extends { Id: string | undefined }, Result>(
  entries: readonly E[],
  act: (entry: E) => Result,
) {
  if (entries.length === 0) throw new AwsError('EmptyBatchRequest', 'The batch request has no entries.');
  if (entries.length > 10)
    throw new AwsError('TooManyEntriesInBatchRequest', `Maximum number of entries per request are 10.`);
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  if (entries.some(({ Id }) => !/^[\w-]{1,80}$/.test(Id ?? '')))
    throw new AwsError('InvalidBatchEntryId', 'An Id has 1 to 80 letters, digits, hyphens or underscores.');
  const done: { Id: string; result: Result }[] = [];
  const failed: { Id: string; SenderFault: boolean; Code: string; Message: string }[] = [];
  for (const entry of entries) {
    const Id = entry.Id!;
    try {
      done.push({ Id, result: act(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { done, failed };
}

function between(name: string, value: number, { least, most }: { least: number; most: number }): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalidParameter(
    `Value ${value} for parameter ${name} is invalid. It must be from ${least} to ${most}.`,
  );
}
