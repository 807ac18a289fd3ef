import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LocalAws, startAws } from '../../../local/aws/server.ts';

let local: LocalAws;
const logged: unknown[] = [];
const sockets: Socket[] = [];
beforeEach(async () => {
  local = await startAws({ log: (...entry) => logged.push(entry) });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  const { scratch } = local.aws;
  await local.close();
  expect(existsSync(scratch)).toBe(false);
  expect(logged.splice(0)).toEqual([]);
});

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Sends a path as it is: `fetch` would tidy it. */
async function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { hostname, port } = new URL(local.endpoint);
  const asked = request({ hostname, port, path, method, headers });
  const answer = new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      asked.once('error', reject);
      asked.once('response', async (response) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: await text(response),
        }),
      );
    },
  );
  asked.end(body);
  return answer;
}

function call(target: string, body: string | Buffer) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return send('/', { method: 'POST', headers, body });
}

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(local.endpoint);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

const isAlive = async () => expect((await send('/')).status).toBe(200);

const targets = [
  'CodePipeline_20150709.ListPipelines',
  'CodeBuild_20161006.ListProjects',
  'CodeDeploy_20141006.ListApplications',
  'AWSEvents.ListRules',
  'Logs_20140328.DescribeLogGroups',
  'secretsmanager.ListSecrets',
  'AmazonSQS.ListQueues',
  'AmazonSSM.DescribeParameters',
];

test.each(targets)('%s refuses what is no JSON object, and the server lives', async (target) => {
  for (const body of ['{', '[]', '"text"', 'null', '\0', Buffer.from([0xff, 0xfe]), '['.repeat(100_000)]) {
    const { status, body: answer } = await call(target, body);
    expect(status, answer).toBe(400);
    expect(JSON.parse(answer).__type).toBe('SerializationException');
  }
  await isAlive();
});

test('a body of 100 MB is refused once it is read, and kept nowhere', async () => {
  const huge = Buffer.alloc(100 * 1024 * 1024, 'x');
  const { status, body } = await call('AmazonSSM.PutParameter', huge);
  expect(status).toBe(413);
  expect(JSON.parse(body).__type).toBe('RequestEntityTooLargeException');
  await isAlive();
});

test('targets that name no operation of ours are refused, whatever they look like', async () => {
  const names = ['', '.', 'x', 'AmazonSSM.constructor', 'AmazonSSM.__proto__', 'AmazonSSM.GetParameter.x'];
  for (const name of [...names, 'a'.repeat(5_000)]) {
    const { status, body } = await call(name, '{}');
    expect(status).toBe(400);
    expect(JSON.parse(body).__type).toBe('UnknownOperationException');
  }
});

test('keys that climb or hold NUL are only names, and lead to no file', async () => {
  await send('/things', { method: 'PUT' });
  for (const key of ['../../../../tmp/drawbridge-climbed', '..%2f..%2fclimbed', 'a%00b', '%2e%2e/x', '/']) {
    expect((await send(`/things/${key}`, { method: 'PUT', body: 'content' })).status, key).toBe(200);
    expect((await send(`/things/${key}`)).body).toBe('content');
  }
  expect(existsSync('/tmp/drawbridge-climbed')).toBe(false);
  for (const name of readdirSync(`${local.aws.scratch}/s3`)) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  expect((await send('/things/%ff')).status).toBe(400);
});

test('no header can be made out of what a client says', async () => {
  await send('/things', { method: 'PUT' });
  const headers = { 'x-amz-meta-note': Buffer.from('ä').toString('latin1'), 'content-type': 'text/plain' };
  await send('/things/a', { method: 'PUT', headers, body: 'x' });
  const query = `response-content-type=${encodeURIComponent('text/html\r\nx-evil: 1\r\n\r\n<script>')}`;
  const answer = await send(`/things/a?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers['x-evil']).toBeUndefined();
  expect(answer.body).toBe('x');
});

test('clients that begin requests and do not go on hold up nobody', async () => {
  for (let count = 0; count < 300; count++) {
    const socket = await open();
    socket.write(
      count % 2 ? 'GET / HTTP/1.1\r\nhost: local' : 'PUT /things/a HTTP/1.1\r\nhost: localhost\r\n',
    );
  }
  await isAlive();
});

test('what is no HTTP ends the connection, not the server', async () => {
  for (const bytes of ['\x16\x03\x01\x02', 'GET /\r\n\r\n', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`]) {
    const socket = await open();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume().write(bytes);
    await closed;
  }
  await isAlive();
});

test('a client that leaves in the middle of its upload leaves nothing behind', async () => {
  await send('/things', { method: 'PUT' });
  const socket = await open();
  socket.write('PUT /things/a HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nhalf');
  await vi.waitFor(() => expect(readdirSync(`${local.aws.scratch}/s3`)).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(readdirSync(`${local.aws.scratch}/s3`)).toEqual([]));
  expect((await send('/things/a')).status).toBe(404);
});
