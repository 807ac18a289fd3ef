import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';
import codebuild from '../../../../local/aws/services/codebuild/service.ts';
import events from '../../../../local/aws/services/events/service.ts';
import logs from '../../../../local/aws/services/logs/service.ts';
import s3 from '../../../../local/aws/services/s3/service.ts';
import secretsmanager from '../../../../local/aws/services/secretsmanager/service.ts';
import sns from '../../../../local/aws/services/sns/service.ts';
import sqs from '../../../../local/aws/services/sqs/service.ts';
import ssm from '../../../../local/aws/services/ssm/service.ts';

let folder: string;
let running: LocalAws;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'));
  running = await startAws({ data: folder });
});

afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart() {
  await running.close();
  running = await startAws({ data: folder });
  return running.aws;
}

test('parameters come back with their versions, labels and tags', async () => {
  const store = running.aws.use(ssm);
  store.put({ Name: '/shop/url', Value: 'one', Type: 'String', Tags: [{ Key: 'team', Value: 'shop' }] });
  store.put({ Name: '/shop/url', Value: 'two', Type: 'SecureString', Overwrite: true });
  store.label('/shop/url', 1, ['good']);
  const before = store.all();
  expect((await restart()).use(ssm).all()).toEqual(before);
  expect(running.aws.use(ssm).get('/shop/url:good', true).Value).toBe('one');
});

test('secrets come back with their stages', async () => {
  const store = running.aws.use(secretsmanager);
  store.create({ Name: 'token', SecretString: 'old', ClientRequestToken: undefined });
  store.put({ SecretId: 'token', SecretBinary: Buffer.from([0, 255]), ClientRequestToken: undefined });
  const again = (await restart()).use(secretsmanager);
  expect(Buffer.from(again.get({ SecretId: 'token' }).SecretBinary ?? [])).toEqual(Buffer.from([0, 255]));
  expect(again.get({ SecretId: 'token', VersionStage: 'AWSPREVIOUS' }).SecretString).toBe('old');
});

test('logs come back in order, and go on', async () => {
  running.aws.use(logs).append({ group: 'g', stream: 's' }, ['one']);
  const store = (await restart()).use(logs);
  store.append({ group: 'g', stream: 's' }, ['two']);
  const found = store.stream(store.group('g'), 's').events;
  expect(found.map(({ message }) => message)).toEqual(['one', 'two']);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});

test('messages wait in their queue, and what was received can still be deleted', async () => {
  const queue = running.aws.use(sqs).create('work', { VisibilityTimeout: '60' });
  queue.send({ body: 'one' });
  queue.send({ body: 'two' });
  const [taken] = await queue.receive({ most: 1, wait: 0, visibility: 60 });
  const again = (await restart()).use(sqs).byName('work');
  expect(again.attributes).toEqual({ VisibilityTimeout: '60' });
  expect(again.counts()).toEqual({ visible: 1, inFlight: 1, delayed: 0 });
  again.delete(taken!.receipt!);
  expect(again.counts().inFlight).toBe(0);
});

test('rules and subscriptions still carry events to a queue', async () => {
  const queue = running.aws.use(sqs).create('heard');
  const topic = running.aws.use(sns).create('news');
  running.aws.use(sns).subscribe(topic, {
    protocol: 'sqs',
    endpoint: queue.arn,
    attributes: { RawMessageDelivery: 'true', FilterPolicy: '{}' },
  });
  const bus = running.aws.use(events).create('own');
  for (const each of [running.aws.use(events).bus(), bus]) {
    const rule = each.putRule({ name: 'all', pattern: '{"source":["shop"]}', enabled: true });
    each.putTargets(rule, [{ Id: 'topic', Arn: topic.arn, InputPath: '$.detail-type' }]);
  }
  const aws = await restart();
  aws.emit({ source: 'shop', detailType: 'Opened', resources: [], detail: {} });
  const heard = await aws.use(sqs).byName('heard').receive({ most: 1, wait: 5, visibility: 0 });
  expect(heard.map(({ body }) => body)).toEqual(['"Opened"']);
  expect(aws.use(events).bus('own').rule('all').targets.size).toBe(1);
});

test('objects come back with versions, unfinished uploads and bodies; bodies of deleted objects go', async () => {
  const store = running.aws.use(s3);
  const bucket = store.createBucket('shop', { versioned: true });
  bucket.settings.set('policy', { Policy: '{}' });
  const first = await store.put({ bucket: 'shop', key: 'a', body: 'one', metadata: { commit: 'abc' } });
  await store.put({ bucket: 'shop', key: 'a', body: 'two' });
  store.createBucket('plain');
  await store.put({ bucket: 'plain', key: 'gone', body: 'three' });
  await store.delete({ bucket: 'plain', key: 'gone' });

  const again = (await restart()).use(s3);
  expect(String(await again.read({ bucket: 'shop', key: 'a' }))).toBe('two');
  expect(again.head({ bucket: 'shop', key: 'a', versionId: first.versionId })).toEqual(first);
  expect(again.bucket('shop').settings.get('policy')).toEqual({ Policy: '{}' });
  expect(readdirSync(join(folder, 's3'))).toHaveLength(2);
});

test('a body that is not there stops the start, and changes nothing', async () => {
  running.aws.use(s3).createBucket('shop');
  await running.aws.use(s3).put({ bucket: 'shop', key: 'a', body: 'one' });
  await running.close();
  const [body] = readdirSync(join(folder, 's3'));
  rmSync(join(folder, 's3', body!));
  await expect(startAws({ data: folder })).rejects.toThrow(`${body} is not there`);
  expect(readdirSync(folder)).toContain('s3.json');
});

test('builds come back with their projects and reports; one that was under way has failed, and says why', async () => {
  const builds = running.aws.use(codebuild);
  builds.projects.create({
    name: 'shop',
    source: {
      type: 'NO_SOURCE',
      buildspec: JSON.stringify({ version: 0.2, phases: { build: { commands: ['$RUN'] } } }),
    },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: undefined,
    serviceRole: undefined,
  });
  const done = builds.start({ project: 'shop', environment: [{ name: 'RUN', value: 'true' }] });
  const before = structuredClone(await done.finished);
  const { id } = builds.start({ project: 'shop', environment: [{ name: 'RUN', value: 'sleep 60' }] });
  const group = builds.reports.createGroup({ name: 'units', type: 'TEST' });

  const again = (await restart()).use(codebuild);
  expect(again.get(done.id)).toEqual(before);
  expect(again.reports.group(group.arn)).toEqual(group);
  const interrupted = again.get(id);
  expect(interrupted).toMatchObject({ buildStatus: 'FAILED', buildComplete: true, buildNumber: 2 });
  expect(interrupted.phases?.flatMap(({ contexts = [] }) => contexts).at(-1)?.message).toContain('restarted');
  const next = await again.start({ project: 'shop', environment: [{ name: 'RUN', value: 'true' }] }).finished;
  expect(next).toMatchObject({ buildStatus: 'SUCCEEDED', buildNumber: 3 });
});
