import { AwsError, type Operations } from '../../define.ts';
import type { Bucket, DeleteMarker, StoredObject } from './bucket.ts';
import { quote } from './objects.ts';
import type { ObjectStore } from './store.ts';

type S3 = typeof import('@aws-sdk/client-s3');

interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  /** Only what comes after this. */
  readonly after: string;
  readonly limit: number;
}

interface Page {
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
  /** The last key or prefix, if more follows. */
  readonly next: string | undefined;
}

/** Up to `limit` keys, those that share a part up to the delimiter counted as one. Pure. */
function listPage(sorted: readonly string[], listing: Listing): Page {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const { name, isPrefix } of entries(sorted, listing)) {
    if (keys.length + prefixes.length >= listing.limit)
      return { keys, prefixes, next: listing.limit > 0 ? last : undefined };
    (isPrefix ? prefixes : keys).push(name);
    last = name;
  }
  return { keys, prefixes, next: undefined };
}

interface VersionsPage {
  readonly versions: readonly (StoredObject | DeleteMarker)[];
  readonly prefixes: readonly string[];
  /** The last of them, if more follows. */
  readonly next: { readonly key: string; readonly versionId?: string } | undefined;
}

/** Up to `limit` versions and common prefixes together, from behind a version on where one is named. */
function listVersionsPage(bucket: Bucket, listing: Listing, afterVersion: string | undefined): VersionsPage {
  const versions: (StoredObject | DeleteMarker)[] = [];
  const prefixes: string[] = [];
  let last: VersionsPage['next'];
  for (const item of versionItems(bucket, listing, afterVersion)) {
    if (versions.length + prefixes.length >= listing.limit)
      return { versions, prefixes, next: listing.limit > 0 ? last : undefined };
    if (typeof item === 'string') prefixes.push(item);
    else versions.push(item);
    last = typeof item === 'string' ? { key: item } : item;
  }
  return { versions, prefixes, next: undefined };
}

/** Versions, and common prefixes as texts. */
function* versionItems(
  bucket: Bucket,
  listing: Listing,
  afterVersion: string | undefined,
): Generator<string | StoredObject | DeleteMarker> {
  if (afterVersion) yield* versionsAfter(bucket.versions(listing.after), afterVersion);
  for (const { name, isPrefix } of entries(bucket.keys(), listing)) {
    if (isPrefix) yield name;
    else yield* bucket.versions(name);
  }
}

/** Keys and, once each, what they share up to the delimiter. */
function* entries(
  sorted: readonly string[],
  { prefix, delimiter, after }: Listing,
): Generator<{ name: string; isPrefix: boolean }> {
  let lastPrefix: string | undefined;
  for (const key of sorted) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const group = end < 0 ? undefined : key.slice(0, end + delimiter.length);
    const name = group ?? key;
    if (group !== undefined && group === lastPrefix) continue;
    if (Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0 || (group && after.startsWith(group)))
      continue;
    if (group !== undefined) lastPrefix = group;
    yield { name, isPrefix: group !== undefined };
  }
}

