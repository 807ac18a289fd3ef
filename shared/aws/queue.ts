import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { AwsClients } from './clients.ts';
import { explaining } from './errors.ts';

/** An SQS queue as a consumer sees it. */
export interface Queue {
  /** Up to ten messages; waits up to twenty seconds for the first. */
  receive(signal: AbortSignal): Promise<QueueMessage[]>;
  remove(messages: readonly QueueMessage[]): Promise<void>;
}

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  /** What a message is removed by; it holds for this receipt only. */
  readonly receipt: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html */
export function createQueue(
  clients: Pick<AwsClients, 'sqs'>,
  options: { url: string; region: string },
): Queue {
  const { url: QueueUrl, region } = options;
  return {
    async receive(abortSignal) {
      const client = await clients.sqs();
      const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 });
      const { Messages = [] } = await explaining({ region }, () => client.send(command, { abortSignal }));
      return Messages.map(({ MessageId = '', Body = '', ReceiptHandle = '' }) => {
        return { id: MessageId, body: Body, receipt: ReceiptHandle };
      });
    },

    async remove(messages) {
      const client = await clients.sqs();
      const Entries = messages.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
      const command = new DeleteMessageBatchCommand({ QueueUrl, Entries });
      await explaining({ region }, () => client.send(command));
    },
  };
}
