import { createVerify, X509Certificate } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as SNS from '@aws-sdk/client-sns';
import { afterEach, expect, test, vi } from 'vitest';
import { startAws } from '../../../../../local/aws/server.ts';
import { type Envelope, stringToSign } from '../../../../../local/aws/services/sns/envelope.ts';
import snsService from '../../../../../local/aws/services/sns/service.ts';
import sqsService from '../../../../../local/aws/services/sqs/service.ts';

const closers: (() => Promise<unknown>)[] = [];
const logged: unknown[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  expect(logged.splice(0)).toEqual([]);
});

async function start() {
  const local = await startAws({ services: [snsService, sqsService], log: (...entry) => logged.push(entry) });
  closers.push(() => local.close());
  const client = new SNS.SNSClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const { TopicArn } = await client.send(new SNS.CreateTopicCommand({ Name: 'news' }));
  const queue = local.aws.use(sqsService).create('inbox');
  const received = async () =>
    (await queue.receive({ most: 10, wait: 5, visibility: 30 })).map(({ body }) => JSON.parse(body));
  const subscribe = (Protocol: string, Endpoint: string, Attributes: Record<string, string> = {}) =>
    client.send(new SNS.SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }));
  return { ...local, client, TopicArn: TopicArn!, queue, received, subscribe };
}

async function listen() {
  const heard: { headers: IncomingHttpHeaders; envelope: Envelope }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push({ headers: request.headers, envelope: JSON.parse(Buffer.concat(chunks).toString()) });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sns` };
}

async function isSigned(envelope: Envelope): Promise<boolean> {
  const certificate = await (await fetch(String(envelope.SigningCertURL))).text();
  expect(new X509Certificate(certificate).checkHost('sns.us-east-1.amazonaws.com')).toBeTruthy();
  const algorithm = envelope.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
  return createVerify(algorithm)
    .update(stringToSign(envelope))
    .verify(certificate, String(envelope.Signature), 'base64');
}

test('a message reaches a queue in a signed envelope', async () => {
  const { client, TopicArn, queue, received, subscribe } = await start();
  await subscribe('sqs', queue.arn);
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'x' } };
  const publish = new SNS.PublishCommand({ TopicArn, Message: 'grün', Subject: 'Hi', MessageAttributes });
  const { MessageId } = await client.send(publish);
  const [envelope] = await received();
  expect(envelope).toMatchObject({
    Type: 'Notification',
    MessageId,
    TopicArn,
    Subject: 'Hi',
    Message: 'grün',
    SignatureVersion: '1',
    MessageAttributes: { kind: { Type: 'String', Value: 'x' } },
  });
  expect(await isSigned(envelope)).toBe(true);
  expect(await isSigned({ ...envelope, Message: 'forged' })).toBe(false);
});

test('a topic may sign with SHA-256, and a queue may want the message alone', async () => {
  const { client, TopicArn, queue, received, subscribe } = await start();
  await client.send(
    new SNS.SetTopicAttributesCommand({ TopicArn, AttributeName: 'SignatureVersion', AttributeValue: '2' }),
  );
  const { SubscriptionArn } = await subscribe('sqs', queue.arn);
  await client.send(new SNS.PublishCommand({ TopicArn, Message: '{"n":1}' }));
  const [envelope] = await received();
  expect(envelope.SignatureVersion).toBe('2');
  expect(await isSigned(envelope)).toBe(true);
  const raw = { AttributeName: 'RawMessageDelivery', AttributeValue: 'true' };
  await client.send(new SNS.SetSubscriptionAttributesCommand({ SubscriptionArn, ...raw }));
  await client.send(new SNS.PublishCommand({ TopicArn, Message: '{"n":2}' }));
  expect(await received()).toEqual([{ n: 2 }]);
});

test('an endpoint is asked to confirm, and hears only then', async () => {
  const { client, TopicArn, subscribe } = await start();
  const { heard, url } = await listen();
  expect((await subscribe('http', url)).SubscriptionArn).toBe('pending confirmation');
  await client.send(new SNS.PublishCommand({ TopicArn, Message: 'too early' }));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  const { envelope, headers } = heard[0]!;
  expect(headers['x-amz-sns-message-type']).toBe('SubscriptionConfirmation');
  expect(await isSigned(envelope)).toBe(true);
  const confirmed = await fetch(String(envelope.SubscribeURL));
  expect(await confirmed.text()).toContain(`<SubscriptionArn>${TopicArn}:`);
  await client.send(new SNS.PublishCommand({ TopicArn, Message: 'now' }));
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard[1]!.envelope).toMatchObject({ Type: 'Notification', Message: 'now' });
  await fetch(String(heard[1]!.envelope.UnsubscribeURL));
  const { Subscriptions } = await client.send(new SNS.ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions ?? []).toEqual([]);
});

test('a filter lets through what fits, and a protocol may have its own text', async () => {
  const { client, TopicArn, queue, received, subscribe } = await start();
  await subscribe('sqs', queue.arn, { FilterPolicy: '{"kind":["good"]}' });
  const publish = (kind: string) =>
    client.send(
      new SNS.PublishCommand({
        TopicArn,
        MessageStructure: 'json',
        Message: JSON.stringify({ default: 'plain', sqs: `for ${kind}` }),
        MessageAttributes: { kind: { DataType: 'String', StringValue: kind } },
      }),
    );
  await publish('bad');
  await publish('good');
  expect((await received()).map(({ Message }) => Message)).toEqual(['for good']);
});

test('topics are listed, described and deleted', async () => {
  const { client, TopicArn, queue, subscribe } = await start();
  const { SubscriptionArn } = await subscribe('sqs', queue.arn);
  expect((await client.send(new SNS.ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
  const { Attributes } = await client.send(new SNS.GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({ TopicArn, SubscriptionsConfirmed: '1' });
  const { Subscriptions } = await client.send(new SNS.ListSubscriptionsCommand({}));
  expect(Subscriptions).toEqual([
    { SubscriptionArn, TopicArn, Protocol: 'sqs', Endpoint: queue.arn, Owner: '123456789012' },
  ]);
  await client.send(new SNS.DeleteTopicCommand({ TopicArn }));
  const publish = client.send(new SNS.PublishCommand({ TopicArn, Message: 'x' }));
  await expect(publish).rejects.toBeInstanceOf(SNS.NotFoundException);
});

test.each([
  [{ Message: '' }, 'Empty message'],
  [{ Message: 'x', Subject: 'a\nb' }, 'Subject'],
  [{ Message: '{}', MessageStructure: 'json' }, 'default'],
  [{ Message: 'x'.repeat(300_000) }, 'too long'],
])('a bad message is refused: %#', async (message, reason) => {
  const { client, TopicArn } = await start();
  const publish = client.send(new SNS.PublishCommand({ TopicArn, ...message }));
  await expect(publish).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await expect(publish).rejects.toThrow(reason);
});

test('what cannot be delivered to is refused', async () => {
  const { subscribe } = await start();
  await expect(subscribe('email', 'a@example.com')).rejects.toThrow('http, https and sqs');
  await expect(subscribe('sqs', 'arn:aws:sqs:us-east-1:123456789012:none')).rejects.toThrow('Endpoint');
  await expect(subscribe('https', 'http://example.com')).rejects.toThrow('Endpoint');
});
