import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';
import logs from '../../../../local/aws/services/logs/service.ts';
import { ManualClock } from '../../../../local/clock.ts';

let local: LocalAws;
let clock: ManualClock;
let client: CloudWatchLogsClient;
beforeEach(async () => {
  clock = new ManualClock(1000);
  local = await startAws({ services: [logs] as Service<unknown>[], clock });
  client = new CloudWatchLogsClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await local.close();
});

const where = { logGroupName: '/g', logStreamName: 's' };
const refusal = (name: string, message = '') =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });
const append = (...messages: string[]) => local.aws.use(logs).append({ group: '/g', stream: 's' }, messages);

describe('CloudWatch Logs', () => {
  it('is read to its end and followed from there', async () => {
    append('1', '2', '3');
    const head = await client.send(new GetLogEventsCommand({ ...where, startFromHead: true, limit: 2 }));
    expect(head.events).toMatchObject([
      { message: '1', timestamp: 1000, ingestionTime: 1000 },
      { message: '2' },
    ]);
    const next = (nextToken?: string) =>
      client.send(new GetLogEventsCommand({ ...where, startFromHead: true, nextToken }));
    const rest = await next(head.nextForwardToken);
    expect(rest.events?.map((e) => e.message)).toEqual(['3']);
    const end = await next(rest.nextForwardToken);
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(rest.nextForwardToken);
    append('4');
    expect((await next(end.nextForwardToken)).events?.map((e) => e.message)).toEqual(['4']);
  });

  it('is read backwards from its tail', async () => {
    append('1', '2', '3');
    const tail = await client.send(new GetLogEventsCommand({ ...where, limit: 2 }));
    expect(tail.events?.map((e) => e.message)).toEqual(['2', '3']);
    const back = await client.send(
      new GetLogEventsCommand({ ...where, limit: 2, nextToken: tail.nextBackwardToken }),
    );
    expect(back.events?.map((e) => e.message)).toEqual(['1']);
    await expect(client.send(new GetLogEventsCommand({ ...where, nextToken: 'x' }))).rejects.toEqual(
      refusal('InvalidParameterException'),
    );
  });

  it('keeps what clients put, in the order of time', async () => {
    await client.send(new CreateLogGroupCommand({ logGroupName: '/g' }));
    await client.send(new CreateLogStreamCommand(where));
    const put = (...times: number[]) =>
      client.send(
        new PutLogEventsCommand({
          ...where,
          logEvents: times.map((timestamp) => ({ timestamp, message: `at ${timestamp}` })),
        }),
      );
    await put(500, 700);
    await put(600);
    await expect(put(2, 1)).rejects.toEqual(refusal('InvalidParameterException', 'chronological'));
    const between = await client.send(
      new GetLogEventsCommand({ ...where, startFromHead: true, startTime: 500, endTime: 700 }),
    );
    expect(between.events?.map((e) => e.message)).toEqual(['at 500', 'at 600']);
  });

  it('filters by terms, streams and time', async () => {
    const store = local.aws.use(logs);
    store.append({ group: '/g', stream: 'a1' }, ['ERROR disk full', 'all is well']);
    await clock.advance(10);
    store.append({ group: '/g', stream: 'b1' }, ['ERROR disk ok', 'WARN']);
    const filter = async (input: object) =>
      (await client.send(new FilterLogEventsCommand({ logGroupName: '/g', ...input }))).events?.map(
        (e) => e.message,
      );
    expect(await filter({})).toEqual(['ERROR disk full', 'all is well', 'ERROR disk ok', 'WARN']);
    expect(await filter({ filterPattern: 'ERROR disk' })).toEqual(['ERROR disk full', 'ERROR disk ok']);
    expect(await filter({ filterPattern: '"disk full"' })).toEqual(['ERROR disk full']);
    expect(await filter({ filterPattern: 'ERROR -ok' })).toEqual(['ERROR disk full']);
    expect(await filter({ filterPattern: '?WARN ?well' })).toEqual(['all is well', 'WARN']);
    expect(await filter({ logStreamNamePrefix: 'b' })).toEqual(['ERROR disk ok', 'WARN']);
    expect(await filter({ logStreamNames: ['a1'], endTime: 1000 })).toEqual([]);
    await expect(filter({ filterPattern: '{ $.x = 1 }' })).rejects.toEqual(
      refusal('InvalidParameterException', 'not'),
    );
    const page = await client.send(new FilterLogEventsCommand({ logGroupName: '/g', limit: 3 }));
    expect(await filter({ limit: 3, nextToken: page.nextToken })).toEqual(['WARN']);
  });

  it('describes groups and streams', async () => {
    append('hello');
    await clock.advance(5);
    local.aws.use(logs).append({ group: '/g', stream: 'a' }, ['x']);
    await client.send(new CreateLogGroupCommand({ logGroupName: '/h' }));
    await client.send(new PutRetentionPolicyCommand({ logGroupName: '/h', retentionInDays: 7 }));
    const groups = async () =>
      (await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/' }))).logGroups;
    expect(await groups()).toMatchObject([
      { logGroupName: '/g', arn: 'arn:aws:logs:us-east-1:123456789012:log-group:/g:*', storedBytes: 58 },
      { logGroupName: '/h', retentionInDays: 7 },
    ]);
    await client.send(new DeleteRetentionPolicyCommand({ logGroupName: '/h' }));
    expect((await groups())?.[1]).not.toHaveProperty('retentionInDays');
    const streams = async (input: object) =>
      (await client.send(new DescribeLogStreamsCommand({ logGroupName: '/g', ...input }))).logStreams;
    expect(await streams({})).toMatchObject([
      { logStreamName: 'a' },
      { logStreamName: 's', firstEventTimestamp: 1000 },
    ]);
    expect((await streams({ orderBy: 'LastEventTime' }))?.map((s) => s.logStreamName)).toEqual(['s', 'a']);
    expect((await streams({ logStreamNamePrefix: 's' }))?.map((s) => s.logStreamName)).toEqual(['s']);
  });

  it('says what is not there and what is there already', async () => {
    await expect(client.send(new GetLogEventsCommand(where))).rejects.toEqual(
      refusal('ResourceNotFoundException', 'log group'),
    );
    await client.send(new CreateLogGroupCommand({ logGroupName: '/g' }));
    await expect(client.send(new GetLogEventsCommand(where))).rejects.toEqual(
      refusal('ResourceNotFoundException', 'log stream'),
    );
    await expect(client.send(new CreateLogGroupCommand({ logGroupName: '/g' }))).rejects.toEqual(
      refusal('ResourceAlreadyExistsException'),
    );
    await expect(client.send(new CreateLogGroupCommand({ logGroupName: 'a b' }))).rejects.toEqual(
      refusal('InvalidParameterException'),
    );
    await expect(
      client.send(new PutRetentionPolicyCommand({ logGroupName: '/g', retentionInDays: 2 })),
    ).rejects.toEqual(refusal('InvalidParameterException'));
    await client.send(new CreateLogStreamCommand(where));
    await client.send(new DeleteLogStreamCommand(where));
    await client.send(new DeleteLogGroupCommand({ logGroupName: '/g' }));
    await expect(client.send(new DeleteLogGroupCommand({ logGroupName: '/g' }))).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});
