import { get } from 'node:http';
import { CodePipelineClient, GetPipelineCommand, ListPipelinesCommand } from '@aws-sdk/client-codepipeline';
import { afterEach, expect, test } from 'vitest';
import { AwsError, defineService } from '../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../local/aws/server.ts';

const open: LocalAws[] = [];
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
});

const logged: unknown[] = [];
const toy = defineService({
  name: 'codepipeline',
  protocol: { kind: 'json', version: '1.1', target: 'CodePipeline_20150709' },
  sdk: () => import('@aws-sdk/client-codepipeline'),
  state: () => ({ created: new Date(1_700_000_000_000) }),
  operations: {
    ListPipelines: (state, input) => {
      if (input.maxResults === 13) return { surprise: true } as object;
      return {
        pipelines: [{ name: input.nextToken ?? 'none', version: input.maxResults, created: state.created }],
      };
    },
    GetPipeline: (_state, input) => {
      if (input.name === 'bug') throw new Error('a fault of ours');
      throw new AwsError('PipelineNotFoundException', `no ${input.name}`);
    },
  },
});

async function start() {
  logged.length = 0;
  const aws = await startAws({
    services: [toy],
    log: (message, error) => logged.push([message, error]),
  });
  open.push(aws);
  const client = new CodePipelineClient({
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { ...aws, client };
}

function post(endpoint: string, operation: string, body: string, headers: Record<string, string> = {}) {
  return fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': `CodePipeline_20150709.${operation}`, ...headers },
    body,
  });
}

test('a real client gets what an operation gives, dates and all', async () => {
  const { client } = await start();
  const { pipelines, $metadata } = await client.send(
    new ListPipelinesCommand({ nextToken: 'a', maxResults: 3 }),
  );
  expect(pipelines).toEqual([{ name: 'a', version: 3, created: new Date(1_700_000_000_000) }]);
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a real client gets a typed exception', async () => {
  const { client } = await start();
  await expect(client.send(new GetPipelineCommand({ name: 'x' }))).rejects.toMatchObject({
    name: 'PipelineNotFoundException',
    message: 'no x',
    $fault: 'client',
  });
});

test('a fault of ours is an InternalFailure, is logged, and the server lives', async () => {
  const { client } = await start();
  await expect(client.send(new GetPipelineCommand({ name: 'bug' }))).rejects.toMatchObject({
    name: 'InternalFailure',
    $metadata: { httpStatusCode: 500 },
  });
  await expect(client.send(new ListPipelinesCommand({ maxResults: 13 }))).rejects.toThrow('unknown error');
  expect(logged).toHaveLength(2);
  expect((await client.send(new ListPipelinesCommand({ nextToken: 'b' }))).pipelines).toHaveLength(1);
});

test.each([
  ['ListPipelines', '{', 'SerializationException', 'not valid JSON'],
  ['ListPipelines', '[]', 'SerializationException', 'a list'],
  ['ListPipelines', '{"maxResults":"3"}', 'SerializationException', "'maxResults'"],
  ['GetPipeline', '{}', 'ValidationException', "Value null at 'name'"],
  ['CreatePipeline', '{}', 'UnknownOperationException', 'not there in the local AWS'],
  ['MakeCoffee', '{}', 'UnknownOperationException', 'does not exist'],
  ['constructor', '{}', 'UnknownOperationException', 'does not exist'],
])('%s with %s answers %s', async (operation, body, code, message) => {
  const { endpoint } = await start();
  const response = await post(endpoint, operation, body);
  expect(response.status).toBe(400);
  const error = await response.json();
  expect(error).toMatchObject({ __type: code });
  expect((error as { message: string }).message).toContain(message);
  expect(logged).toEqual([]);
});

test('a service that is not there is an unknown operation', async () => {
  const { endpoint } = await start();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'Nobody_1.Do' },
    body: '{}',
  });
  expect([response.status, await response.json()]).toMatchObject([
    400,
    { __type: 'UnknownOperationException' },
  ]);
});

test('a huge body is refused with an answer, and the server lives', async () => {
  const { endpoint, client } = await start();
  const response = await post(endpoint, 'ListPipelines', 'x'.repeat(9 * 1024 * 1024));
  expect([response.status, await response.json()]).toMatchObject([
    413,
    { __type: 'RequestEntityTooLargeException' },
  ]);
  await client.send(new ListPipelinesCommand({}));
});

test('a web page is refused', async () => {
  const { endpoint } = await start();
  expect((await post(endpoint, 'ListPipelines', '{}', { origin: 'https://example.com' })).status).toBe(403);
  expect((await post(endpoint, 'ListPipelines', '{}', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

test.each(['evil.example', 'localhost.evil.example', '10.0.0.1'])(
  'a name %s that points here is refused',
  async (host) => {
    const { endpoint } = await start();
    const status = await new Promise((resolve) =>
      get(endpoint, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }),
    );
    expect(status).toBe(403);
  },
);

test('it listens on loopback and says where', async () => {
  const { endpoint, aws } = await start();
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(aws.endpoint).toBe(endpoint);
});
