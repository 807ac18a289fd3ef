import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type HttpServer, startHttp } from '../../bot/http.ts';
import { ManualClock } from '../../local/clock.ts';
import { keepLog } from './quiet.ts';

const largest = 1024 * 1024;

let clock: ManualClock;
let server: HttpServer;
/** What the handler does with the next request. */
let work: () => Promise<void>;

async function start(options: { connections?: number } = {}): Promise<void> {
  const handle = async () => {
    await work();
    return { status: 200, body: 'Done.' };
  };
  const routes = [{ method: 'POST' as const, path: '/', handle }];
  server = await startHttp({ host: '127.0.0.1', port: 0, routes, log: keepLog(), clock, ...options });
}

beforeEach(async () => {
  clock = new ManualClock();
  work = async () => {};
  await start();
});
afterEach(async () => {
  const closing = server.close().catch(() => {});
  await clock.advance(5_000);
  await closing;
});

/** A connection that has sent this. */
async function send(bytes: string | Buffer): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}
const head = (length: number) => `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`;

const post = async (body: string | ReadableStream) =>
  (await fetch(server.url, { method: 'POST', body, duplex: 'half' } as RequestInit)).status;

/** Of so many that send the same, do not end and at last go away: the status of those that were answered and cut off. */
async function refused(count: number, bytes: string): Promise<number[]> {
  const statuses: number[] = [];
  const sockets: Socket[] = [];
  for (let n = 0; n < count; n++) {
    const socket = await send(bytes);
    sockets.push(socket);
    text(socket).then(
      (answer) => statuses.push(Number(answer.split(' ')[1])),
      () => {},
    );
  }
  await expect.poll(() => statuses.length, { timeout: 5_000 }).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  return statuses;
}

describe('at the end', () => {
  test('a request under way is answered, and its connection is not kept', async () => {
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    work = () => {
      begun.resolve();
      return ended.promise;
    };
    const socket = await send(`${head(3)}abc`);
    await begun.promise;
    const closing = server.close();
    ended.resolve();
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK\r\n.*connection: close\r\n.*Done\.$/s);
    await closing;
  });

  test.each([
    ['nothing', ''],
    ['half a head', 'POST / HTTP/1.1\r\nhost: x\r\n'],
    ['half a body', `${head(100)}abc`],
  ])('who has sent %s is waited for, but not for long', async (_, bytes) => {
    const socket = await send(bytes);
    // The server has read what was sent before this is answered.
    expect(await post('')).toBe(200);
    const cutOff = once(socket.resume(), 'close');
    let isClosed = false;
    const closing = server.close().then(() => {
      isClosed = true;
    });
    await clock.advance(4_999);
    expect(isClosed).toBe(false);
    await clock.advance(1);
    await Promise.all([closing, cutOff]);
  });
});

describe('whoever may send', () => {
  test('half a head is cut off after five seconds, and not when Node looks by itself', async () => {
    const since = Date.now();
    const answer = await text(await send('POST / HTTP/1.1\r\nhost: x\r\n'));
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(Date.now() - since).toBeLessThan(10_000);
  });

  test('so many connections at once are held and no more, and the idle ones make room', async () => {
    await server.close();
    await start({ connections: 2 });
    const idle = [await send(head(0)), await send(head(0))];
    for (const socket of idle) await once(socket, 'data');
    await once((await send(head(0))).resume(), 'close');
    expect(await post('')).toBe(200);
  });

  test('64 MB of bodies are held and no more', async () => {
    const statuses = await refused(70, head(largest) + 'x'.repeat(largest - 1));
    expect(new Set(statuses)).toEqual(new Set([503]));
  });

  test('what comes byte by byte counts for what it takes', async () => {
    const statuses = await refused(
      3,
      `POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(100_000)}`,
    );
    expect(new Set(statuses)).toEqual(new Set([503]));
  });

  test.each<[how: string, one: () => Promise<unknown>]>([
    ['was answered', async () => expect(await post('x'.repeat(largest))).toBe(200)],
    [
      'failed',
      async () => {
        work = () => Promise.reject(new Error('broken'));
        expect(await post('x'.repeat(largest))).toBe(500);
        work = async () => {};
      },
    ],
    ['was too large', () => post(new Blob(['x'.repeat(largest + 1)]).stream()).catch(() => {})],
    ['was not ended', async () => (await send(head(largest) + 'x'.repeat(largest - 1))).destroySoon()],
  ])('what %s is held no more', async (_, one) => {
    for (let n = 0; n < 70; n++) await one();
    await expect.poll(() => post('x'.repeat(largest))).toBe(200);
  });

  test('what was refused leaves room again', async () => {
    await refused(70, head(largest) + 'x'.repeat(largest - 1));
    await expect.poll(() => post('x'.repeat(largest))).toBe(200);
  });
});
