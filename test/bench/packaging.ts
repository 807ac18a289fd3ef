import { execFile, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startAws } from '../../local/aws/server.ts';
import { type Figure, median } from './measure.ts';

const files = 25_000;
const folders = 250;
const rounds = 3;

/**
 * A tree of 25,000 files and 260 MB to S3: ours, and `zip -r` then `aws s3 cp`, in turns against the local AWS;
 * and what is resident meanwhile, also for four times the tree.
 */
export async function packaging(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
  const local = await startAws({ log: () => {} });
  try {
    const [tree, large] = [join(folder, 'tree'), join(folder, 'large')];
    writeTree(tree);
    linkTimes(4, tree, large);
    const env = await bucketEnvironment(local.endpoint);
    const own = async (source: string) => {
      const script = join(import.meta.dirname, 'package-once.ts');
      return Number(await run(process.execPath, [script, source, join(folder, 'own.zip')], { env })) / 1024;
    };
    const peer =
      'rm -f ../peer.zip && zip -qr ../peer.zip . && aws s3 cp --quiet ../peer.zip s3://bench/peer.zip';
    const [ours, peers, memory]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      memory.push(await own(tree));
      ours.push(performance.now() - start);
      if (!hasPeer()) continue;
      const begun = performance.now();
      await run('sh', ['-c', peer], { env, cwd: tree });
      peers.push(performance.now() - begun);
    }
    const floor = peers.length > 0 ? { what: 'zip -r, aws s3 cp', measured: median(peers) } : undefined;
    if (!floor) console.log('zip or aws is not installed: packaging is measured without its peer.');
    const resident = median(memory);
    return [
      { what: 'package and upload 25,000 files', measured: median(ours), unit: 'ms', floor },
      { what: 'resident at most meanwhile', measured: resident, unit: 'MiB' },
      {
        what: 'resident at most for 100,000 files',
        measured: await own(large),
        unit: 'MiB',
        floor: { what: 'for 25,000 files', measured: resident },
      },
    ];
  } finally {
    await local.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A bucket, and the environment in which the SDK and the `aws` command reach it. */
async function bucketEnvironment(endpoint: string) {
  const credentials = { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' };
  const region = 'us-east-1';
  const s3 = new S3Client({ region, endpoint, credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'bench' }));
  s3.destroy();
  return {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

function hasPeer(): boolean {
  return ['zip', 'aws'].every((tool) => !spawnSync(tool, ['--version'], { stdio: 'ignore' }).error);
}

/** What it prints. Asynchronous, since the local AWS runs in this process. */
async function run(
  command: string,
  args: string[],
  options: { env: Record<string, string | undefined>; cwd?: string },
): Promise<string> {
  return (await promisify(execFile)(command, args, options)).stdout;
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
