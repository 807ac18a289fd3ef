import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHost, type Host } from '../../../../local/aws/hosts/host.ts';
import type { Script } from '../../../../local/aws/hosts/script.ts';
import { ManualClock } from '../../../../local/clock.ts';

let folder: string;
let host: Host;
let clock: ManualClock;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-host-'));
  clock = new ManualClock();
  lines = [];
  host = await createHost({ id: 'i-0123456789abcdef0', root: folder, clock, env: { PORT: '8081' } });
});

afterEach(async () => {
  await host.close();
  expect(await host.processes()).toEqual([]);
  await rm(folder, { recursive: true });
});

async function run(text: string, options: Partial<Script> = {}) {
  const path = join(folder, 'script.sh');
  await writeFile(path, text);
  await chmod(path, 0o755);
  return host.run({
    path,
    cwd: folder,
    env: {},
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    onLine: (stream, line) => lines.push(`${stream}: ${line}`),
    ...options,
  });
}

test('a script has the environment of the host and none of ours', async () => {
  process.env.DRAWBRIDGE_TEST_SECRET = 'ours';
  const end = await run(
    '#!/bin/sh\necho $PORT $MORE [$DRAWBRIDGE_TEST_SECRET] $HOME $DRAWBRIDGE_HOST; node -p process.version',
    {
      env: { MORE: 'more' },
    },
  );
  delete process.env.DRAWBRIDGE_TEST_SECRET;
  expect(end).toEqual({ kind: 'exited', code: 0 });
  expect(lines).toEqual([`stdout: 8081 more [] ${folder} i-0123456789abcdef0`, `stdout: ${process.version}`]);
});

test.each([
  ['#!/bin/sh\nexit 3', { kind: 'exited', code: 3 }],
  ['exit 4', { kind: 'exited', code: 4 }],
  ['#!/bin/sh\nkill -9 $$', { kind: 'killed', signal: 'SIGKILL' }],
  ['#!/no/such/shell\n', { kind: 'not started', error: expect.any(Error) }],
])('%j ends as %j', async (text, end) => {
  expect(await run(text)).toEqual(end);
});

test('a timeout ends the script with all of its group', async () => {
  const ended = run("#!/bin/sh\ntrap '' TERM\nsleep 600 &\nsleep 600\n", { timeoutMs: 5000 });
  await expect.poll(host.processes, { timeout: 10_000 }).toHaveLength(3);
  await clock.advance(5000);
  expect(await ended).toEqual({ kind: 'timed out' });
  expect(await host.processes()).toEqual([]);
});

test('a child in the background that holds the output open fails the script and lives on', async () => {
  const ended = run('#!/bin/sh\nsleep 600 2>/dev/null &\necho started\n', { timeoutMs: 5000 });
  await expect.poll(host.processes, { timeout: 10_000 }).toHaveLength(1);
  await expect.poll(() => lines).toEqual(['stdout: started']);
  await clock.advance(5000);
  expect(await ended).toEqual({ kind: 'left open', stream: 'stdout' });
  expect(await host.processes()).toHaveLength(1);
});

test('closing finds what left its group, and nothing starts afterwards', async () => {
  await run('#!/bin/sh\nsetsid sleep 600 >/dev/null 2>&1 </dev/null &\nsleep 600 >/dev/null 2>&1 &\n');
  expect(await host.processes()).toHaveLength(2);
  await host.close();
  expect(await host.processes()).toEqual([]);
  expect(await run('#!/bin/sh\necho no\n')).toEqual({ kind: 'stopped' });
});

test('closing finds what has left its group and its environment, but stays in a folder of the host', async () => {
  await run('#!/bin/sh\nenv -i setsid sleep 600 >/dev/null 2>&1 </dev/null &\nsleep 0.2\n');
  expect(await host.processes()).toHaveLength(1);
});

test.each([
  ['/opt/shop', 'opt/shop'],
  ['opt/shop', 'opt/shop'],
  ['/../../etc/passwd', 'etc/passwd'],
  ['/opt/../../..', ''],
])('%s lies within the host', (path, inside) => {
  expect(join(host.resolve(path))).toBe(join(folder, inside, path.endsWith('..') ? '/' : ''));
});
