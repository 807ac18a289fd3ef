import { createSigningKey } from '../../../local/aws/services/sns/certificate.ts';
import { type Envelope, signEnvelope } from '../../../local/aws/services/sns/envelope.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:pipelines';
const certificateUrl = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b.pem';

/** An SNS with one topic and one key; it can be asked for its certificate and remembers what it was asked. */
export async function fakeSns(now: number) {
  const { key, certificate } = await createSigningKey('sns.amazonaws.com', now);
  const asked: string[] = [];
  const answers: Record<string, () => Response> = { [certificateUrl]: () => new Response(certificate) };
  return {
    topic,
    certificateUrl,
    key,
    asked,
    answers,
    fetch: async (address: string | URL | Request) => {
      asked.push(String(address));
      return answers[String(address)]?.() ?? new Response('', { status: 404 });
    },
    /** A message as SNS would send it at that time; with other fields, as somebody else would. */
    message(
      at: number,
      fields: Record<string, unknown> & { Type?: Envelope['Type'] } = {},
      { version = '2', by = key }: { version?: '1' | '2'; by?: typeof key } = {},
    ): Envelope {
      const envelope = {
        Type: 'Notification' as const,
        MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
        TopicArn: topic,
        Timestamp: new Date(at).toISOString(),
        Message: JSON.stringify({ id: 'e1', source: 'aws.codepipeline', detail: {} }),
        ...fields,
      };
      return signEnvelope(envelope, { key: by, version, certificateUrl });
    },
  };
}
