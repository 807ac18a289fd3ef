import { type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';

const base = z.object({
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.base64(),
  SigningCertURL: z.url(),
});
const confirmation = { Token: z.string(), SubscribeURL: z.url() };
const schema = z.discriminatedUnion('Type', [
  base.extend({ Type: z.literal('Notification'), Subject: z.string().optional() }),
  base.extend({ Type: z.literal('SubscriptionConfirmation'), ...confirmation }),
  base.extend({ Type: z.literal('UnsubscribeConfirmation'), ...confirmation }),
]);

/** What SNS posts, unless raw delivery is on: https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html */
export type SnsMessage = z.infer<typeof schema>;

/** Undefined if the text is no message of SNS; one without a signature is none. */
export function parseSnsMessage(text: string): SnsMessage | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html */
export function isSignedBy(message: SnsMessage, key: KeyObject): boolean {
  const digest = message.SignatureVersion === '1' ? 'sha1' : 'sha256';
  const signature = Buffer.from(message.Signature, 'base64');
  // The last character may be written in several ways: one of them is SNS's.
  if (signature.toString('base64') !== message.Signature) return false;
  return verify(digest, Buffer.from(signedText(message)), key, signature);
}

function signedText(message: SnsMessage): string {
  const { Message, MessageId, Timestamp, TopicArn, Type } = message;
  const fields =
    Type === 'Notification'
      ? { Message, MessageId, Subject: message.Subject, Timestamp, TopicArn, Type }
      : {
          Message,
          MessageId,
          SubscribeURL: message.SubscribeURL,
          Timestamp,
          Token: message.Token,
          TopicArn,
          Type,
        };
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `${name}\n${value}\n`))
    .join('');
}
