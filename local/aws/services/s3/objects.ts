import { AwsError, type Call, type Operations } from '../../define.ts';
import type { ObjectHeaders, StoredObject } from './bucket.ts';
import { checkRead, checkWrite, parseRange, preconditionFailed } from './conditions.ts';
import { encryptionMembers, storageMembers, storageOf } from './storage.ts';
import type { ObjectStore } from './store.ts';
import { parseTagging } from './tagging.ts';
import { checksumMembers, parseCopySource, receive } from './uploading.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** Reading, writing, copying and deleting one object. */
export const objectOperations: Operations<S3, ObjectStore> = {
  async PutObject(store, input, call) {
    const bucket = store.bucket(input.Bucket!);
    const key = checkKey(input.Key!);
    const metadata = checkMetadata(input.Metadata);
    const [tags, storage] = [parseTagging(input.Tagging), storageOf(input)];
    const { blob, checksum } = await receive(store.blobs, input, call);
    await checkWriteOr(() => store.blobs.remove(blob), input, bucket.current(key));
    const headers = objectHeaders(input, call);
    const described = { metadata, headers, tags, storage };
    const object = await store.add(bucket, { key, blob, checksum, ...described }, 'PutObject');
    return {
      ETag: quote(object.etag),
      ...checksumMembers(checksum),
      ...versionMember(object.versionId),
      ...encryptionMembers(object.storage),
    };
  },

  async GetObject(store, input) {
    const object = store.find(address(input));
    checkRead(input, validators(object));
    const range = rangeOf(object, input);
    const overrides = {
      ContentType: input.ResponseContentType,
      ContentDisposition: input.ResponseContentDisposition,
      ContentEncoding: input.ResponseContentEncoding,
      ContentLanguage: input.ResponseContentLanguage,
      CacheControl: input.ResponseCacheControl,
      Expires: input.ResponseExpires,
    };
    const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
    return {
      ...readMembers(object, range),
      ...partsCount(object, input),
      // A checksum is of the whole object: with a part of it, clients would compare it with the wrong bytes.
      ...(input.ChecksumMode === 'ENABLED' && !range ? checksumMembers(object.checksum) : {}),
      ...given,
      Body: (await store.blobs.read(object.blob, range)) as never,
    };
  },

  HeadObject(store, input) {
    const object = store.find(address(input));
    checkRead(input, validators(object));
    const range = rangeOf(object, input);
    const checksum = input.ChecksumMode === 'ENABLED' && !range ? checksumMembers(object.checksum) : {};
    return { ...readMembers(object, range), ...partsCount(object, input), ...checksum };
  },

  async DeleteObject(store, input) {
    checkDelete(store, input, input.IfMatch);
    const deleted = await store.delete(address(input));
    return deleted
      ? { ...versionMember(deleted.versionId), DeleteMarker: deleted.kind === 'delete marker' }
      : {};
  },

  async DeleteObjects(store, input) {
    const objects = input.Delete?.Objects ?? [];
    if (objects.length === 0 || objects.length > 1000)
      throw new AwsError('MalformedXML', 'A Delete request names 1 to 1000 objects.');
    const Deleted = [];
    const Errors = [];
    for (const { Key = '', VersionId, ETag } of objects) {
      try {
        checkDelete(store, { Bucket: input.Bucket, Key }, ETag);
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        Errors.push({ Key, VersionId, Code: error.code, Message: error.message });
        continue;
      }
      const deleted = await store.delete({ bucket: input.Bucket!, key: Key, versionId: VersionId });
      const marker =
        deleted?.kind === 'delete marker'
          ? { DeleteMarker: true, DeleteMarkerVersionId: deleted.versionId }
          : {};
      Deleted.push({ Key, ...(VersionId ? { VersionId } : {}), ...marker });
    }
    return input.Delete?.Quiet ? { Errors } : { Deleted, Errors };
  },

  async CopyObject(store, input, call) {
    const bucket = store.bucket(input.Bucket!);
    const key = checkKey(input.Key!);
    const source = parseCopySource(input.CopySource!);
    const from = store.find(source);
    checkCopy(input, from);
    const replace = input.MetadataDirective === 'REPLACE';
    const tags = input.TaggingDirective === 'REPLACE' ? parseTagging(input.Tagging) : from.tags;
    const storage = storageOf(input);
    const isChanged = replace || Object.values(storage).some((value) => value !== undefined);
    if (!isChanged && !source.versionId && source.bucket === bucket.name && source.key === key)
      throw new AwsError(
        'InvalidRequest',
        'This copy request is illegal: it copies an object to itself unchanged.',
      );
    const described = replace
      ? { metadata: checkMetadata(input.Metadata), headers: objectHeaders(input, call) }
      : { metadata: from.metadata, headers: from.headers };
    const blob = await store.blobs.copy(from.blob);
    const checksum = from.checksum?.type === 'FULL_OBJECT' ? from.checksum : undefined;
    const object = await store.add(
      bucket,
      { key, blob, checksum, tags, storage, ...described },
      'CopyObject',
    );
    return {
      CopyObjectResult: {
        ETag: quote(object.etag),
        LastModified: new Date(object.modified),
        ...checksumMembers(checksum),
      },
      ...versionMember(object.versionId),
      ...(from.versionId === 'null' ? {} : { CopySourceVersionId: from.versionId }),
      ...encryptionMembers(object.storage),
    };
  },
};

