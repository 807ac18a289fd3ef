import { createHash } from 'node:crypto';
import { AwsError } from '../../define.ts';

interface MessageAttribute {
  readonly DataType: string | undefined;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: Uint8Array | undefined;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  /** Epoch milliseconds. */
  readonly sent: number;
  /** Until then nobody receives it: delayed, or in flight. Epoch milliseconds. */
  hiddenUntil: number;
  received: number;
  firstReceived: number | undefined;
  receipt: string | undefined;
  /** The queue whose dead letter it is. */
  deadLetterSource: string | undefined;
}

/** 1 MiB: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const largestMessage = 1024 * 1024;

/** Refuses what SQS does not carry. */
export function checkMessage(body: string, attributes: MessageAttributes): void {
  if (body === '') throw invalidParameter('The request must contain the parameter MessageBody.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 has.
  if (/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body))
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 and up.',
    );
  if (Object.keys(attributes).length > 10)
    throw invalidParameter('Number of message attributes exceeds the allowed maximum 10.');
  const size = Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue, BinaryValue }]) =>
      sum + Buffer.byteLength(name + (DataType ?? '') + (StringValue ?? '')) + (BinaryValue?.length ?? 0),
    Buffer.byteLength(body),
  );
  if (size > largestMessage)
    throw invalidParameter(
      `One or more parameters are invalid. Message must be shorter than ${largestMessage} bytes.`,
    );
}

export function invalidParameter(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  const add = (bytes: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const { DataType = '', StringValue, BinaryValue } = attributes[name]!;
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    hash.update(Uint8Array.of(BinaryValue ? 2 : 1));
    add(BinaryValue ?? Buffer.from(StringValue ?? ''));
  }
  return hash.digest('hex');
}
