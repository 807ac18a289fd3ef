import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from './measure.ts';

const secret = 'bench-signing-secret';

/**
 * How fast a Slack request is acknowledged when it is safely stored, beside a server of `node:http` that only checks the
 * signature and keeps nothing; both in a process of their own, loaded from this one.
 */
export async function bot(): Promise<void> {
  await using closers = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
  closers.defer(() => rm(folder, { recursive: true, force: true }));
  const slack = await startDeaf();
  closers.defer(slack.close);
  await writeFile(join(folder, 'drawbridge.yml'), 'pipelines: {}\n');

  const bare = await startServer('bare', {});
  closers.defer(bare.stop);
  const ours = await startServer('bot', {
    PORT: '0',
    LOG_LEVEL: 'error',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: slack.url,
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
    DRAWBRIDGE_POLICY: join(folder, 'drawbridge.yml'),
    DRAWBRIDGE_DATA: join(folder, 'drawbridge.sqlite'),
    SLACK_API_URL: `${slack.url}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: secret,
  });
  closers.defer(ours.stop);

  const seconds = 3;
  for (const server of [bare, ours]) await load(server.port, { rate: 500, seconds: 1 });
  const bareRush = await rush(bare.port, 10_000);
  const ourRush = await rush(ours.port, 10_000);
  const bareFlow = await load(bare.port, { rate: 5_000, seconds });
  const ourFlow = await load(ours.port, { rate: 5_000, seconds });
  print('Bot', [
    {
      what: 'Slack requests acknowledged, as fast as 64 connections send',
      measured: ourRush,
      unit: '/s',
      floor: { what: 'node:http that only checks the HMAC', measured: bareRush },
    },
    {
      what: 'acknowledged at 5,000 requests/s, p50',
      measured: ourFlow.p50,
      unit: 'ms',
      floor: { what: 'the same', measured: bareFlow.p50 },
    },
    {
      what: 'acknowledged at 5,000 requests/s, p99',
      measured: ourFlow.p99,
      unit: 'ms',
      floor: { what: 'the same', measured: bareFlow.p99 },
    },
    { what: 'resident memory after it', measured: await ours.memory(), unit: 'MiB' },
  ]);
}

interface Server {
  readonly port: number;
  /** MiB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

async function startServer(kind: 'bare' | 'bot', env: Record<string, string>): Promise<Server> {
  const child = fork(join(import.meta.dirname, `${kind}-server.ts`), {
    env: { PATH: process.env.PATH, BENCH_SECRET: secret, ...env },
  });
  const { port } = await answerOf<{ port: number }>(child);
  return {
    port,
    async memory() {
      child.send('memory');
      return (await answerOf<{ memory: number }>(child)).memory;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Answer));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

/** A Slack and an AWS that take everything and do nothing. */
async function startDeaf(): Promise<{ url: string; close: () => Promise<void> }> {
  const answer = JSON.stringify({ ok: true, ts: '1.1', team_id: 'T1', user_id: 'U0BOT', bot_id: 'B1' });
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

let made = 0;

/** A slash command as Slack sends it, with its signature; no two are the same. */
function slashCommand(): Buffer {
  made++;
  const body = new URLSearchParams({
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'acme',
    channel_id: `C${made % 50}`,
    channel_name: 'deploys',
    user_id: `U${made % 1000}`,
    user_name: 'maya',
    command: '/deploy',
    text: 'help',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    trigger_id: `${Date.now()}.${made}`,
  }).toString();
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return Buffer.from(
    `POST /slack/events HTTP/1.1\r\nhost: bench\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
      `x-slack-request-timestamp: ${time}\r\nx-slack-signature: v0=${signature}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** A keep-alive connection that has one request under way at a time. */
function open(port: number): { send(request: Buffer): Promise<void>; close(): void } {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay();
  let answered: (() => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  socket.on('data', (data) => {
    if (!data.toString('latin1', 0, 12).startsWith('HTTP/1.1 200')) {
      failed?.(new Error(`Answered ${data.toString('latin1', 0, 200)}`));
    } else answered?.();
  });
  socket.on('error', (error) => failed?.(error));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Requests a second when every connection sends the next as soon as it is answered. */
async function rush(port: number, count: number): Promise<number> {
  const requests = Array.from({ length: count }, slashCommand);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      const connection = open(port);
      for (let next = requests.pop(); next; next = requests.pop()) await connection.send(next);
      connection.close();
    }),
  );
  return count / ((performance.now() - start) / 1000);
}

/** Requests at this rate whatever the answers take; how long these took, from when each was due. */
async function load(port: number, { rate, seconds }: { rate: number; seconds: number }) {
  const idle = Array.from({ length: 256 }, () => open(port));
  const waiting: number[] = [];
  const times: number[] = [];
  const total = rate * seconds;
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    let due = 0;
    const serve = (): void => {
      while (waiting.length > 0 && idle.length > 0) {
        const at = waiting.shift()!;
        const connection = idle.pop()!;
        connection.send(slashCommand()).then(() => {
          times.push(performance.now() - at);
          idle.push(connection);
          if (times.length === total) resolve();
          else serve();
        }, reject);
      }
    };
    const tick = setInterval(() => {
      const until = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate));
      for (; due < until; due++) waiting.push(start + (due / rate) * 1000);
      serve();
      if (due === total) clearInterval(tick);
    }, 1);
  });
  for (const connection of idle) connection.close();
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(total / 2)]!, p99: times[Math.floor(total * 0.99)]! };
}
