import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../local/aws/server.ts';
import events from '../../../local/aws/services/events/service.ts';
import s3 from '../../../local/aws/services/s3/service.ts';
import sns from '../../../local/aws/services/sns/service.ts';
import sqs from '../../../local/aws/services/sqs/service.ts';
import sts from '../../../local/aws/services/sts.ts';
import { execute, isFound, outsideClient } from './outside-clients.ts';

async function start() {
  const faults: unknown[] = [];
  const local = await startAws({
    services: [events, s3, sns, sqs, sts],
    log: (...entry) => faults.push(entry),
  });
  onTestFinished(() => local.close());
  const { env, folder } = await outsideClient(local.endpoint);
  const run = async (command: string, ...args: string[]) =>
    (await execute(command, args, { env, cwd: folder })).stdout;
  return { run, folder, faults, endpoint: local.endpoint };
}

test('the AWS CLI drives S3, SQS, SNS, EventBridge and STS', async () => {
  if (!(await isFound('aws', '--version'))) return;
  const { run, folder, faults, endpoint } = await start();
  // Version 1 of the CLI heeds AWS_ENDPOINT_URL for all services but SQS.
  const aws = (...args: string[]) => run('aws', ...args, '--endpoint-url', endpoint);
  await aws('s3', 'mb', 's3://cli');
  const bytes = Buffer.alloc(9 * 1024 * 1024, 'ab');
  await writeFile(join(folder, 'big'), bytes);
  await aws('s3', 'cp', 'big', 's3://cli/dir/big', '--metadata', 'commit=abc');
  await aws('s3', 'cp', 's3://cli/dir/big', 'back');
  expect((await readFile(join(folder, 'back'))).equals(bytes)).toBe(true);
  const { QueueUrl } = JSON.parse(await aws('sqs', 'create-queue', '--queue-name', 'queue'));
  const arn = 'arn:aws:sqs:us-east-1:123456789012:queue';
  await aws('events', 'put-rule', '--name', 'r', '--event-pattern', '{"source":["x"]}');
  await aws('events', 'put-targets', '--rule', 'r', '--targets', `Id=1,Arn=${arn}`);
  await aws('events', 'put-events', '--entries', '[{"Source":"x","DetailType":"t","Detail":"{}"}]');
  const got = JSON.parse(
    await aws('sqs', 'receive-message', '--queue-url', QueueUrl, '--wait-time-seconds', '5'),
  );
  expect(JSON.parse(got.Messages[0].Body).source).toBe('x');
  const { TopicArn } = JSON.parse(await aws('sns', 'create-topic', '--name', 't'));
  await aws('sns', 'subscribe', '--topic-arn', TopicArn, '--protocol', 'sqs', '--notification-endpoint', arn);
  await aws('sns', 'publish', '--topic-arn', TopicArn, '--message', 'hello');
  const told = JSON.parse(
    await aws('sqs', 'receive-message', '--queue-url', QueueUrl, '--wait-time-seconds', '5'),
  );
  expect(JSON.parse(told.Messages[0].Body).Message).toBe('hello');
  expect(JSON.parse(await aws('sts', 'get-caller-identity')).Account).toBe('123456789012');
  expect(faults).toEqual([]);
}, 120_000);

test('boto3 drives S3, SQS, SNS, EventBridge and STS', async () => {
  if (!(await isFound('python3', '-c', 'import boto3'))) return;
  const { run, faults } = await start();
  expect(await run('python3', join(import.meta.dirname, 'clients.py'))).toBe('done\n');
  expect(faults).toEqual([]);
}, 120_000);
