import { randomUUID } from 'node:crypto';
import { AwsError, type Operations } from '../../define.ts';
import type { Blob } from './blobs.ts';
import type { Bucket, Upload } from './bucket.ts';
import { parseAlgorithm } from './checksum.ts';
import { completeUpload, removeParts } from './completing.ts';
import { argument, parseCopyRange } from './conditions.ts';
import { checkCopy, checkKey, checkMetadata, objectHeaders, quote } from './objects.ts';
import { encryptionMembers, storageOf } from './storage.ts';
import type { ObjectStore } from './store.ts';
import { parseTagging } from './tagging.ts';
import { checksumMembers, parseCopySource, receive } from './uploading.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const mostParts = 10_000;

/** Uploading an object in parts. */
export const multipartOperations: Operations<S3, ObjectStore> = {
  CreateMultipartUpload(store, input, call) {
    const bucket = store.bucket(input.Bucket!);
    const algorithm = input.ChecksumAlgorithm && parseAlgorithm(input.ChecksumAlgorithm);
    const type = input.ChecksumType ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
    const upload: Upload = {
      id: randomUUID().replaceAll('-', ''),
      key: checkKey(input.Key!),
      started: store.aws.clock.now(),
      headers: objectHeaders(input, call),
      metadata: checkMetadata(input.Metadata),
      tags: parseTagging(input.Tagging),
      storage: storageOf(input),
      checksum: algorithm ? { algorithm, type } : undefined,
      parts: new Map(),
    };
    bucket.uploads.set(upload.id, upload);
    return {
      Bucket: bucket.name,
      Key: upload.key,
      UploadId: upload.id,
      ...encryptionMembers(upload.storage),
      ...(algorithm ? { ChecksumAlgorithm: algorithm, ChecksumType: type } : {}),
    };
  },

  async UploadPart(store, input, call) {
    const bucket = store.bucket(input.Bucket!);
    const upload = bucket.upload(input.Key!, input.UploadId);
    const number = checkPartNumber(input.PartNumber!);
    const { blob, checksum } = await receive(
      store.blobs,
      { ChecksumAlgorithm: upload.checksum?.algorithm, ...input },
      call,
    );
    await setPart(store, { bucket, upload, number }, blob);
    const { ChecksumType: _type, ...members } = checksumMembers(checksum);
    return { ETag: quote(blob.md5), ...members };
  },

  async UploadPartCopy(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const upload = bucket.upload(input.Key!, input.UploadId);
    const number = checkPartNumber(input.PartNumber!);
    const from = store.find(parseCopySource(input.CopySource!));
    checkCopy(input, from);
    const range = parseCopyRange(input.CopySourceRange, from.blob.size);
    const blob = await store.blobs.write(
      await store.blobs.read(from.blob, range),
      upload.checksum ? [upload.checksum.algorithm] : [],
    );
    await setPart(store, { bucket, upload, number }, blob);
    return {
      CopyPartResult: {
        ETag: quote(blob.md5),
        LastModified: new Date(store.aws.clock.now()),
        ...partChecksum(upload, blob),
      },
      ...(from.versionId === 'null' ? {} : { CopySourceVersionId: from.versionId }),
    };
  },

  CompleteMultipartUpload: (store, input) => completeUpload(store, input),

  async AbortMultipartUpload(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const upload = bucket.upload(input.Key!, input.UploadId);
    bucket.uploads.delete(upload.id);
    await removeParts(store, upload);
    return {};
  },

  ListParts(store, input) {
    const upload = store.bucket(input.Bucket!).upload(input.Key!, input.UploadId);
    const limit = Math.min(checkCount('max-parts', input.MaxParts, 1000), 1000);
    const after = checkCount('part-number-marker', Number(input.PartNumberMarker ?? 0), 0);
    const numbers = [...upload.parts.keys()].sort((a, b) => a - b).filter((number) => number > after);
    const page = numbers.slice(0, limit);
    const IsTruncated = numbers.length > page.length;
    return {
      Bucket: input.Bucket!,
      Key: upload.key,
      UploadId: upload.id,
      MaxParts: limit,
      IsTruncated,
      StorageClass: upload.storage?.storageClass ?? 'STANDARD',
      PartNumberMarker: String(after),
      ...(IsTruncated ? { NextPartNumberMarker: String(page.at(-1) ?? after) } : {}),
      Parts: page.map((PartNumber) => {
        const { blob, modified } = upload.parts.get(PartNumber)!;
        const ETag = quote(blob.md5);
        return {
          PartNumber,
          ETag,
          Size: blob.size,
          LastModified: new Date(modified),
          ...partChecksum(upload, blob),
        };
      }),
    };
  },

  ListMultipartUploads(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const prefix = input.Prefix ?? '';
    const limit = Math.min(checkCount('max-uploads', input.MaxUploads, 1000), 1000);
    const after = input.KeyMarker ?? '';
    const uploads = [...bucket.uploads.values()]
      .filter(({ key }) => key.startsWith(prefix) && key > after)
      .sort((a, b) => (a.key === b.key ? a.started - b.started : a.key < b.key ? -1 : 1));
    const page = uploads.slice(0, limit);
    const IsTruncated = uploads.length > page.length;
    return {
      Bucket: bucket.name,
      Prefix: prefix,
      KeyMarker: after,
      MaxUploads: limit,
      IsTruncated,
      ...(IsTruncated
        ? { NextKeyMarker: page.at(-1)?.key ?? after, NextUploadIdMarker: page.at(-1)?.id }
        : {}),
      Uploads: page.map(({ key, id, started, storage }) => ({
        Key: key,
        UploadId: id,
        Initiated: new Date(started),
        StorageClass: storage?.storageClass ?? ('STANDARD' as const),
      })),
    };
  },
};

/** A count that is given in a query, or its default. */
function checkCount(name: string, given: number | undefined, otherwise: number): number {
  const count = given ?? otherwise;
  if (Number.isInteger(count) && count >= 0 && count < 2 ** 31) return count;
  throw new AwsError(
    'InvalidArgument',
    `Argument ${name} must be an integer between 0 and 2147483647`,
    argument(name, count),
  );
}

function checkPartNumber(number: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= mostParts) return number;
  throw new AwsError(
    'InvalidArgument',
    `Part number must be an integer between 1 and ${mostParts}, inclusive`,
    argument('partNumber', number),
  );
}

async function setPart(
  store: ObjectStore,
  { bucket, upload, number }: { bucket: Bucket; upload: Upload; number: number },
  blob: Blob,
): Promise<void> {
  if (!bucket.uploads.has(upload.id)) {
    await store.blobs.remove(blob);
    bucket.upload(upload.key, upload.id);
  }
  const replaced = upload.parts.get(number);
  upload.parts.set(number, { blob, modified: store.aws.clock.now() });
  if (replaced) await store.blobs.remove(replaced.blob);
}

function partChecksum({ checksum }: Upload, blob: Blob): Record<string, string> {
  const own = checksum && blob.digests.get(checksum.algorithm);
  return own ? { [`Checksum${checksum.algorithm}`]: own.toString('base64') } : {};
}
