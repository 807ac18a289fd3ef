import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../harness/bot-process.ts';

export const signingSecret = 'bench-signing-secret';
export const eventsKey = 'bench-events-key';

export interface Bot {
  readonly port: number;
  /** One of its metrics. */
  metric(name: string): Promise<number>;
  /** Resolves when everything that came and everything that is to be sent is done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** A bot as `npm run bot` starts it, with one channel for each of these pipelines. */
export async function startBot(options: {
  outside: string;
  channels: readonly { pipeline: string; channel: string }[];
  databaseUrl?: string;
}): Promise<Bot> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
  await writeFile(join(folder, 'drawbridge.yml'), policyOf(options.channels));
  const port = await freePort();
  const { environment, args } = botCommand();
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      PATH: process.env.PATH,
      PORT: String(port),
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: options.outside,
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'key',
      DRAWBRIDGE_AWS_EVENTS_KEY: eventsKey,
      DRAWBRIDGE_POLICY: join(folder, 'drawbridge.yml'),
      DRAWBRIDGE_DATA: join(folder, 'drawbridge.sqlite'),
      ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
      SLACK_API_URL: `${options.outside}/api/`,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
    },
  });
  // Also where the bench itself breaks off.
  const killLast = () => child.kill('SIGKILL');
  process.once('exit', killLast);
  child.once('exit', () => process.off('exit', killLast));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The bot ended with ${code}`)));
    child.stdout.on('data', (data) => String(data).includes('Drawbridge is up') && resolve());
  });

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    if (!line) throw new Error(`There is no metric ${name}`);
    return Number(line.slice(name.length));
  }

  return {
    port,
    metric,
    async settled() {
      const open = (queue: string) => metric(`drawbridge_queue_open{queue="${queue}"}`);
      while ((await open('inbox')) + (await open('outbox')) > 0) await pause(100);
    },
    async stop() {
      await kill(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The environment, Node's flags and the entry, from the script that operators start the bot with. */
function botCommand(): { environment: Record<string, string>; args: string[] } {
  const manifest = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: { bot: string } };
  const words = scripts.bot.split(' ');
  const node = words.indexOf('node');
  const settings = words.slice(0, node).filter((word) => word.includes('='));
  return {
    environment: Object.fromEntries(settings.map((word) => word.split('=') as [string, string])),
    args: words.slice(node + 1),
  };
}

function policyOf(channels: readonly { pipeline: string; channel: string }[]): string {
  const lines = channels.map(
    ({ pipeline, channel }) =>
      `  ${pipeline}: { slack: { channel: ${channel} }, allow: { see: { slack: [U0MAYA] } } }`,
  );
  return channels.length > 0 ? `pipelines:\n${lines.join('\n')}\n` : 'pipelines: {}\n';
}

/** The server that only checks the signature. */
export async function startBare(): Promise<{ port: number; stop(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), {
    env: { PATH: process.env.PATH, BENCH_SECRET: signingSecret },
  });
  const { port } = await messageOf<{ port: number }>(child);
  return { port, stop: () => kill(child) };
}

/** Resolves with the first message of a child process. */
export function messageOf<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message));
    child.once('exit', (code) => reject(new Error(`A process of the bench ended with ${code}`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
