import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Aws, AwsError } from '../../define.ts';
import { type Blob, Blobs } from './blobs.ts';
import {
  Bucket,
  type BucketSnapshot,
  type DeleteMarker,
  noHeaders,
  noMetadata,
  noTags,
  type ObjectHeaders,
  type Storage,
  type StoredObject,
} from './bucket.ts';
import type { Checksum } from './checksum.ts';

export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
  /** The newest, where it is not given. */
  readonly versionId?: string | undefined;
}

export interface ObjectDescription {
  /** `null`, as S3 names it, in a bucket without versions. */
  readonly versionId: string;
  /** Without quotes. */
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly modified: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly contentType: string | undefined;
}

export interface ObjectCreated extends ObjectDescription {
  readonly bucket: string;
  readonly key: string;
  readonly reason: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';
}

/** What is added to a bucket once its bytes are in a file. */
export interface NewObject {
  readonly key: string;
  readonly blob: Blob;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly headers?: ObjectHeaders;
  readonly checksum?: Checksum | undefined;
  readonly etag?: string;
  readonly parts?: readonly number[];
  readonly tags?: ReadonlyMap<string, string>;
  readonly storage?: Storage;
}

/** The buckets and objects of S3, for its own operations and, in process, for other services. */
export class ObjectStore {
  readonly aws: Aws;
  readonly blobs: Blobs;
  readonly #buckets = new Map<string, Bucket>();
  readonly #listeners = new Set<(object: ObjectCreated) => void>();

  constructor(aws: Aws) {
    this.aws = aws;
    this.blobs = new Blobs(join(aws.data ?? aws.scratch, 's3'), { kept: aws.data !== undefined });
  }

  snapshot(): { buckets: BucketSnapshot[] } {
    this.blobs.forget();
    return { buckets: this.buckets().map((bucket) => bucket.snapshot()) };
  }

  restore({ buckets }: { buckets: readonly BucketSnapshot[] }): undefined {
    for (const snapshot of buckets) {
      const bucket = new Bucket(snapshot.name, snapshot.created);
      bucket.restore(snapshot);
      this.#buckets.set(bucket.name, bucket);
    }
    this.blobs.keepOnly(this.buckets().flatMap((bucket) => [...bucket.blobs()]));
  }

