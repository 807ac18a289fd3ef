import type { Operations } from '../../define.ts';
import type { StoredObject } from './bucket.ts';
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
export function listPage(sorted: readonly string[], { prefix, delimiter, after, limit }: Listing): Page {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const key of sorted) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const group = end < 0 ? undefined : key.slice(0, end + delimiter.length);
    const entry = group ?? key;
    if (group !== undefined && group === prefixes.at(-1)) continue;
    if (Buffer.compare(Buffer.from(entry), Buffer.from(after)) <= 0 || (group && after.startsWith(group)))
      continue;
    if (keys.length + prefixes.length >= limit) return { keys, prefixes, next: limit > 0 ? last : undefined };
    (group === undefined ? keys : prefixes).push(entry);
    last = entry;
  }
  return { keys, prefixes, next: undefined };
}

/** Listing what is in a bucket. */
export const listingOperations: Operations<S3, ObjectStore> = {
  ListObjectsV2(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const encode = encoder(input.EncodingType);
    const limit = limitOf(input.MaxKeys);
    const [prefix, delimiter] = [input.Prefix ?? '', input.Delimiter ?? ''];
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
    const rest = input.VersionIdMarker
      ? versionsAfter(bucket.versions(keyMarker), input.VersionIdMarker)
      : [];
    const page = listPage(bucket.keys(), { prefix, delimiter, after: keyMarker, limit });
    const all = [...rest, ...page.keys.flatMap((key) => bucket.versions(key))];
    const shown = all.slice(0, limit);
    const last = shown.at(-1);
    const cut = all.length > shown.length;
    const next = cut
      ? { NextKeyMarker: encode(last!.key), NextVersionIdMarker: last!.versionId }
      : page.next
        ? { NextKeyMarker: encode(page.next) }
        : {};
    const isLatest = (version: { key: string }) => bucket.versions(version.key)[0] === version;
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      KeyMarker: encode(keyMarker),
      ...(input.VersionIdMarker ? { VersionIdMarker: input.VersionIdMarker } : {}),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      ...(input.EncodingType ? { EncodingType: input.EncodingType } : {}),
      MaxKeys: limit,
      IsTruncated: cut || page.next !== undefined,
      ...next,
      Versions: shown
        .filter((version) => version.kind === 'object')
        .map((version) => ({
          ...contents(version, encode),
          StorageClass: 'STANDARD' as const,
          VersionId: version.versionId,
          IsLatest: isLatest(version),
        })),
      DeleteMarkers: shown
        .filter((version) => version.kind === 'delete marker')
        .map((marker) => ({
          Key: encode(marker.key),
          VersionId: marker.versionId,
          IsLatest: isLatest(marker),
          LastModified: new Date(marker.modified),
        })),
      CommonPrefixes: page.prefixes.map((Prefix) => ({ Prefix: encode(Prefix) })),
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
    StorageClass: 'STANDARD' as const,
    ...(object.checksum
      ? { ChecksumAlgorithm: [object.checksum.algorithm], ChecksumType: object.checksum.type }
      : {}),
  };
}
