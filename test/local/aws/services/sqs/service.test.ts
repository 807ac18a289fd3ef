import * as SQS from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import sqsService from '../../../../../local/aws/services/sqs/service.ts';
import { ManualClock } from '../../../../../local/clock.ts';
import { systemClock } from '../../../../../shared/clock.ts';

const open: LocalAws[] = [];
const logged: unknown[] = [];
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
  expect(logged.splice(0)).toEqual([]);
});

async function start(attributes: Record<string, string> = {}, clock = systemClock) {
  const services = [sqsService];
  const local = await startAws({ services, clock, log: (...entry) => logged.push(entry) });
  open.push(local);
  const client = new SQS.SQSClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const queue = async (QueueName: string, Attributes: Record<string, string> = {}) =>
    (await client.send(new SQS.CreateQueueCommand({ QueueName, Attributes }))).QueueUrl!;
  const QueueUrl = await queue('work', attributes);
  const receive = async (more: Partial<SQS.ReceiveMessageCommandInput> = {}) =>
    (await client.send(new SQS.ReceiveMessageCommand({ QueueUrl, ...more }))).Messages ?? [];
  const send = (MessageBody: string, more: Partial<SQS.SendMessageCommandInput> = {}) =>
    client.send(new SQS.SendMessageCommand({ QueueUrl, MessageBody, ...more }));
  return { ...local, client, QueueUrl, queue, receive, send };
}

