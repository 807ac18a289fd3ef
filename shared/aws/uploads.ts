import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  CopyObjectCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { AwsClients } from './clients.ts';
import { explaining, hasCode, isDenied, isNotFound } from './errors.ts';

/** Versioned S3 objects, as an artifact is put there. Every method may throw a `UserError`. */
export interface ObjectStore {
  /** Whether new objects get versions; undefined where the credentials may not ask. */
  isVersioned(bucket: string): Promise<boolean | undefined>;
  /** Whether EventBridge is told of new objects; undefined where the credentials may not ask. */
  tellsEventBridge(bucket: string): Promise<boolean | undefined>;
  /** The newest version; undefined where there is none, or where the credentials may not ask. */
  head(bucket: string, key: string): Promise<StoredObject | undefined>;
  put(request: PutRequest): Promise<StoredObject>;
  /** Makes a version of the object into its newest one, with other metadata; its bytes stay in S3. */
  copy(request: CopyRequest): Promise<StoredObject>;
}

export interface StoredObject {
  /** Undefined in a bucket without versioning. */
  readonly version: string | undefined;
  /** Without its quotes. */
  readonly etag: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
}

interface WriteRequest {
  readonly bucket: string;
  readonly key: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** The id, ARN or alias of the KMS key to encrypt with; the bucket's own settings hold without it. */
  readonly kmsKey?: string;
  readonly signal?: AbortSignal;
}

export interface PutRequest extends WriteRequest {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

export interface CopyRequest extends WriteRequest {
  readonly version: string;
}

/** From here on in parts, several at a time: one that fails is sent again without the others. */
const multipartFrom = 16 * 1024 * 1024;
// The least that S3 takes: parts under way are what an upload needs memory for.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
const partSize = 5 * 1024 * 1024;
const partsAtOnce = 4;
// Much less than a part: the uploader joins what it has read, and copies whatever exceeds the part anew.
const readSize = 256 * 1024;

/** Importing this file loads the SDK's S3 package: where start-up time counts, import it when it is needed. */
export function createObjectStore(clients: Pick<AwsClients, 's3'>, region: string): ObjectStore {
  return {
    async isVersioned(bucket) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new GetBucketVersioningCommand({ Bucket: bucket }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && answer.Status === 'Enabled';
    },

    async tellsEventBridge(bucket) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucket }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && answer.EventBridgeConfiguration !== undefined;
    },

    async head(bucket, key) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && stored(answer, answer.Metadata ?? {});
    },

    async put(request) {
      const s3 = await clients.s3();
      const { bucket, file, size, metadata, signal } = request;
      const params = paramsOf(request);
      return explaining({ region, bucket, needs: permissionOf(request) }, async () => {
        if (size < multipartFrom) {
          const command = new PutObjectCommand({ ...params, Body: await readFile(file) });
          return stored(await s3.send(command, { abortSignal: signal }), metadata);
        }
        const { Upload } = await import('./sdk/upload.ts');
        const body = createReadStream(file, { highWaterMark: readSize, signal });
        const options = { params: { ...params, Body: body }, partSize, queueSize: partsAtOnce };
        return stored(await new Upload({ client: s3, ...options }).done(), metadata);
      });
    },

    async copy(request) {
      const s3 = await clients.s3();
      const { bucket, key, version, metadata, signal } = request;
      const CopySource = `${bucket}/${encodeURIComponent(key)}?versionId=${encodeURIComponent(version)}`;
      const command = new CopyObjectCommand({
        ...paramsOf(request),
        CopySource,
        MetadataDirective: 'REPLACE',
      });
      return explaining({ region, bucket, needs: permissionOf(request) }, async () => {
        const { CopyObjectResult, VersionId } = await s3.send(command, { abortSignal: signal });
        return stored({ VersionId, ETag: CopyObjectResult?.ETag }, metadata);
      });
    },
  };
}

function permissionOf({ bucket, key }: WriteRequest): string {
  return `s3:PutObject on arn:aws:s3:::${bucket}/${key}`;
}

function paramsOf({ bucket, key, metadata, kmsKey }: WriteRequest) {
  return {
    Bucket: bucket,
    Key: key,
    Metadata: { ...metadata },
    ContentType: 'application/zip',
    ...(kmsKey && { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: kmsKey }),
  };
}

async function unlessDenied<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    // A HEAD has no body to name the error, so a missing object and a missing permission look alike.
    if (isDenied(error) || (isNotFound(error) && !hasCode(error, 'NoSuchBucket'))) return undefined;
    throw error;
  }
}

function stored(
  answer: { VersionId?: string; ETag?: string },
  metadata: Readonly<Record<string, string>>,
): StoredObject {
  // A bucket whose versioning is suspended answers with the word `null`.
  const version = answer.VersionId === 'null' ? undefined : answer.VersionId;
  return { version, etag: answer.ETag?.replaceAll('"', ''), metadata };
}
