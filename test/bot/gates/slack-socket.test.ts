import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createSlackSocket, type SlackSocket } from '../../../bot/gates/slack-socket.ts';
import { type Clock, systemClock } from '../../../shared/clock.ts';
import { UserError } from '../../../shared/errors.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { keepLog } from '../quiet.ts';

let closers: AsyncDisposableStack;
let answer: () => { status: number; body: object };
let connections: WebSocket[];
let pauses: number[];
let create: (clock: Clock) => SlackSocket;
let socket: SlackSocket;
const log = keepLog();

/** Every pause is one turn long. */
const hasty: Clock = {
  now: systemClock.now,
  after(ms, run) {
    pauses.push(ms);
    return systemClock.after(1, run);
  },
};

beforeEach(async () => {
  closers = new AsyncDisposableStack();
  connections = [];
  pauses = [];
  log.lines.length = 0;
  const server = createServer((_, response) => {
    const { status, body } = answer();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (connection) => {
    connections.push(connection);
    connection.send(JSON.stringify({ type: 'hello' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.defer(() => {
    for (const connection of connections) connection.terminate();
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = () => ({ status: 200, body: { ok: true, url: `ws://${host}` } });
  create = (clock) =>
    createSlackSocket({
      appToken: new Secret('xapp-1'),
      apiUrl: `http://${host}/api/`,
      gate: { accept: async () => undefined },
      log,
      clock,
    });
  socket = create(hasty);
  closers.defer(() => socket.close());
});
afterEach(() => closers.disposeAsync());

const away = () => ({ status: 503, body: {} });
const refusing = (error: string) => () => ({ status: 200, body: { ok: false, error } });

test('it is not connected before it was started, and then it is', async () => {
  expect(() => socket.check()).toThrow('Slack is not connected yet');
  await socket.start();
  expect(() => socket.check()).not.toThrow();
});

test('where Slack is away the start does not wait for it, and it is connected once Slack is back', async () => {
  const back = answer;
  answer = away;
  await socket.start();
  expect(() => socket.check()).toThrow('Slack answered 503');
  expect(log.lines).toContainEqual({
    level: 'warn',
    fields: { error: 'Slack answered 503', cause: expect.stringContaining('503') },
    message: 'Slack is not connected by Socket Mode',
  });
  await expect.poll(() => pauses.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30].map((each) => each * 1_000));
  answer = back;
  await expect.poll(() => socket.check()).toBeUndefined();
  expect(connections).toHaveLength(1);
});

test('a connection that ends is made again, however Slack answers meanwhile', async () => {
  const back = answer;
  await socket.start();
  answer = refusing('invalid_auth');
  connections[0]!.close();
  await expect.poll(() => pauses.length).toBeGreaterThan(3);
  expect(() => socket.check()).toThrow('Slack answered invalid_auth');
  answer = back;
  await expect.poll(() => socket.check()).toBeUndefined();
  expect(connections).toHaveLength(2);
  pauses = [];
  connections[1]!.close();
  await expect.poll(() => connections).toHaveLength(3);
  expect(pauses).toEqual([1_000]);
});

test('one that stood for long is made again at once', async () => {
  let now = 0;
  socket = create({ ...hasty, now: () => now });
  await socket.start();
  now = 60_000;
  connections[0]!.close();
  await expect.poll(() => connections).toHaveLength(2);
  expect(pauses).toEqual([0]);
});

test('closed after a connection has ended and Slack is away it ends', async () => {
  await socket.start();
  answer = away;
  connections[0]!.close();
  await expect.poll(() => pauses.length).toBeGreaterThan(1);
  await socket.close();
});

test.each(['invalid_auth', 'not_authed', 'not_allowed_token_type'])(
  'a token that Slack answers with %s to fails the start',
  async (error) => {
    answer = refusing(error);
    await expect(socket.start()).rejects.toThrow(
      new UserError(`SLACK_APP_TOKEN does not open Socket Mode: Slack answered ${error}.`),
    );
    expect(pauses).toEqual([]);
  },
);

test('closed while Slack is away it tries no more', async () => {
  answer = away;
  await socket.start();
  await expect.poll(() => pauses.length).toBeGreaterThan(1);
  await socket.close();
  const tried = pauses.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(pauses).toHaveLength(tried);
});