/** Listing what is in a bucket. */
export const listingOperations: Operations<S3, ObjectStore> = {
  ListObjectsV2(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const encode = encoder(input.EncodingType);
    const limit = limitOf(input.MaxKeys);
    const [prefix, delimiter] = [input.Prefix ?? '', input.Delimiter ?? ''];
    if (input.ContinuationToken === '')
      throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
    const token =
      input.ContinuationToken && Buffer.from(input.ContinuationToken, 'base64url').toString('utf8');
    const after = token ?? input.StartAfter ?? '';
    const page = listPage(currentKeys(store, bucket.name), { prefix, delimiter, after, limit });
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      ...(input.StartAfter ? { StartAfter: encode(input.StartAfter) } : {}),
      ...(input.EncodingType ? { EncodingType: input.EncodingType } : {}),
      ...(input.ContinuationToken ? { ContinuationToken: input.ContinuationToken } : {}),
      MaxKeys: limit,
      KeyCount: page.keys.length + page.prefixes.length,
      IsTruncated: page.next !== undefined,
      ...(page.next ? { NextContinuationToken: Buffer.from(page.next).toString('base64url') } : {}),
      Contents: page.keys.map((key) => contents(bucket.current(key)!, encode)),
      CommonPrefixes: page.prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
    };
  },

  ListObjects(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const encode = encoder(input.EncodingType);
    const limit = limitOf(input.MaxKeys);
    const [prefix, delimiter, after] = [input.Prefix ?? '', input.Delimiter ?? '', input.Marker ?? ''];
    const page = listPage(currentKeys(store, bucket.name), { prefix, delimiter, after, limit });
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      Marker: encode(after),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      ...(input.EncodingType ? { EncodingType: input.EncodingType } : {}),
      MaxKeys: limit,
      IsTruncated: page.next !== undefined,
      ...(page.next && delimiter ? { NextMarker: encode(page.next) } : {}),
      Contents: page.keys.map((key) => contents(bucket.current(key)!, encode)),
      CommonPrefixes: page.prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
    };
  },

  ListObjectVersions(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const encode = encoder(input.EncodingType);
    const limit = limitOf(input.MaxKeys);
    const [prefix, delimiter, keyMarker] = [input.Prefix ?? '', input.Delimiter ?? '', input.KeyMarker ?? ''];
    const listing = { prefix, delimiter, after: keyMarker, limit };
    const { versions, prefixes, next } = listVersionsPage(bucket, listing, input.VersionIdMarker);
    const isLatest = (version: { key: string }) => bucket.versions(version.key)[0] === version;
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      KeyMarker: encode(keyMarker),
      ...(input.VersionIdMarker ? { VersionIdMarker: input.VersionIdMarker } : {}),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      ...(input.EncodingType ? { EncodingType: input.EncodingType } : {}),
      MaxKeys: limit,
      IsTruncated: next !== undefined,
      ...(next && { NextKeyMarker: encode(next.key), NextVersionIdMarker: next.versionId }),
      Versions: versions
        .filter((version) => version.kind === 'object')
        .map((version) => ({
          ...contents(version, encode),
          // The model knows no other class of a version.
          StorageClass: 'STANDARD' as const,
          VersionId: version.versionId,
          IsLatest: isLatest(version),
        })),
      DeleteMarkers: versions
        .filter((version) => version.kind === 'delete marker')
        .map((marker) => ({
          Key: encode(marker.key),
          VersionId: marker.versionId,
          IsLatest: isLatest(marker),
          LastModified: new Date(marker.modified),
        })),
      CommonPrefixes: prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
    };
  },
};

function currentKeys(store: ObjectStore, name: string): readonly string[] {
  const bucket = store.bucket(name);
  return bucket.keys().filter((key) => bucket.current(key) !== undefined);
}

function versionsAfter<V extends { versionId: string }>(
  versions: readonly V[],
  marker: string,
): readonly V[] {
  return versions.slice(versions.findIndex(({ versionId }) => versionId === marker) + 1);
}

function limitOf(maxKeys: number | undefined): number {
  return Math.max(0, Math.min(maxKeys ?? 1000, 1000));
}

/** With `url`, names are percent-encoded, so that XML can carry every byte. */
function encoder(type: string | undefined): (name: string) => string {
  return type === 'url' ? (name) => encodeURIComponent(name).replaceAll('%2F', '/') : (name) => name;
}

function contents(object: StoredObject, encode: (name: string) => string) {
  return {
    Key: encode(object.key),
    LastModified: new Date(object.modified),
    ETag: quote(object.etag),
    Size: object.blob.size,
    StorageClass: object.storage?.storageClass ?? ('STANDARD' as const),
    ...(object.checksum
      ? { ChecksumAlgorithm: [object.checksum.algorithm], ChecksumType: object.checksum.type }
      : {}),
  };
}
