import { randomBytes } from 'node:crypto';
import type {
  CompleteMultipartUploadOutput,
  ServerSideEncryption,
  StorageClass,
  Tag,
} from '@aws-sdk/client-s3';
import { AwsError } from '../../define.ts';
import type { Blob } from './blobs.ts';
import type { Algorithm, Checksum } from './checksum.ts';

/** What an upload says of its object, beside the bytes. */
export interface ObjectHeaders {
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly expires?: Date | undefined;
}

/** How an upload wants its object stored. */
export interface Storage {
  readonly storageClass?: StorageClass | undefined;
  readonly encryption?: ServerSideEncryption | undefined;
  readonly kmsKey?: string | undefined;
  readonly bucketKey?: boolean | undefined;
}

interface Version {
  readonly key: string;
  /** `null`, as S3 names it, for what was written while the bucket was not versioned. */
  readonly versionId: string;
  /** Epoch milliseconds. */
  readonly modified: number;
}

export interface StoredObject extends Version {
  readonly kind: 'object';
  readonly blob: Blob;
  /** Without quotes. */
  readonly etag: string;
  readonly headers: ObjectHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum: Checksum | undefined;
  /** The sizes of the parts of a multipart upload, in order. */
  readonly parts: readonly number[] | undefined;
  readonly storage?: Storage | undefined;
  tags: ReadonlyMap<string, string>;
}

// One for all objects that have none: there are many.
export const noTags: ReadonlyMap<string, string> = new Map();
export const noHeaders: ObjectHeaders = {};
export const noMetadata: Readonly<Record<string, string>> = {};

export interface DeleteMarker extends Version {
  readonly kind: 'delete marker';
}

export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly started: number;
  readonly headers: ObjectHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags?: ReadonlyMap<string, string> | undefined;
  readonly storage?: Storage | undefined;
  readonly checksum: { readonly algorithm: Algorithm; readonly type: Checksum['type'] } | undefined;
  readonly parts: Map<number, { readonly blob: Blob; readonly modified: number }>;
}

export type Completion = Omit<CompleteMultipartUploadOutput, '$metadata'>;

export interface BucketSnapshot
  extends Pick<Bucket, 'name' | 'created' | 'uploads' | 'versioning' | 'eventBridge' | 'settings' | 'tags'> {
  readonly versions: ReadonlyMap<string, (StoredObject | DeleteMarker)[]>;
}

/** One bucket: for each key its versions, newest first. */
export class Bucket {
  readonly name: string;
  readonly created: number;
  readonly uploads = new Map<string, Upload>();
  /** What completing an upload answered: a client that missed the answer completes it again. */
  readonly completed = new Map<string, { readonly key: string; readonly answer: Promise<Completion> }>();
  versioning: 'Enabled' | 'Suspended' | undefined;
  /** Whether its events go to EventBridge. */
  eventBridge = false;
  /** What is kept and told but changes nothing. */
  readonly settings = new Map<string, object>();
  tags: readonly Tag[] = [];
  readonly #versions = new Map<string, (StoredObject | DeleteMarker)[]>();
  #sorted: readonly string[] | undefined;

  constructor(name: string, created: number) {
    this.name = name;
    this.created = created;
  }

  snapshot(): BucketSnapshot {
    const { name, created, uploads, versioning, eventBridge, settings, tags } = this;
    return { name, created, uploads, versioning, eventBridge, settings, tags, versions: this.#versions };
  }

  restore({ uploads, versioning, eventBridge, settings, tags, versions }: BucketSnapshot): void {
    this.tags = tags;
    this.versioning = versioning;
    this.eventBridge = eventBridge;
    for (const [name, setting] of settings) this.settings.set(name, setting);
    for (const [id, upload] of uploads) this.uploads.set(id, upload);
    for (const [key, list] of versions) this.#versions.set(key, list);
  }

  /** Every blob that an object or a part of an upload is in. */
  *blobs(): Iterable<Blob> {
    for (const versions of this.#versions.values())
      for (const version of versions) if (version.kind === 'object') yield version.blob;
    for (const { parts } of this.uploads.values()) for (const { blob } of parts.values()) yield blob;
  }

  get isEmpty(): boolean {
    return this.#versions.size === 0;
  }

  /** All keys that have a version, in the order of their UTF-8 bytes. */
  keys(): readonly string[] {
    this.#sorted ??= [...this.#versions.keys()].sort((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    );
    return this.#sorted;
  }

  versions(key: string): readonly (StoredObject | DeleteMarker)[] {
    return this.#versions.get(key) ?? [];
  }

  /** What a plain read sees. */
  current(key: string): StoredObject | undefined {
    const [latest] = this.versions(key);
    return latest?.kind === 'object' ? latest : undefined;
  }

  nextVersionId(): string {
    return this.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
  }

  /** Adds a version as the newest; answers the one that it replaces. */
  add(version: StoredObject | DeleteMarker): StoredObject | DeleteMarker | undefined {
    const replaced = version.versionId === 'null' ? this.remove(version.key, 'null') : undefined;
    if (!this.#versions.has(version.key)) this.#sorted = undefined;
    this.#versions.set(version.key, [version, ...this.versions(version.key)]);
    return replaced;
  }

  remove(key: string, versionId: string): StoredObject | DeleteMarker | undefined {
    const found = this.versions(key).find((version) => version.versionId === versionId);
    const left = this.versions(key).filter((version) => version !== found);
    if (left.length > 0) this.#versions.set(key, left);
    else if (this.#versions.delete(key)) this.#sorted = undefined;
    return found;
  }

  upload(key: string, id: string | undefined): Upload {
    const upload = this.uploads.get(id ?? '');
    if (upload?.key === key) return upload;
    const message =
      'The specified upload does not exist. The upload ID may be invalid, or it may have ended.';
    throw new AwsError('NoSuchUpload', message, { status: 404, fields: { UploadId: id ?? '' } });
  }
}
