import { createServer, get, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Listener, startListener } from '../../../../local/aws/loadbalancer/listener.ts';
import { type HealthCheck, TargetGroup } from '../../../../local/aws/loadbalancer/target-group.ts';
import { ManualClock } from '../../../../local/clock.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const healthCheck: HealthCheck = {
  path: '/health',
  interval: 30_000,
  timeout: 5_000,
  healthyThreshold: 3,
  unhealthyThreshold: 2,
  isHealthy: (status) => status === 200,
};

async function setUp() {
  const clock = new ManualClock();
  const group = new TargetGroup({ clock, healthCheck, drainingDelay: 300_000 });
  const listener = await startListener(group, 0);
  closers.push(
    () => group.close(),
    () => listener.close(),
  );
  return { clock, group, listener };
}

async function app(answer: RequestListener): Promise<{ port: number; server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, server };
}

const says = (text: string) => app((_, response) => response.end(text));
/** Also of an answer that `fetch` does not take. */
const statusOf = ({ url }: Listener) =>
  new Promise((resolve, reject) => {
    get(url, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
const never = new AbortController().signal;
const ask = async (listener: Listener) => (await fetch(listener.url)).text();

test('requests go round the healthy targets', async () => {
  const { group, listener } = await setUp();
  for (const id of ['a', 'b']) {
    group.register(id, (await says(id)).port);
    await group.whenHealthy(id, never);
  }
  const answers = [await ask(listener), await ask(listener), await ask(listener), await ask(listener)];
  expect(answers.sort()).toEqual(['a', 'a', 'b', 'b']);
});

test('method, path, headers and body arrive, and the answer comes back', async () => {
  const { group, listener } = await setUp();
  const { port } = await app(async (request, response) => {
    if (request.url === '/health') return response.end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { 'x-forwarded-for': client, 'x-forwarded-proto': scheme, 'x-mine': mine } = request.headers;
    response.writeHead(418, { 'set-cookie': ['a=1', 'b=2'] });
    response.end(
      JSON.stringify([request.method, request.url, client, scheme, mine, Buffer.concat(chunks).length]),
    );
  });
  group.register('a', port);
  await group.whenHealthy('a', never);
  const response = await fetch(`${listener.url}/a?b=c`, {
    method: 'PUT',
    body: Buffer.alloc(3_000_000),
    headers: { 'x-mine': 'yes' },
  });
  expect(response.status).toBe(418);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.json()).toEqual(['PUT', '/a?b=c', '127.0.0.1', 'http', 'yes', 3_000_000]);
});

test('without a target the answer is 503, with one that is gone 502', async () => {
  const { group, listener } = await setUp();
  expect((await fetch(listener.url)).status).toBe(503);
  const { port, server } = await says('a');
  group.register('a', port);
  await group.whenHealthy('a', never);
  await new Promise((resolve) => server.close(resolve));
  expect((await fetch(listener.url, { method: 'POST', body: 'x' })).status).toBe(502);
});

test.each([
  ['HTTP/1.1 099 Odd\r\n\r\n', 502],
  ['HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n', 999],
  ['HTTP/1.1 200 \xff\r\nX-Odd: \xff\r\nContent-Length: 0\r\n\r\n', 200],
  ['nonsense', 502],
  ['', 502],
])('a target that answers %j is answered with %i', async (answer, status) => {
  const { group, listener } = await setUp();
  const target = createSocketServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer, 'latin1'));
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  closers.push(() => target.close());
  group.register('odd', (target.address() as AddressInfo).port);
  expect(await statusOf(listener)).toBe(status);
  expect(await statusOf(listener)).toBe(status);
});

test('a target is taken out by failed checks and back in by good ones, by the clock', async () => {
  const { clock, group, listener } = await setUp();
  let status = 200;
  const sick = await app((_, response) => response.writeHead(status).end('sick'));
  group.register('sick', sick.port);
  group.register('well', (await says('well')).port);
  for (const id of ['sick', 'well']) await group.whenHealthy(id, never);
  const states = () => group.targets().map(({ state }) => state);
  const checks = async (count: number, becomes: string[]) => {
    for (let n = 0; n < count; n++) {
      // The next check is set once the last has answered.
      await clock.advance(30_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await expect.poll(states).toEqual(becomes);
  };
  status = 500;
  await checks(1, ['healthy', 'healthy']);
  await checks(1, ['unhealthy', 'healthy']);
  expect(group.targets()[0]?.reason).toBe('Health checks failed with these codes: [500]');
  expect(new Set([await ask(listener), await ask(listener), await ask(listener)])).toEqual(new Set(['well']));
  status = 200;
  await checks(2, ['unhealthy', 'healthy']);
  await checks(1, ['healthy', 'healthy']);
});

test('where no target is healthy, all get requests', async () => {
  const { group, listener } = await setUp();
  const { port } = await app((_, response) => response.writeHead(500).end('sick'));
  group.register('sick', port);
  expect(await ask(listener)).toBe('sick');
});

test('a target that leaves finishes what it has and gets nothing new', async () => {
  const { group, listener } = await setUp();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const slow = await app(async (request, response) => {
    if (request.url === '/slow') await released;
    response.end('slow');
  });
  group.register('slow', slow.port);
  await group.whenHealthy('slow', never);
  const underWay = fetch(`${listener.url}/slow`).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  group.register('new', (await says('new')).port);
  await group.whenHealthy('new', never);
  let hasLeft = false;
  const left = group.deregister('slow').then(() => {
    hasLeft = true;
  });
  expect(group.targets().map(({ state }) => state)).toEqual(['draining', 'healthy']);
  expect([await ask(listener), await ask(listener)]).toEqual(['new', 'new']);
  expect(hasLeft).toBe(false);
  release();
  expect(await underWay).toBe('slow');
  await left;
  expect(group.targets().map(({ id }) => id)).toEqual(['new']);
});

test('after the draining delay what is still under way is cut', async () => {
  const { clock, group, listener } = await setUp();
  const slow = await app((request, response) => {
    if (request.url === '/health') response.end();
  });
  group.register('slow', slow.port);
  await group.whenHealthy('slow', never);
  const underWay = fetch(listener.url);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const left = group.deregister('slow');
  await clock.advance(299_999);
  expect(group.targets()).toHaveLength(1);
  await clock.advance(1);
  await left;
  expect((await underWay).status).toBe(502);
});

test('a target that comes back while it leaves keeps what it has', async () => {
  const { group, listener } = await setUp();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { port } = await app(async (request, response) => {
    if (request.url === '/slow') await released;
    response.end('slow');
  });
  group.register('slow', port);
  await group.whenHealthy('slow', never);
  const underWay = fetch(`${listener.url}/slow`).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const left = group.deregister('slow');
  group.register('slow', port);
  await left;
  await group.whenHealthy('slow', never);
  release();
  expect(await underWay).toBe('slow');
  expect(group.targets()).toHaveLength(1);
});

test('waiting for health ends when asked to, or when the target leaves', async () => {
  const { group } = await setUp();
  const { port } = await app((_, response) => response.writeHead(500).end());
  group.register('sick', port);
  const stop = new AbortController();
  const waits = group.whenHealthy('sick', stop.signal);
  stop.abort(new Error('enough'));
  await expect(waits).rejects.toThrow('enough');
  const waitsOn = group.whenHealthy('sick', never);
  await group.deregister('sick');
  await expect(waitsOn).rejects.toThrow('sick has left the target group');
});
