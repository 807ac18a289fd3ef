import { generateKeyPairSync } from 'node:crypto';
import * as SNS from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { snsRoute } from '../../../bot/gates/aws-sns.ts';
import { type IsOfSns, isOfAws, isOfEndpoint } from '../../../bot/gates/sns-origin.ts';
import { startHttp } from '../../../bot/http.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Store } from '../../../bot/store/store.ts';
import { startAws } from '../../../local/aws/server.ts';
import snsService from '../../../local/aws/services/sns/service.ts';
import { ManualClock } from '../../../local/clock.ts';
import { systemClock } from '../../../shared/clock.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';
import { fakeSns } from './sns.ts';

const minute = 60_000;
let clock: ManualClock;
let store: Store;
let log: ReturnType<typeof keepLog>;
let sns: Awaited<ReturnType<typeof fakeSns>>;
let post: (message: unknown) => Promise<{ status: number; body?: unknown }>;

beforeEach(async () => {
  clock = new ManualClock();
  log = keepLog();
  store = await openStore({ file: ':memory:', clock, route: testRoute });
  sns = await fakeSns(clock.now());
  const route = snsRoute({ topics: [sns.topic], isOfSns: isOfAws, store, clock, log, fetch: sns.fetch });
  post = async (message) =>
    route.handle({
      headers: {},
      body: Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)),
    });
});
afterEach(() => store.close());

const taken = async () =>
  (await store.inbox.claim(clock.now(), 10)).map(({ source, id }) => `${source} ${id}`);

describe.each(['1', '2'] as const)('signature version %s', (version) => {
  test('an event is taken, and a second time it is no news', async () => {
    const message = sns.message(clock.now(), { Subject: 'A stage' }, { version });
    expect([await post(message), await post(message)]).toEqual([{ status: 200 }, { status: 200 }]);
    expect(await taken()).toEqual(['aws e1']);
    expect(sns.asked).toEqual([sns.certificateUrl]);
  });

  test('what was changed after it was signed is refused', async () => {
    const message = sns.message(clock.now(), { Subject: 'A stage' }, { version });
    const changes = [
      { Message: '{"id":"e2","source":"aws.codepipeline","detail":{}}' },
      { MessageId: '0' },
      { Subject: 'Another' },
      { Subject: undefined },
      { Timestamp: new Date(clock.now() + 1).toISOString() },
      { SignatureVersion: version === '1' ? '2' : '1' },
      { Signature: Buffer.from('x').toString('base64') },
    ];
    for (const change of changes)
      expect(await post({ ...message, ...change })).toMatchObject({ status: 403 });
    expect(await taken()).toEqual([]);
  });
});

test('what somebody else has signed is refused', async () => {
  const { privateKey: by } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect(await post(sns.message(clock.now(), {}, { by }))).toMatchObject({ status: 403 });
});

test.each([
  ['too old', -66 * minute, 403],
  ['tried for an hour', -60 * minute, 200],
  ['of a clock that is a little ahead', 4 * minute, 200],
  ['of the future', 6 * minute, 403],
])('a message that is %s', async (_what, offset, status) => {
  expect(await post(sns.message(clock.now() + offset))).toMatchObject({ status });
});

test('a topic that is not listed is refused before anything is asked for', async () => {
  const TopicArn = 'arn:aws:sns:eu-west-1:666666666666:pipelines';
  expect(await post(sns.message(clock.now(), { TopicArn }))).toMatchObject({ status: 403 });
  expect(sns.asked).toEqual([]);
});

test.each([
  'http://sns.eu-west-1.amazonaws.com/a.pem',
  'https://sns.eu-west-1.amazonaws.com.evil.example/a.pem',
  'https://evil.example/sns.eu-west-1.amazonaws.com/a.pem',
  'https://sns.eu-west-1.amazonaws.com@evil.example/a.pem',
  'https://user:word@sns.eu-west-1.amazonaws.com/a.pem',
  'https://sns.eu-west-1.amazonaws.com:8443/a.pem',
  'https://sns.us-east-1.amazonaws.com/a.pem',
  'https://xsns.eu-west-1.amazonaws.com/a.pem',
  'file:///etc/ssl/cert.pem',
  'no address',
  'https://sns.eu-west-1.amazonaws.com/?Action=ListTopics',
  'https://sns.eu-west-1.amazonaws.com/a.pem?x=1',
  'https://sns.eu-west-1.amazonaws.com/a/b.pem',
])('a certificate at %s is not asked for', async (SigningCertURL) => {
  const { status } = await post({ ...sns.message(clock.now()), SigningCertURL });
  expect([400, 403]).toContain(status);
  expect(sns.asked).toEqual([]);
});