export function quote(etag: string): string {
  return `"${etag}"`;
}

/** A version id, which a bucket without versions does not tell. */
export function versionMember(versionId: string): { VersionId?: string } {
  return versionId === 'null' ? {} : { VersionId: versionId };
}

export function checkKey(key: string): string {
  if (Buffer.byteLength(key) <= 1024) return key;
  const fields = { Size: String(Buffer.byteLength(key)), MaxSizeAllowed: '1024' };
  throw new AwsError('KeyTooLongError', 'Your key is too long', { fields });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
export function checkMetadata(metadata: Record<string, string> = {}): Record<string, string> {
  if (Buffer.byteLength(Object.entries(metadata).flat().join('')) <= 2048) return metadata;
  throw new AwsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
}

interface HeaderMembers {
  readonly ContentType?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly Expires?: Date | undefined;
}

export function objectHeaders(input: HeaderMembers, call: Call): ObjectHeaders {
  // `aws-chunked` is how the body travels, not what the object is.
  const encoding = input.ContentEncoding?.split(',').filter((name) => name.trim() !== 'aws-chunked');
  return {
    contentType: input.ContentType ?? call.headers['content-type'],
    cacheControl: input.CacheControl,
    contentDisposition: input.ContentDisposition,
    contentEncoding: encoding?.join(',').trim() || undefined,
    contentLanguage: input.ContentLanguage,
    expires: input.Expires,
  };
}

export function checkCopy(
  input: {
    CopySourceIfMatch?: string | undefined;
    CopySourceIfNoneMatch?: string | undefined;
    CopySourceIfModifiedSince?: Date | undefined;
    CopySourceIfUnmodifiedSince?: Date | undefined;
  },
  from: StoredObject,
): void {
  const conditions = {
    IfMatch: input.CopySourceIfMatch,
    IfNoneMatch: input.CopySourceIfNoneMatch,
    IfModifiedSince: input.CopySourceIfModifiedSince,
    IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
  };
  try {
    checkRead(conditions, validators(from));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const refused = input.CopySourceIfNoneMatch === undefined ? 'If-Modified-Since' : 'If-None-Match';
    throw preconditionFailed(`x-amz-copy-source-${error.fields.Condition ?? refused}`);
  }
}

export async function checkWriteOr(
  undo: () => Promise<void>,
  conditions: Parameters<typeof checkWrite>[0],
  current: StoredObject | undefined,
): Promise<void> {
  try {
    checkWrite(conditions, current && validators(current));
  } catch (error) {
    await undo();
    throw error;
  }
}

/** Refuses to delete an object that is not, or no longer, the one that the caller means. */
function checkDelete(
  store: ObjectStore,
  { Bucket, Key }: { Bucket: string | undefined; Key: string | undefined },
  IfMatch: string | undefined,
): void {
  if (IfMatch === undefined) return;
  const current = store.bucket(Bucket!).current(Key!);
  checkWrite({ IfMatch }, current && validators(current));
}

function address(input: {
  Bucket?: string | undefined;
  Key?: string | undefined;
  VersionId?: string | undefined;
}) {
  return { bucket: input.Bucket!, key: input.Key!, versionId: input.VersionId };
}

function validators({ etag, modified }: StoredObject) {
  return { etag, modified };
}

function rangeOf(
  object: StoredObject,
  input: { Range?: string | undefined; PartNumber?: number | undefined },
) {
  const { PartNumber } = input;
  if (PartNumber === undefined) return parseRange(input.Range, object.blob.size);
  const parts = object.parts ?? [object.blob.size];
  const size = parts[PartNumber - 1];
  if (size === undefined)
    throw new AwsError('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416);
  const start = parts.slice(0, PartNumber - 1).reduce((sum, part) => sum + part, 0);
  return size === 0 ? undefined : { start, end: start + size - 1 };
}

function readMembers(object: StoredObject, range: { start: number; end: number } | undefined) {
  const { blob, headers } = object;
  const members = {
    AcceptRanges: 'bytes',
    ContentLength: range ? range.end - range.start + 1 : blob.size,
    ...(range ? { ContentRange: `bytes ${range.start}-${range.end}/${blob.size}` } : {}),
    ETag: quote(object.etag),
    LastModified: new Date(object.modified),
    Metadata: object.metadata,
    ...versionMember(object.versionId),
    ContentType: headers.contentType ?? 'binary/octet-stream',
    CacheControl: headers.cacheControl,
    ContentDisposition: headers.contentDisposition,
    ContentEncoding: headers.contentEncoding,
    ContentLanguage: headers.contentLanguage,
    Expires: headers.expires,
    ...storageMembers(object.storage),
    ...(object.tags.size > 0 ? { TagCount: object.tags.size } : {}),
  };
  return members;
}

/** Told to those who read by part only. */
function partsCount({ parts }: StoredObject, { PartNumber }: { PartNumber?: number | undefined }) {
  return parts && PartNumber !== undefined ? { PartsCount: parts.length } : {};
}