  buckets(): readonly Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket) return bucket;
    const answer = { status: 404, fields: { BucketName: name } };
    throw new AwsError('NoSuchBucket', `The specified bucket does not exist: ${name}`, answer);
  }

  /** Makes a bucket; one that is there already stays as it is and is answered by an error, as in AWS. */
  createBucket(name: string, options: { versioned?: boolean } = {}): Bucket {
    if (!/^(?!xn--)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
      throw new AwsError('InvalidBucketName', `The specified bucket is not valid: ${name}`);
    if (this.#buckets.has(name))
      throw new AwsError(
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded.',
        { status: 409, fields: { BucketName: name } },
      );
    const bucket = new Bucket(name, this.aws.clock.now());
    if (options.versioned) bucket.versioning = 'Enabled';
    this.#buckets.set(name, bucket);
    return bucket;
  }

  deleteBucket(name: string): void {
    if (!this.bucket(name).isEmpty)
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', {
        status: 409,
        fields: { BucketName: name },
      });
    this.#buckets.delete(name);
  }

  /** Stores an object as `PutObject` does. A string is its UTF-8 bytes. */
  async put(object: {
    bucket: string;
    key: string;
    body: Readable | Uint8Array | string;
    metadata?: Readonly<Record<string, string>>;
    contentType?: string;
  }): Promise<ObjectDescription> {
    const { key, metadata, contentType } = object;
    const bucket = this.bucket(object.bucket);
    const body = typeof object.body === 'string' ? Buffer.from(object.body) : object.body;
    const blob = await this.blobs.write(body);
    return describe(
      await this.add(
        bucket,
        { key, blob, metadata, ...(contentType !== undefined && { headers: { contentType } }) },
        'PutObject',
      ),
    );
  }

  /** The object and its bytes as a stream, which must be read or destroyed. */
  async get(address: ObjectAddress): Promise<ObjectDescription & { readonly body: Readable }> {
    const object = this.find(address);
    return { ...describe(object), body: await this.blobs.read(object.blob) };
  }

  /** All the bytes at once: for what is known to be small. */
  async read(address: ObjectAddress): Promise<Buffer> {
    return buffer((await this.get(address)).body);
  }

  head(address: ObjectAddress): ObjectDescription {
    return describe(this.find(address));
  }

  /** The version that an address names, or the errors that S3 answers with. */
  find({ bucket: name, key, versionId }: ObjectAddress): StoredObject {
    const bucket = this.bucket(name);
    const found = versionId
      ? bucket.versions(key).find((version) => version.versionId === versionId)
      : bucket.versions(key)[0];
    if (found?.kind === 'object') return found;
    if (found && versionId)
      throw new AwsError(
        'MethodNotAllowed',
        'The specified method is not allowed against this resource.',
        405,
      );
    if (versionId)
      throw new AwsError('NoSuchVersion', 'The specified version does not exist.', {
        status: 404,
        fields: { Key: key, VersionId: versionId },
      });
    throw new AwsError('NoSuchKey', `The specified key does not exist: ${key}`, {
      status: 404,
      fields: { Key: key },
    });
  }

  /** Adds an object whose bytes are in a file already, and tells who listens. */
  async add(bucket: Bucket, object: NewObject, reason: ObjectCreated['reason']): Promise<StoredObject> {
    const stored: StoredObject = {
      kind: 'object',
      headers: noHeaders,
      checksum: undefined,
      parts: undefined,
      tags: noTags,
      etag: object.blob.md5,
      ...object,
      metadata: object.metadata ?? noMetadata,
      versionId: bucket.nextVersionId(),
      modified: this.aws.clock.now(),
    };
    await this.#forget(bucket.add(stored));
    this.#created({ ...describe(stored), bucket: bucket.name, key: stored.key, reason });
    return stored;
  }

  /** Deletes a version for good, or hides the object behind a delete marker where the bucket keeps versions. */
  async delete({
    bucket: name,
    key,
    versionId,
  }: ObjectAddress): Promise<DeleteMarker | StoredObject | undefined> {
    const bucket = this.bucket(name);
    const marker: DeleteMarker = {
      kind: 'delete marker',
      key,
      versionId: bucket.nextVersionId(),
      modified: this.aws.clock.now(),
    };
    if (!versionId && bucket.versioning) {
      await this.#forget(bucket.add(marker));
      this.#emit(bucket, 'Object Deleted', { key, 'version-id': marker.versionId }, 'DeleteObject');
      return marker;
    }
    const removed = bucket.remove(key, versionId ?? 'null');
    await this.#forget(removed);
    if (removed)
      this.#emit(bucket, 'Object Deleted', { key, 'version-id': removed.versionId }, 'DeleteObject');
    return versionId ? removed : undefined;
  }

  /** Hears of every object that is made in any bucket; the returned function stops it. */
  onObjectCreated(listener: (object: ObjectCreated) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #forget(version: StoredObject | DeleteMarker | undefined): Promise<void> {
    if (version?.kind === 'object') await this.blobs.remove(version.blob);
  }

  #created(object: ObjectCreated): void {
    for (const listener of this.#listeners) listener(object);
    const { key, size, etag, versionId } = object;
    const version = versionId === 'null' ? {} : { 'version-id': versionId };
    this.#emit(this.bucket(object.bucket), 'Object Created', { key, size, etag, ...version }, object.reason);
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
  #emit(bucket: Bucket, detailType: string, object: Record<string, unknown>, reason: string): void {
    if (!bucket.eventBridge) return;
    const sequencer = this.aws.clock.now().toString(16).toUpperCase().padStart(18, '0');
    this.aws.emit({
      source: 'aws.s3',
      detailType,
      resources: [`arn:aws:s3:::${bucket.name}`],
      detail: {
        version: '0',
        bucket: { name: bucket.name },
        object: { ...object, sequencer },
        'request-id': this.aws.uuid().slice(0, 16).toUpperCase(),
        requester: this.aws.account,
        'source-ip-address': '127.0.0.1',
        reason,
      },
    });
  }
}

function describe({ versionId, etag, blob, modified, metadata, headers }: StoredObject): ObjectDescription {
  return { versionId, etag, size: blob.size, modified, metadata, contentType: headers.contentType };
}