test('a message is sent, received with its attributes, and deleted', async () => {
  const { client, QueueUrl, receive, send } = await start();
  const MessageAttributes = {
    text: { DataType: 'String', StringValue: 'x' },
    bytes: { DataType: 'Binary', BinaryValue: Uint8Array.of(1, 2) },
  };
  const sent = await send('hello', { MessageAttributes });
  const [message] = await receive({ MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
  expect(message).toMatchObject({
    MessageId: sent.MessageId,
    Body: 'hello',
    MD5OfBody: sent.MD5OfMessageBody,
  });
  expect(message!.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
  expect(message!.MessageAttributes?.text?.StringValue).toBe('x');
  expect([...message!.MessageAttributes!.bytes!.BinaryValue!]).toEqual([1, 2]);
  expect(message!.Attributes?.ApproximateReceiveCount).toBe('1');
  await client.send(new SQS.DeleteMessageCommand({ QueueUrl, ReceiptHandle: message!.ReceiptHandle }));
  const { Attributes } = await client.send(
    new SQS.GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessagesNotVisible: '0' });
});

test('a long poll answers as soon as a message comes', async () => {
  const { receive, send } = await start();
  const began = Date.now();
  const waiting = receive({ WaitTimeSeconds: 20 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await send('now');
  expect((await waiting).map(({ Body }) => Body)).toEqual(['now']);
  expect(Date.now() - began).toBeLessThan(5000);
});

test('a long poll ends with nothing when its time is over, or the server closes', async () => {
  const clock = new ManualClock();
  const { receive, close } = await start({}, clock);
  const waiting = receive({ WaitTimeSeconds: 20 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await clock.advance(20_000);
  expect(await waiting).toEqual([]);
  const cut = receive({ WaitTimeSeconds: 20 }).catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await close();
  await cut;
});

test('what is not deleted in time is received again, and then becomes a dead letter', async () => {
  const clock = new ManualClock();
  const { client, aws, queue, receive, send, QueueUrl } = await start({ VisibilityTimeout: '10' }, clock);
  const dead = await queue('dead');
  const deadLetterTargetArn = aws.use(sqsService).byName('dead').arn;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
  await client.send(new SQS.SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy } }));
  await send('poison');
  const [first] = await receive();
  expect(await receive()).toEqual([]);
  await clock.advance(10_000);
  const [second] = await receive();
  expect(second!.MessageId).toBe(first!.MessageId);
  expect(second!.ReceiptHandle).not.toBe(first!.ReceiptHandle);
  await clock.advance(10_000);
  expect(await receive()).toEqual([]);
  const [letter] = await receive({ QueueUrl: dead, MessageSystemAttributeNames: ['All'] });
  expect(letter).toMatchObject({ Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } });
});

test('visibility is changed, and delays are kept', async () => {
  const clock = new ManualClock();
  const { client, receive, send, QueueUrl } = await start({}, clock);
  await send('later', { DelaySeconds: 5 });
  expect(await receive()).toEqual([]);
  await clock.advance(5000);
  const [message] = await receive();
  const change = (VisibilityTimeout: number, ReceiptHandle = message!.ReceiptHandle) =>
    client.send(new SQS.ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
  await change(0);
  expect(await receive()).toHaveLength(1);
  await expect(change(0)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  await expect(change(0, 'rubbish')).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
});

test('a batch does what it can', async () => {
  const { client, receive, QueueUrl } = await start();
  const batch = (Entries: SQS.SendMessageBatchRequestEntry[]) =>
    client.send(new SQS.SendMessageBatchCommand({ QueueUrl, Entries }));
  const { Successful, Failed } = await batch([
    { Id: 'a', MessageBody: 'one' },
    { Id: 'b', MessageBody: '\u0000' },
    { Id: 'c', MessageBody: 'two' },
  ]);
  expect(Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
  expect(Failed).toMatchObject([{ Id: 'b', Code: 'InvalidMessageContents', SenderFault: true }]);
  const messages = await receive({ MaxNumberOfMessages: 10 });
  expect(messages.map(({ Body }) => Body)).toEqual(['one', 'two']);
  const gone = await client.send(
    new SQS.DeleteMessageBatchCommand({
      QueueUrl,
      Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle })),
    }),
  );
  expect(gone.Successful).toHaveLength(2);
  await expect(batch([])).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
});

test('queues are found, listed, made once, purged and deleted', async () => {
  const { client, queue, receive, send, QueueUrl } = await start({ VisibilityTimeout: '5' });
  expect(await queue('work', { VisibilityTimeout: '5' })).toBe(QueueUrl);
  await expect(queue('work', { VisibilityTimeout: '6' })).rejects.toMatchObject({ name: 'QueueNameExists' });
  await expect(queue('work.fifo')).rejects.toMatchObject({ message: expect.stringContaining('no FIFO') });
  await expect(queue('../etc')).rejects.toThrow('letters');
  expect((await client.send(new SQS.GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl).toBe(QueueUrl);
  expect((await client.send(new SQS.ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
  await send('x');
  await client.send(new SQS.PurgeQueueCommand({ QueueUrl }));
  expect(await receive()).toEqual([]);
  await client.send(new SQS.DeleteQueueCommand({ QueueUrl }));
  const missing = client.send(new SQS.GetQueueUrlCommand({ QueueName: 'work' }));
  await expect(missing).rejects.toBeInstanceOf(SQS.QueueDoesNotExist);
});

test('an old client speaks in forms', async () => {
  const { endpoint } = await start();
  const ask = async (Action: string, fields: Record<string, string>, path = '/') => {
    const body = new URLSearchParams({ Action, Version: '2012-11-05', ...fields });
    const response = await fetch(new URL(path, endpoint), { method: 'POST', body });
    return { status: response.status, text: await response.text() };
  };
  const textOf = (text: string, tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? '';
  const created = await ask('CreateQueue', {
    QueueName: 'forms',
    'Attribute.1.Name': 'VisibilityTimeout',
    'Attribute.1.Value': '60',
  });
  const QueueUrl = textOf(created.text, 'QueueUrl');
  expect(created.text).toBe(
    `<CreateQueueResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><CreateQueueResult><QueueUrl>${endpoint}/123456789012/forms</QueueUrl></CreateQueueResult>${created.text.slice(created.text.indexOf('<ResponseMetadata>'))}`,
  );
  const { pathname } = new URL(QueueUrl);
  const told = await ask('GetQueueAttributes', { QueueUrl, 'AttributeName.1': 'VisibilityTimeout' });
  expect(told.text).toContain('<Attribute><Name>VisibilityTimeout</Name><Value>60</Value></Attribute>');
  const message = {
    QueueUrl,
    MessageBody: 'one & two',
    'MessageAttribute.1.Name': 'from',
    'MessageAttribute.1.Value.DataType': 'String',
    'MessageAttribute.1.Value.StringValue': 'maya',
  };
  expect((await ask('SendMessage', message, pathname)).status).toBe(200);
  const received = await ask('ReceiveMessage', { QueueUrl, 'MessageAttributeName.1': 'All' }, pathname);
  expect(received.text).toContain('<Body>one &amp; two</Body>');
  expect(received.text).toMatch(
    /<MessageAttribute><Name>from<\/Name><Value><DataType>String<\/DataType><StringValue>maya<\/StringValue><\/Value><\/MessageAttribute>/,
  );
  const ReceiptHandle = textOf(received.text, 'ReceiptHandle');
  expect((await ask('DeleteMessage', { QueueUrl, ReceiptHandle }, pathname)).status).toBe(200);
  expect((await ask('ListQueues', {})).text).toContain(`<QueueUrl>${QueueUrl}</QueueUrl></ListQueuesResult>`);
  const none = await ask('GetQueueUrl', { QueueName: 'none' });
  expect([none.status, textOf(none.text, 'Code')]).toEqual([400, 'AWS.SimpleQueueService.NonExistentQueue']);
});

test('an old client hears the old error code', async () => {
  const { endpoint } = await start();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.GetQueueUrl' },
    body: '{"QueueName":"none"}',
  });
  expect(response.headers.get('x-amzn-query-error')).toBe('AWS.SimpleQueueService.NonExistentQueue;Sender');
});
