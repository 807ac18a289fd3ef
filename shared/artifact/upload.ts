import { isDenied } from '../aws/errors.ts';
import type { CopyRequest, ObjectStore, StoredObject } from '../aws/uploads.ts';
import { UserError } from '../errors.ts';
import { changeToMetadata } from '../run/change.ts';
import type { Change } from '../run/model.ts';

export interface UploadRequest {
  readonly bucket: string;
  readonly key: string;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal SHA-256 of the file. */
  readonly hash: string;
  readonly change: Change;
  /** As `PutRequest.kmsKey`. */
  readonly kmsKey?: string;
  readonly signal?: AbortSignal;
}

export interface Uploaded {
  readonly version: string;
  readonly etag: string | undefined;
  /** Whether the newest version was this very artifact already, so that nothing was sent. */
  readonly reused: boolean;
  /** Whether its bytes were there already, for another change, so that only what it carries was sent. */
  readonly copied: boolean;
}

const hashName = 'drawbridge-sha256';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html (S3 source artifacts) */
const largest = 5 * 1024 ** 3;

/**
 * Puts an artifact where the pipeline's S3 source reads it, with the change it carries as metadata. The same
 * content is not sent again. For the same commit the newest version is taken as it is; another commit is another
 * change, and its run must say so: a version of its own is made of the same bytes within S3.
 *
 * @throws UserError before anything is sent, when the artifact is too large or the bucket keeps no versions.
 */
export async function upload(store: ObjectStore, request: UploadRequest): Promise<Uploaded> {
  const { bucket, key, file, size, hash, change, kmsKey, signal } = request;
  refuseTooLarge(size);
  if ((await store.isVersioned(bucket)) === false) throw new UserError(unversioned(bucket));

  const metadata = { ...changeToMetadata(change), [hashName]: hash };
  const newest = await store.head(bucket, key);
  if (newest?.version && isSame(newest.metadata, metadata)) {
    return { version: newest.version, etag: newest.etag, reused: true, copied: false };
  }

  const written = { bucket, key, metadata, kmsKey, signal };
  const from = newest?.metadata[hashName] === hash ? newest.version : undefined;
  const copy = from === undefined ? undefined : await copied(store, { ...written, version: from });
  const { version, etag } = copy ?? (await store.put({ ...written, file, size }));
  if (!version) throw new UserError(unversioned(bucket));
  return { version, etag, reused: false, copied: copy !== undefined };
}

/** Undefined where the credentials may write the object, and not read it. */
async function copied(store: ObjectStore, request: CopyRequest): Promise<StoredObject | undefined> {
  try {
    return await store.copy(request);
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

/** @throws UserError for more bytes than an S3 source takes. */
export function refuseTooLarge(size: number): void {
  if (size <= largest) return;
  const gibibytes = (size / 1024 ** 3).toFixed(1);
  throw new UserError(
    `The artifact has ${gibibytes} GiB, and an S3 source of CodePipeline takes 5 at most: put less into it.`,
  );
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const decisive = [hashName, 'drawbridge-repository', 'drawbridge-commit', 'drawbridge-ref'];
  return decisive.every((name) => a[name] === b[name]);
}

function unversioned(bucket: string): string {
  return `The bucket ${bucket} keeps no versions, which an S3 source needs: turn them on with \`aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled\`.`;
}
