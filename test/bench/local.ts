import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { listTree } from '../../shared/artifact/tree.ts';
import { writeZip } from '../../shared/artifact/zip.ts';
import { median, print, timeInTurns } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');
/** What `npm run local` gives to node: the file, and how tightly it is to keep its memory. */
const [, ...args] = packageJson.scripts.local.split(' ');
const rounds = 15;
const pipelines = 1_000;
const executions = 10_000;

/** How soon the local AWS answers, how big it is with a long history, and what a run costs beside its commands. */
export async function local(): Promise<void> {
  const [floor = 0] = timeInTurns([{ args: ['-e', '0'] }], rounds);
  const s3 = await firstAnswer((url) => fetch(url));
  const codepipeline = await firstAnswer((url) => call(url, 'ListPipelines'));
  const memory = await measureMemory();
  const run = await measureRun();
  const bare = measureBare();
  print('Local AWS', [
    { what: 'start to the first answer, S3', measured: s3, unit: 'ms', floor: beside(floor) },
    {
      what: 'start to the first answer, CodePipeline',
      measured: codepipeline,
      unit: 'ms',
      floor: beside(floor),
    },
    { what: 'resident after the first answer', measured: memory.idle, unit: 'MiB' },
    {
      what: `resident with ${pipelines} pipelines, ${executions} executions`,
      measured: memory.full,
      unit: 'MiB',
    },
    {
      what: 'a run of three stages, two of which run `true`',
      measured: run,
      unit: 'ms',
      floor: { what: 'the commands by /bin/sh', measured: bare },
    },
  ]);
}

const beside = (measured: number) => ({ what: 'node -e 0', measured });

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [...args, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(child.stdout!, 'data');
  return { child, url: /AWS_ENDPOINT_URL=(\S+)/.exec(String(printed))![1]! };
}

async function stopServer({ child }: Server): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

async function firstAnswer(ask: (url: string) => Promise<Response>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    const server = await startServer();
    await (await ask(server.url)).text();
    // The first round only warms the disk's cache and the compile cache.
    if (round > 0) times.push(performance.now() - began);
    await stopServer(server);
  }
  return median(times);
}

async function measureMemory(): Promise<{ idle: number; full: number }> {
  // As with the times, the first only warms: here the compile cache, with all that a pipeline needs.
  await fill(1);
  return fill(pipelines);
}

async function fill(count: number): Promise<{ idle: number; full: number }> {
  const server = await startServer();
  try {
    await call(server.url, 'ListPipelines');
    const idle = resident(server);
    await fillHistory(server.url, count);
    return { idle, full: resident(server) };
  } finally {
    await stopServer(server);
  }
}

/** MiB. */
function resident({ child }: Server): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

async function fillHistory(url: string, count: number): Promise<void> {
  await putSource((path, init) => fetch(`${url}/${path}`, init));
  const names = Array.from({ length: count }, (_, index) => `pipeline-${index}`);
  for (const name of names) {
    await call(url, 'CreatePipeline', { pipeline: definition(name, [publish]) });
    // Making the pipeline has started the first.
    for (let started = 1; started < executions / pipelines; started++)
      await call(url, 'StartPipelineExecution', { name });
    // One pipeline at a time: it is the history that is measured, not how much runs at once.
    while (await isRunning(url, name)) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function isRunning(url: string, pipelineName: string): Promise<boolean> {
  const listed = await call(url, 'ListPipelineExecutions', { pipelineName });
  return (await listed.text()).includes('InProgress');
}

async function measureRun(): Promise<number> {
  const server = await startAws();
  try {
    await putSource((path, init) => fetch(`${server.endpoint}/${path}`, init));
    const stages = [command('Build'), command('Test')];
    await call(server.endpoint, 'CreatePipeline', { pipeline: definition('shop', stages) });
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const time = await timeRun(server);
      if (round > 0) times.push(time);
    }
    return median(times);
  } finally {
    await server.close();
  }
}

async function timeRun({ aws, endpoint }: LocalAws): Promise<number> {
  const began = performance.now();
  const ended = new Promise<unknown>((resolve) => {
    const stop = aws.onEvent((event) => {
      if (event['detail-type'] !== 'CodePipeline Pipeline Execution State Change') return;
      if (event.detail.state === 'STARTED') return;
      stop();
      resolve(event.detail.state);
    });
  });
  await call(endpoint, 'StartPipelineExecution', { name: 'shop' });
  const state = await ended;
  if (state !== 'SUCCEEDED') throw new Error(`The run ended as ${state}`);
  return performance.now() - began;
}

function measureBare(): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    for (const _ of ['Build', 'Test']) spawnSync('/bin/sh', ['-c', 'true']);
    return performance.now() - began;
  });
  return median(times);
}

async function call(url: string, operation: string, input: object = {}): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `CodePipeline_20150709.${operation}`,
    },
    body: JSON.stringify(input),
  });
  if (response.ok) return response;
  throw new Error(`${operation} answered ${response.status}: ${await response.text()}`);
}

async function putSource(send: (path: string, init: RequestInit) => Promise<Response>): Promise<void> {
  for (const bucket of ['source', 'artifacts', 'site']) await send(bucket, { method: 'PUT' });
  const versioning = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
  await send('source?versioning', { method: 'PUT', body: versioning });
  await send('source/app.zip', { method: 'PUT', body: await smallZip() });
}

async function smallZip(): Promise<Buffer<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-bench-'));
  try {
    writeFileSync(join(folder, 'VERSION'), '1\n');
    const zip = join(folder, 'app.zip');
    await writeZip(listTree(folder), zip);
    return readFileSync(zip);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function definition(name: string, stages: readonly object[]): object {
  return {
    name,
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    pipelineType: 'V2',
    executionMode: 'QUEUED',
    artifactStore: { type: 'S3', location: 'artifacts' },
    stages: [source, ...stages],
  };
}

const source = {
  name: 'Source',
  actions: [
    {
      name: 'Source',
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { S3Bucket: 'source', S3ObjectKey: 'app.zip', PollForSourceChanges: 'false' },
      outputArtifacts: [{ name: 'App' }],
    },
  ],
};

const publish = {
  name: 'Publish',
  actions: [
    {
      name: 'Publish',
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { BucketName: 'site', ObjectKey: 'app.zip', Extract: 'false' },
      inputArtifacts: [{ name: 'App' }],
    },
  ],
};

const command = (name: string) => ({
  name,
  actions: [
    {
      name,
      actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
      commands: ['true'],
      inputArtifacts: [{ name: 'App' }],
    },
  ],
});
