import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../../local/aws/start.js');
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function run(...args: string[]) {
  const temp = await mkdtemp(join(tmpdir(), 'aws-main-'));
  closers.push(() => rm(temp, { recursive: true, force: true }));
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, TMPDIR: temp } });
  closers.push(() => child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  return { child, temp, exit };
}

async function started(...args: string[]) {
  const local = await run(...args);
  const [out] = await once(local.child.stdout, 'data');
  return { ...local, out: String(out), endpoint: /AWS_ENDPOINT_URL=(\S+)/.exec(String(out))![1]! };
}

const scratch = async (temp: string) =>
  (await readdir(temp)).filter((name) => name.startsWith('drawbridge-aws-'));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it says how to reach it, answers, and leaves nothing at %s',
  async (signal) => {
    const { child, temp, exit, out, endpoint } = await started('--port', '0', '--region', 'eu-west-1');
    expect(out).toContain('export AWS_ACCESS_KEY_ID=local');
    expect(out).toContain('export AWS_REGION=eu-west-1');
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonSQS.ListQueues' },
      body: '{}',
    });
    expect([response.status, await response.json()]).toEqual([200, { QueueUrls: [] }]);
    expect(await scratch(temp)).toHaveLength(1);
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    expect(await scratch(temp)).toEqual([]);
  },
  30_000,
);

test('with the sample it has a pipeline that has brought a release out to four hosts', async () => {
  const { child, exit, endpoint } = await started('--port', '0', '--sample');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'CodePipeline_20150709.ListPipelineExecutions' },
    body: JSON.stringify({ pipelineName: 'shop' }),
  });
  expect(await response.json()).toMatchObject({ pipelineExecutionSummaries: [{ status: 'Succeeded' }] });
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
}, 60_000);

test('a signal that comes while the sample is made leaves nothing either', async () => {
  const { child, temp, exit } = await run('--port', '0', '--sample');
  await expect.poll(() => scratch(temp), { timeout: 20_000 }).toHaveLength(1);
  const [folder] = await scratch(temp);
  // Its hosts are there, and the first run goes to them.
  await expect.poll(() => readdir(join(temp, folder!)), { timeout: 20_000 }).toContain('hosts');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(await scratch(temp)).toEqual([]);
}, 60_000);

test('a start that is not the first loads nothing that strips types, and no client of HTTP', async () => {
  const tell = "process.on('exit', () => console.log(process.moduleLoadList.join('\\n')))";
  const loaded = async (TMPDIR: string) => {
    const node = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, main, '--port', '0'];
    const child = spawn(process.execPath, node, { env: { ...process.env, TMPDIR } });
    const printed = text(child.stdout);
    const [out] = await once(child.stdout, 'data');
    const [endpoint] = /http:\S+/.exec(String(out))!;
    const headers = { 'x-amz-target': 'CodePipeline_20150709.ListPipelines' };
    expect((await fetch(endpoint, { method: 'POST', headers, body: '{}' })).status).toBe(200);
    child.kill('SIGTERM');
    return printed;
  };
  const { temp, child } = await started('--port', '0');
  child.kill('SIGTERM');
  expect(await loaded(temp)).toContain('internal/deps/amaro');
  const second = await loaded(temp);
  expect(second).toContain('NativeModule http\n');
  expect(second).not.toMatch(/amaro|undici/);
}, 60_000);

test('a busy port is one sentence, and nothing is left', async () => {
  const { endpoint } = await started('--port', '0');
  const { port } = new URL(endpoint);
  const { child, temp, exit } = await run('--port', port);
  const said = await text(child.stderr);
  expect(said).toBe(`Port ${port} is in use: stop what listens there, or choose another with --port.\n`);
  expect(await exit).toEqual([1, null]);
  expect(await scratch(temp)).toEqual([]);
}, 30_000);

test.each([
  [['--port', 'x'], '--port x is not a port.'],
  [['--account', '12'], '--account 12 must have twelve digits.'],
  [['--region', '$(id)'], '--region $(id) is not a region.'],
  [['--folder', 'dir'], "Unknown option '--folder'"],
])(
  '%j is refused in one sentence',
  async (args, sentence) => {
    const { child, exit } = await run(...args);
    expect(await text(child.stderr)).toContain(sentence);
    expect(await exit).toEqual([1, null]);
  },
  30_000,
);
