import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../local/aws/server.ts';
import events from '../../../local/aws/services/events/service.ts';
import s3 from '../../../local/aws/services/s3/service.ts';
import sns from '../../../local/aws/services/sns/service.ts';
import sqs from '../../../local/aws/services/sqs/service.ts';
import sts from '../../../local/aws/services/sts.ts';

const execute = promisify(execFile);
const open: LocalAws[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function start() {
  const faults: unknown[] = [];
  const local = await startAws({
    services: [events, s3, sns, sqs, sts],
    log: (...entry) => faults.push(entry),
  });
  open.push(local);
  const folder = await mkdtemp(join(tmpdir(), 'aws-clients-'));
  folders.push(folder);
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: local.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_PAGER: '',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
  };
  const run = async (command: string, ...args: string[]) =>
    (await execute(command, args, { env, cwd: folder })).stdout;
  return { run, folder, faults, endpoint: local.endpoint };
}

async function isFound(command: string, ...args: string[]): Promise<boolean> {
  try {
    await execute(command, args);
    return true;
  } catch {
    console.log(`Not tried: ${command} ${args.join(' ')} does not run here.`);
    return false;
  }
}

test('the AWS CLI drives S3, SQS, SNS, EventBridge and STS', async () => {
  if (!(await isFound('aws', '--version'))) return;
  const { run, folder, faults, endpoint } = await start();
  // Version 1 of the CLI heeds AWS_ENDPOINT_URL for all services but SQS.
  const aws = (...args: string[]) => run('aws', ...args, '--endpoint-url', endpoint, '--output', 'json');
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
