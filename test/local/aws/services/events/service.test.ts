import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as Events from '@aws-sdk/client-eventbridge';
import { afterEach, expect, test, vi } from 'vitest';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import eventsService from '../../../../../local/aws/services/events/service.ts';
import snsService from '../../../../../local/aws/services/sns/service.ts';
import sqsService from '../../../../../local/aws/services/sqs/service.ts';
import { ManualClock } from '../../../../../local/clock.ts';
import { systemClock } from '../../../../../shared/clock.ts';

const closers: (() => Promise<unknown>)[] = [];
const logged: unknown[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  expect(logged.splice(0)).toEqual([]);
});

async function start(clock = systemClock) {
  const services = [eventsService, sqsService, snsService];
  const local: LocalAws = await startAws({ services, clock, log: (...entry) => logged.push(entry) });
  closers.push(() => local.close());
  const client = new Events.EventBridgeClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const rule = async (target: Partial<Events.Target>, pattern: object = { source: ['mine'] }) => {
    await client.send(new Events.PutRuleCommand({ Name: 'rule', EventPattern: JSON.stringify(pattern) }));
    const Targets = [{ Id: 'one', Arn: undefined, ...target }];
    await client.send(new Events.PutTargetsCommand({ Rule: 'rule', Targets }));
  };
  const emit = (detail: object = {}, Source = 'mine') => {
    const entry = { Source, DetailType: 'Thing', Detail: JSON.stringify(detail) };
    return client.send(new Events.PutEventsCommand({ Entries: [entry] }));
  };
  const queue = local.aws.use(sqsService).create('inbox');
  const received = async () =>
    (await queue.receive({ most: 10, wait: 0, visibility: 30 })).map(({ body }) => JSON.parse(body));
  return { ...local, client, rule, emit, queue, received };
}

