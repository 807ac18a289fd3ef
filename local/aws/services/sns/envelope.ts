import { type KeyObject, sign } from 'node:crypto';

export type MessageAttributes = Readonly<
  Record<
    string,
    {
      readonly DataType: string | undefined;
      readonly StringValue?: string | undefined;
      readonly BinaryValue?: Uint8Array | undefined;
    }
  >
>;

/** What SNS posts to an endpoint or puts into a queue, as JSON. */
export type Envelope = Readonly<Record<string, unknown>> & {
  readonly Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
};

const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
export function stringToSign(envelope: Envelope): string {
  const fields = signedFields[envelope.Type].filter((name) => envelope[name] !== undefined);
  return fields.map((name) => `${name}\n${envelope[name]}\n`).join('');
}

export function signEnvelope(
  envelope: Envelope,
  { key, version, certificateUrl }: { key: KeyObject; version: '1' | '2'; certificateUrl: string },
): Envelope {
  const signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(stringToSign(envelope)), key);
  return {
    ...envelope,
    SignatureVersion: version,
    Signature: signature.toString('base64'),
    SigningCertURL: certificateUrl,
  };
}

/** Attributes as they stand in an envelope. */
export function attributesForEnvelope(
  attributes: MessageAttributes,
): Record<string, { Type: string; Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType = 'String', StringValue, BinaryValue }]) => [
      name,
      {
        Type: DataType,
        Value: BinaryValue ? Buffer.from(BinaryValue).toString('base64') : (StringValue ?? ''),
      },
    ]),
  );
}

/** Attributes as a filter policy sees them: numbers and lists as what they are. */
export function attributesForFilter(attributes: MessageAttributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue = '' }]) => {
      if (DataType === 'Number') return [name, Number(StringValue)];
      return [name, DataType === 'String.Array' ? parseOr(StringValue, []) : StringValue];
    }),
  );
}

export function parseOr(json: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return otherwise;
  }
}
