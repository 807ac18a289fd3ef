import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { environmentIn } from './environment.ts';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-start-'));
  await writeFile(join(folder, 'drawbridge.yml'), 'pipelines: {}\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Nothing listens where Slack is. */
function start(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(command, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...environmentIn(folder),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: 'signing-secret',
      ...env,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** The number of the process that says that it is up. */
async function upAt(child: ChildProcess): Promise<number> {
  let output = '';
  for await (const chunk of child.stdout!) {
    output += chunk;
    const line = output.split('\n').find((each) => each.includes('Drawbridge is up'));
    if (line) return JSON.parse(line).pid;
  }
  throw new Error(`It ended: ${output}`);
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a signal to `npm run bot` ends the bot', async () => {
  const npm = start('npm', ['run', 'bot']);
  const bot = await upAt(npm);
  onTestFinished(() => void (lives(bot) && process.kill(bot, 'SIGKILL')));
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await expect.poll(() => lives(bot), { timeout: 3_000 }).toBe(false);
});

test('what is wrong with the settings is one sentence and the exit code 1', async () => {
  const bot = start(process.execPath, ['bot/start.js'], { DRAWBRIDGE_DATA: folder });
  const [[code], written] = await Promise.all([once(bot, 'exit'), text(bot.stderr!)]);
  expect([code, written]).toEqual([
    1,
    `The store (DRAWBRIDGE_DATA) cannot be used: ${folder} is a folder.\n`,
  ]);
});