interface Heard {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function listen(statuses: number[]) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

async function destination(client: Events.EventBridgeClient, url: string): Promise<string> {
  const { ConnectionArn } = await client.send(
    new Events.CreateConnectionCommand({
      Name: 'key',
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-key', ApiKeyValue: 'secret' } },
    }),
  );
  const { ApiDestinationArn } = await client.send(
    new Events.CreateApiDestinationCommand({
      Name: 'hook',
      ConnectionArn,
      HttpMethod: 'POST',
      InvocationEndpoint: url,
    }),
  );
  return ApiDestinationArn!;
}

test('an event that fits reaches the queue, in the envelope of EventBridge', async () => {
  const { rule, emit, queue, received } = await start();
  await rule({ Arn: queue.arn });
  const { Entries } = await emit({ n: 1 });
  await emit({ n: 2 }, 'other');
  expect(await received()).toEqual([
    {
      version: '0',
      id: Entries![0]!.EventId,
      'detail-type': 'Thing',
      source: 'mine',
      account: '123456789012',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [],
      detail: { n: 1 },
    },
  ]);
});

test('what local services emit is matched too', async () => {
  const { aws, rule, queue, received } = await start();
  await rule({ Arn: queue.arn }, { source: ['aws.codepipeline'], detail: { state: ['FAILED'] } });
  for (const state of ['FAILED', 'SUCCEEDED'])
    aws.emit({ source: 'aws.codepipeline', detailType: 'State', resources: ['arn:x'], detail: { state } });
  expect((await received()).map(({ detail }) => detail.state)).toEqual(['FAILED']);
});

test.each([
  [{ Input: '{"fixed":true}' }, { fixed: true }],
  [{ InputPath: '$.detail.list[1]' }, 'b'],
  [{ InputPath: "$['detail-type']" }, 'Thing'],
  [
    {
      InputTransformer: {
        InputPathsMap: { name: '$.detail.name', list: '$.detail.list', none: '$.detail.none' },
        InputTemplate: '{"text":"<name> in <aws.events.rule-name><none>","list":<list>,"none":<none>}',
      },
    },
    { text: 'a "b" in rule', list: ['a', 'b'], none: null },
  ],
])('a target gets its input as it asks: %j', async (input, wanted) => {
  const { rule, emit, queue, received } = await start();
  await rule({ Arn: queue.arn, ...input });
  await emit({ name: 'a "b"', list: ['a', 'b'] });
  expect(await received()).toEqual([wanted]);
});

test('an event is posted to an API destination with its key', async () => {
  const { client, rule, emit } = await start();
  const { heard, url } = await listen([]);
  await rule({
    Arn: await destination(client, url),
    HttpParameters: { HeaderParameters: { 'x-more': 'yes' } },
  });
  await emit({ n: 1 });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toMatchObject({ url: '/hook', headers: { 'x-key': 'secret', 'x-more': 'yes' } });
  expect(JSON.parse(heard[0]!.body).detail).toEqual({ n: 1 });
  const described = await client.send(new Events.DescribeConnectionCommand({ Name: 'key' }));
  expect(described.AuthParameters).toEqual({ ApiKeyAuthParameters: { ApiKeyName: 'x-key' } });
});

test('a busy endpoint is tried again until it takes the event', async () => {
  const clock = new ManualClock();
  const { client, rule, emit } = await start(clock);
  const { heard, url } = await listen([503, 429]);
  await rule({ Arn: await destination(client, url) });
  await emit();
  await vi.waitFor(async () => {
    await clock.advance(1000);
    expect(heard).toHaveLength(3);
  });
});

test('what an endpoint refuses becomes a dead letter at once', async () => {
  const { client, rule, emit, queue } = await start();
  const { heard, url } = await listen([400]);
  await rule({ Arn: await destination(client, url), DeadLetterConfig: { Arn: queue.arn } });
  await emit();
  const [letter] = await queue.receive({ most: 1, wait: 5, visibility: 30 });
  expect(letter!.attributes.ERROR_MESSAGE?.StringValue).toContain('answered 400');
  expect(heard).toHaveLength(1);
});

test('an event without a dead-letter queue is not lost without a word', async () => {
  const { client, rule, emit } = await start();
  const { url } = await listen([404]);
  await rule({ Arn: await destination(client, url) });
  await emit();
  await vi.waitFor(() => expect(logged).toHaveLength(1));
  expect(String(logged.splice(0))).toContain('could not deliver');
});

test('a service takes events for its own resources', async () => {
  const { aws, rule, emit } = await start();
  const taken: string[] = [];
  aws.use(eventsService).handle('codepipeline', ({ arn, event }) => taken.push(`${arn} ${event.source}`));
  await rule({ Arn: 'arn:aws:codepipeline:us-east-1:123456789012:web' });
  await emit();
  expect(taken).toEqual(['arn:aws:codepipeline:us-east-1:123456789012:web mine']);
});

test('rules and targets are listed, switched, removed and deleted', async () => {
  const { client, rule, emit, queue, received } = await start();
  await rule({ Arn: queue.arn, Input: '1' });
  expect((await client.send(new Events.ListRulesCommand({}))).Rules).toMatchObject([
    { Name: 'rule', State: 'ENABLED' },
  ]);
  const { Targets } = await client.send(new Events.ListTargetsByRuleCommand({ Rule: 'rule' }));
  expect(Targets).toEqual([{ Id: 'one', Arn: queue.arn, Input: '1' }]);
  const { RuleNames } = await client.send(new Events.ListRuleNamesByTargetCommand({ TargetArn: queue.arn }));
  expect(RuleNames).toEqual(['rule']);
  await client.send(new Events.DisableRuleCommand({ Name: 'rule' }));
  await emit();
  expect(await received()).toEqual([]);
  const remove = new Events.DeleteRuleCommand({ Name: 'rule' });
  await expect(client.send(remove)).rejects.toThrow('has targets');
  await client.send(new Events.RemoveTargetsCommand({ Rule: 'rule', Ids: ['one'] }));
  await client.send(remove);
  const gone = client.send(new Events.DescribeRuleCommand({ Name: 'rule' }));
  await expect(gone).rejects.toBeInstanceOf(Events.ResourceNotFoundException);
});

test('bad rules, targets and entries are refused one by one', async () => {
  const { client, rule, emit } = await start();
  await expect(rule({}, { source: 'x' })).rejects.toBeInstanceOf(Events.InvalidEventPatternException);
  await expect(rule({ Arn: 'arn:aws:lambda:us-east-1:1:function:f' })).rejects.toThrow('delivers events to');
  const scheduled = new Events.PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(1 minute)' });
  await expect(client.send(scheduled)).rejects.toThrow('no schedules');
  const { FailedEntryCount, Entries } = await emit({}, 'aws.codepipeline');
  expect([FailedEntryCount, Entries?.[0]?.ErrorCode]).toEqual([1, 'NotAuthorizedForSourceException']);
  await expect(destination(client, 'http://example.com/')).rejects.toThrow('https');
});

test('a pattern is tried out', async () => {
  const { client } = await start();
  const attempt = (EventPattern: object) =>
    client.send(
      new Events.TestEventPatternCommand({
        EventPattern: JSON.stringify(EventPattern),
        Event: '{"source":"a"}',
      }),
    );
  expect((await attempt({ source: ['a'] })).Result).toBe(true);
  expect((await attempt({ source: ['b'] })).Result).toBe(false);
});

test('an event of a client reaches who listens in process, as its own bus says', async () => {
  const { client, aws, emit } = await start();
  const heard: string[] = [];
  aws.onEvent(({ source }) => heard.push(source));
  await client.send(new Events.CreateEventBusCommand({ Name: 'own' }));
  const other = { Source: 'other', DetailType: 'Thing', Detail: '{}', EventBusName: 'own' };
  await client.send(new Events.PutEventsCommand({ Entries: [other] }));
  await emit();
  expect(heard).toEqual(['mine']);
});

test('a bus of one’s own has its own rules, and goes when it has none', async () => {
  const { client, queue, emit, received } = await start();
  const EventBusName = 'own';
  const { EventBusArn } = await client.send(new Events.CreateEventBusCommand({ Name: EventBusName }));
  await expect(client.send(new Events.CreateEventBusCommand({ Name: EventBusName }))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
  const pattern = { Name: 'rule', EventPattern: '{"source":["mine"]}' };
  const { RuleArn } = await client.send(new Events.PutRuleCommand({ ...pattern, EventBusName: EventBusArn }));
  expect(RuleArn).toMatch(/:rule\/own\/rule$/);
  const Targets = [{ Id: 'one', Arn: queue.arn, InputPath: '$.detail' }];
  await client.send(new Events.PutTargetsCommand({ Rule: 'rule', EventBusName, Targets }));
  await emit({ on: 'default' });
  const entry = { Source: 'mine', DetailType: 'Thing', Detail: '{"on":"own"}', EventBusName };
  await client.send(new Events.PutEventsCommand({ Entries: [entry] }));
  await vi.waitFor(async () => expect(await received()).toEqual([{ on: 'own' }]));
  const { EventBuses } = await client.send(new Events.ListEventBusesCommand({}));
  expect(EventBuses?.map(({ Name }) => Name)).toEqual(['default', 'own']);
  await expect(client.send(new Events.DeleteEventBusCommand({ Name: EventBusName }))).rejects.toThrow(
    'has rules',
  );
  await client.send(new Events.RemoveTargetsCommand({ Rule: 'rule', EventBusName, Ids: ['one'] }));
  await client.send(new Events.DeleteRuleCommand({ Name: 'rule', EventBusName }));
  await client.send(new Events.DeleteEventBusCommand({ Name: EventBusName }));
  await expect(client.send(new Events.ListRulesCommand({ EventBusName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('connections and destinations change, and what is not given stays', async () => {
  const { client } = await start();
  const { ConnectionArn } = await client.send(
    new Events.CreateConnectionCommand({
      Name: 'hook',
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-old', ApiKeyValue: 'secret' } },
    }),
  );
  await client.send(
    new Events.UpdateConnectionCommand({
      Name: 'hook',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-new', ApiKeyValue: 'secret' } },
    }),
  );
  const described = await client.send(new Events.DescribeConnectionCommand({ Name: 'hook' }));
  expect(described.AuthorizationType).toBe('API_KEY');
  expect(described.AuthParameters?.ApiKeyAuthParameters?.ApiKeyName).toBe('x-new');
  await client.send(
    new Events.CreateApiDestinationCommand({
      Name: 'there',
      ConnectionArn,
      HttpMethod: 'POST',
      InvocationEndpoint: 'http://127.0.0.1:1/old',
    }),
  );
  const update = { Name: 'there', InvocationEndpoint: 'http://127.0.0.1:1/new' };
  await client.send(new Events.UpdateApiDestinationCommand(update));
  expect(await client.send(new Events.DescribeApiDestinationCommand({ Name: 'there' }))).toMatchObject({
    InvocationEndpoint: 'http://127.0.0.1:1/new',
    HttpMethod: 'POST',
    ConnectionArn,
  });
  const wrong = { Name: 'there', InvocationEndpoint: 'http://example.com/' };
  await expect(client.send(new Events.UpdateApiDestinationCommand(wrong))).rejects.toThrow('https URL');
});
