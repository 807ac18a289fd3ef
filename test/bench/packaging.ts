import { execFile, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CodePipelineClient, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { startAws } from '../../local/aws/server.ts';
import { type Figure, median } from './measure.ts';

type Env = Readonly<Record<string, string | undefined>>;

const files = 25_000;
const folders = 250;
const rounds = 5;
const roundsOfLarge = 3;
/** MB of memory. */
const mostResident = 350;

/**
 * A tree of 25,000 files and 260 MB to S3: by the built Action, and by `zip -r` then `aws s3 cp`, in turns against
 * the local AWS; and what is resident meanwhile, also for four times the tree.
 */
export async function packaging(main: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
  const local = await startAws({ log: () => {} });
  try {
    const [tree, large] = [join(folder, 'tree'), join(folder, 'large')];
    writeTree(tree);
    linkTimes(4, tree, large);
    const env = { ...(await prepareAws(local.endpoint)), PATH: process.env.PATH };
    const send = (from: string, key: string) =>
      packageOnce(main, { ...env, INPUT_PATH: from, INPUT_KEY: key });
    const ours: Packaged[] = [];
    const oursOfLarge: Packaged[] = [];
    const peers: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await send(tree, `${round}.zip`));
      if (hasPeer()) peers.push((await run('sh', ['-c', peer], { env, cwd: tree })).ms);
    }
    for (let round = 0; round < roundsOfLarge; round++) {
      oursOfLarge.push(await send(large, `large-${round}.zip`));
    }
    const floor = peers.length > 0 ? { what: 'zip -r, aws s3 cp', measured: median(peers) } : undefined;
    if (!floor) console.log('zip or aws is not installed: packaging is measured without its peer.');
    const atMost = { measured: mostResident };
    const resident = median(ours.map((one) => one.resident));
    return [
      {
        what: 'package and upload 25,000 files',
        measured: median(ours.map(({ ms }) => ms)),
        unit: 'ms',
        floor,
        atMost: { ratio: 0.5 },
      },
      { what: 'resident at most meanwhile', measured: resident, unit: 'MB', atMost },
      {
        what: 'resident at most for 100,000 files',
        measured: median(oursOfLarge.map((one) => one.resident)),
        unit: 'MB',
        floor: { what: 'for 25,000 files', measured: resident },
        atMost,
      },
    ];
  } finally {
    await local.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const peer =
  'rm -f ../peer.zip && zip -qr ../peer.zip . && aws s3 cp --quiet ../peer.zip s3://bench/peer.zip';

interface Packaged {
  readonly ms: number;
  /** The most MB that were. */
  readonly resident: number;
}

/** A step of the built Action that packages and uploads. */
async function packageOnce(main: string, env: Env): Promise<Packaged> {
  const tell = `import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => console.log('resident', process.resourceUsage().maxRSS));`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const inputs = { INPUT_PIPELINE: 'bench', INPUT_START: 'false' };
  const { ms, output } = await run(process.execPath, ['--import', preload, main], {
    env: { ...env, ...inputs },
  });
  const kibibytes = /^resident (\d+)$/m.exec(output)?.[1];
  if (!kibibytes || !output.includes('uploaded as')) throw new Error(`Nothing was uploaded:\n${output}`);
  return { ms, resident: (Number(kibibytes) * 1024) / 1e6 };
}

/** A pipeline whose source is a versioned bucket, and the environment in which the SDK and `aws` reach it. */
async function prepareAws(endpoint: string) {
  const credentials = { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' };
  const region = 'us-east-1';
  const [Bucket, name] = ['bench', 'bench'];
  const s3 = new S3Client({ region, endpoint, credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  s3.destroy();
  const pipelines = new CodePipelineClient({ region, endpoint, credentials });
  await pipelines.send(new CreatePipelineCommand({ pipeline: { ...pipeline, name } }));
  pipelines.destroy();
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

/** Each round gives a key of its own: what is there already would not be sent again. */
const source = { S3Bucket: 'bench', S3ObjectKey: 'app.zip', AllowOverrideForS3ObjectKey: 'true' };

const pipeline = {
  pipelineType: 'V2' as const,
  roleArn: 'arn:aws:iam::123456789012:role/bench',
  artifactStore: { type: 'S3' as const, location: 'bench' },
  stages: [
    {
      name: 'Source',
      actions: [
        {
          name: 'Upload',
          actionTypeId: { category: 'Source' as const, owner: 'AWS' as const, provider: 'S3', version: '1' },
          configuration: { ...source, PollForSourceChanges: 'false' },
          outputArtifacts: [{ name: 'App' }],
        },
      ],
    },
    {
      name: 'Gate',
      actions: [
        {
          name: 'Approve',
          actionTypeId: {
            category: 'Approval' as const,
            owner: 'AWS' as const,
            provider: 'Manual',
            version: '1',
          },
        },
      ],
    },
  ],
};

function hasPeer(): boolean {
  return ['zip', 'aws'].every((tool) => !spawnSync(tool, ['--version'], { stdio: 'ignore' }).error);
}

/** How long it takes and what it prints. Asynchronous, since the local AWS runs in this process. */
async function run(command: string, args: string[], options: { env: Env; cwd?: string }) {
  const start = performance.now();
  const { stdout: output } = await promisify(execFile)(command, args, options);
  return { ms: performance.now() - start, output };
}

const words = 'const import from export function return await async of new class null string type'.split(' ');

/** Text that shrinks as source code does, and a tenth of noise as images are; the same each time. */
function writeTree(root: string): void {
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  for (let i = 0; i < files; i++) {
    const folder = join(root, `d${i % folders}`);
    if (i < folders) mkdirSync(folder, { recursive: true });
    const size = Math.floor(2000 + random() * 16_800);
    const noise = i % 10 === 0;
    const parts: string[] = [];
    for (let length = 0; length < size; length += parts.at(-1)!.length) {
      const odd = noise || random() < 0.2 ? Math.floor(random() * 1e9).toString(36) : '';
      parts.push(noise ? odd : `${words[Math.floor(random() * words.length)]}${odd} `);
    }
    writeFileSync(join(folder, `f${i}`), parts.join('').slice(0, size));
  }
}

/** The same tree several times over, as hard links, which take neither time nor room. */
function linkTimes(times: number, tree: string, target: string): void {
  for (let copy = 0; copy < times; copy++) {
    for (let i = 0; i < files; i++) {
      const [folder, file] = [`d${i % folders}`, `f${i}`];
      if (i < folders) mkdirSync(join(target, `copy${copy}`, folder), { recursive: true });
      linkSync(join(tree, folder, file), join(target, `copy${copy}`, folder, file));
    }
  }
}
