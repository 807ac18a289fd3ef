import { extname, posix } from 'node:path';
import { readZip, ZipError } from '../../../unzip.ts';
import s3 from '../../s3/service.ts';
import { type ActionContext, ActionFailure, defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html */
export default defineActionRunner({
  category: 'Deploy',
  provider: 'S3',
  async run(context) {
    const { aws, configuration, inputs, log } = context;
    const bucket = configuration.BucketName ?? '';
    const input = inputs[0];
    if (!input) throw new ActionFailure('ConfigurationError', 'There is no input artifact');
    if (configuration.CannedACL) log('CannedACL has no effect: the local S3 has no access control');
    const zip = await aws.use(s3).read(input);
    const key = keyOf(context);
    if (configuration.Extract === 'true') await extract(context, { bucket, folder: key, zip });
    else await put(context, { bucket, key, body: zip });
    const summary =
      configuration.Extract === 'true' ? 'Deployment Succeeded' : `Deployed to s3://${bucket}/${key}`;
    return { status: 'Succeeded', summary, externalExecutionId: aws.uuid() };
  },
});

/** The object's key, or the folder to extract into. */
function keyOf({ aws, configuration }: ActionContext): string {
  const datetime = new Date(aws.clock.now())
    .toISOString()
    .replace(/\..*$/, '')
    .replace('T', '_')
    .replaceAll(':', '-');
  return (configuration.ObjectKey ?? '')
    .replaceAll('{datetime}', datetime)
    .replaceAll('{uuid}', () => aws.uuid());
}

/** How many bytes an artifact may hold once it is extracted: what it says of itself, and no more is read. */
const largestContent = 1024 ** 3;

/** One file after the other, so that only one is in memory; none before all their names are known to be safe. */
async function extract(
  context: ActionContext,
  { bucket, folder, zip }: { bucket: string; folder: string; zip: Buffer },
): Promise<void> {
  try {
    const files = readZip(zip).filter((entry) => entry.kind === 'file');
    const size = files.reduce((sum, entry) => sum + entry.size, 0);
    if (size > largestContent)
      throw new ActionFailure(
        'JobFailed',
        `The artifact holds ${size} bytes once it is extracted, more than 1 GiB`,
      );
    const keys = files.map((entry) => posix.join(folder, safeName(entry.name)));
    for (const [index, entry] of files.entries())
      await put(context, { bucket, key: keys[index] ?? '', body: await entry.read() });
  } catch (error) {
    if (error instanceof ZipError) throw new ActionFailure('JobFailed', error.message);
    throw error;
  }
}

function safeName(name: string): string {
  if (name.split('/').includes('..'))
    throw new ActionFailure('JobFailed', `The artifact holds a name that climbs out of its folder: ${name}`);
  return name;
}

async function put(
  { aws, configuration }: ActionContext,
  { bucket, key, body }: { bucket: string; key: string; body: Buffer },
): Promise<void> {
  const store = aws.use(s3);
  const headers = {
    contentType: contentTypes[extname(key).toLowerCase()] ?? 'application/octet-stream',
    cacheControl: configuration.CacheControl,
  };
  const to = store.bucket(bucket);
  await store.add(to, { key, blob: await store.blobs.write(body), headers }, 'PutObject');
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};