test.each<[string, string, boolean]>([
  ['arn:aws-cn:sns:cn-north-1:123456789012:t', 'https://sns.cn-north-1.amazonaws.com.cn/a.pem', true],
  ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:t', 'https://sns.us-gov-west-1.amazonaws.com/a.pem', true],
  ['arn:aws-cn:sns:cn-north-1:123456789012:t', 'https://sns.cn-north-1.amazonaws.com/a.pem', false],
  ['arn:evil:sns:eu-west-1:123456789012:t', 'https://sns.eu-west-1.amazonaws.com/a.pem', false],
])('the SNS of %s may be at %s: %s', (topic, address, expected) => {
  expect(isOfAws(new URL(address), topic)).toBe(expected);
});

test.each([
  ['is missing', () => new Response('', { status: 404 })],
  ['is no certificate', () => new Response('hello')],
  ['does not end', () => new Response('x'.repeat(70_000))],
])('where the certificate %s, SNS is to come again, and it is looked at anew', async (_what, answer) => {
  const { certificateUrl } = sns;
  const good = sns.answers[certificateUrl]!;
  sns.answers[certificateUrl] = answer;
  expect(await post(sns.message(clock.now()))).toMatchObject({ status: 503 });
  sns.answers[certificateUrl] = good;
  expect(await post(sns.message(clock.now()))).toEqual({ status: 200 });
});

test('a signature written in another way is none', async () => {
  const message = sns.message(clock.now());
  const Signature = String(message.Signature);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = Signature.replace(/=*$/, '').length - 1;
  const next = letters.charAt(letters.indexOf(Signature.charAt(last)) + 1);
  const other = Signature.slice(0, last) + next + Signature.slice(last + 1);
  expect(Buffer.from(other, 'base64')).toEqual(Buffer.from(Signature, 'base64'));
  expect((await post({ ...message, Signature: other })).status).toBe(403);
});

test('a certificate that has run out is none', async () => {
  expect(await post(sns.message(clock.now()))).toEqual({ status: 200 });
  clock.advance(11 * 365 * 24 * 60 * minute);
  expect(await post(sns.message(clock.now()))).toMatchObject({ status: 503 });
});

describe('a subscription', () => {
  const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
  const asking = (fields: object = {}) =>
    sns.message(clock.now(), { Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL, ...fields });

  test('is confirmed at the address that SNS has signed', async () => {
    sns.answers[SubscribeURL] = () => new Response();
    expect(await post(asking())).toEqual({ status: 200 });
    expect(sns.asked).toEqual([sns.certificateUrl, SubscribeURL]);
  });

  test('is not confirmed for another topic, at another host, or without a signature', async () => {
    const refused = [
      asking({ TopicArn: `${sns.topic}2` }),
      asking({ SubscribeURL: 'https://evil.example/?Action=ConfirmSubscription' }),
      { ...asking(), Token: 'u' },
    ];
    for (const message of refused) expect(await post(message)).toMatchObject({ status: 403 });
    expect(sns.asked).toEqual([sns.certificateUrl]);
  });

  test('is not acknowledged where SNS does not take the confirmation', async () => {
    await expect(post(asking())).rejects.toThrow('404');
  });

  test('that has ended is told, and not made again', async () => {
    expect(await post(asking({ Type: 'UnsubscribeConfirmation' }))).toEqual({ status: 200 });
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { topic: sns.topic } }]);
    expect(sns.asked).toEqual([sns.certificateUrl]);
  });
});

test('what is no message of SNS is refused: nonsense, raw delivery, a type that is not there', async () => {
  const event = { id: 'e1', source: 'aws.codepipeline', detail: {} };
  for (const body of ['', '[]', 'null', '{', event, { ...sns.message(clock.now()), Type: 'Else' }]) {
    expect(await post(body)).toMatchObject({ status: 400 });
  }
});

test('what a topic says besides events is thrown away and told, or it would come for ever', async () => {
  expect(await post(sns.message(clock.now(), { Message: 'Hello' }))).toEqual({ status: 200 });
  expect(log.lines).toMatchObject([{ level: 'warn' }]);
  expect(await taken()).toEqual([]);
});

test('a topic of the local AWS is subscribed to, and what is published there arrives', async () => {
  await using closers = new AsyncDisposableStack();
  const aws = await startAws({ services: [snsService] });
  closers.defer(() => aws.close());
  const client = new SNS.SNSClient({
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TopicArn = '' } = await client.send(new SNS.CreateTopicCommand({ Name: 'pipelines' }));
  const isOfSns: IsOfSns = isOfEndpoint(aws.endpoint);
  const route = snsRoute({ topics: [TopicArn], isOfSns, store, clock: systemClock, log, fetch });
  const http = await startHttp({ host: '127.0.0.1', port: 0, routes: [route], log });
  closers.defer(() => http.close());

  const Endpoint = `${http.url}/aws/sns`;
  await client.send(new SNS.SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint }));
  await expect
    .poll(() => log.lines, { timeout: 15_000 })
    .toMatchObject([{ level: 'info', fields: { topic: TopicArn } }]);
  const Message = JSON.stringify({ id: 'e7', source: 'aws.codepipeline', detail: {} });
  await client.send(new SNS.PublishCommand({ TopicArn, Message }));
  await expect.poll(taken, { timeout: 15_000 }).toEqual(['aws e7']);
});
