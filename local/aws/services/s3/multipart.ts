import { createHash, randomUUID } from 'node:crypto';
import { AwsError, type Operations } from '../../define.ts';
import type { Blob } from './blobs.ts';
import type { Bucket, Upload } from './bucket.ts';
import { type Checksum, createDigest, parseAlgorithm } from './checksum.ts';
import { parseCopyRange } from './conditions.ts';
import {
  checkCopy,
  checkKey,
  checkMetadata,
  checkWriteOr,
  objectHeaders,
  quote,
  versionMember,
} from './objects.ts';
import type { ObjectStore } from './store.ts';
import { checksumMembers, defaultAlgorithm, parseCopySource, receive } from './uploading.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const smallestPart = 5 * 1024 ** 2;
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
      checksum: algorithm ? { algorithm, type } : undefined,
      parts: new Map(),
    };
    bucket.uploads.set(upload.id, upload);
    return {
      Bucket: bucket.name,
      Key: upload.key,
      UploadId: upload.id,
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
    return { ETag: quote(blob.md5.toString('hex')), ...members };
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
        ETag: quote(blob.md5.toString('hex')),
        LastModified: new Date(store.aws.clock.now()),
        ...partChecksum(upload, blob),
      },
      ...(from.versionId === 'null' ? {} : { CopySourceVersionId: from.versionId }),
    };
  },

  async CompleteMultipartUpload(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const upload = bucket.upload(input.Key!, input.UploadId);
    const parts = chosenParts(upload, input.MultipartUpload?.Parts ?? []);
    const { algorithm, type } = upload.checksum ?? { algorithm: defaultAlgorithm, type: 'FULL_OBJECT' };
    const blob = await store.blobs.join(parts, type === 'FULL_OBJECT' ? [algorithm] : []);
    await checkWriteOr(() => store.blobs.remove(blob), input, bucket.current(upload.key));
    // A second completion that ran at the same time has ended the upload: only one of them makes the object.
    if (!bucket.uploads.delete(upload.id)) {
      await store.blobs.remove(blob);
      bucket.upload(upload.key, upload.id);
    }
    const md5s = Buffer.concat(parts.map((part) => part.md5));
    const { key, headers, metadata } = upload;
    const object = await store.add(
      bucket,
      {
        key,
        headers,
        metadata,
        blob,
        etag: `${createHash('md5').update(md5s).digest('hex')}-${parts.length}`,
        checksum: wholeChecksum(upload, parts, blob),
        parts: parts.map((part) => part.size),
      },
      'CompleteMultipartUpload',
    );
    await removeParts(store, upload);
    return {
      Location: `${store.aws.endpoint}/${bucket.name}/${encodeURIComponent(key)}`,
      Bucket: bucket.name,
      Key: key,
      ETag: quote(object.etag),
      ...checksumMembers(object.checksum),
      ...versionMember(object.versionId),
    };
  },

  async AbortMultipartUpload(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const upload = bucket.upload(input.Key!, input.UploadId);
    bucket.uploads.delete(upload.id);
    await removeParts(store, upload);
    return {};
  },

  ListParts(store, input) {
    const upload = store.bucket(input.Bucket!).upload(input.Key!, input.UploadId);
    const limit = input.MaxParts ?? 1000;
    const after = Number(input.PartNumberMarker ?? 0);
    const numbers = [...upload.parts.keys()].sort((a, b) => a - b).filter((number) => number > after);
    const page = numbers.slice(0, limit);
    const IsTruncated = numbers.length > page.length;
    return {
      Bucket: input.Bucket!,
      Key: upload.key,
      UploadId: upload.id,
      MaxParts: limit,
      IsTruncated,
      StorageClass: 'STANDARD',
      PartNumberMarker: String(after),
      ...(IsTruncated ? { NextPartNumberMarker: String(page.at(-1)) } : {}),
      Parts: page.map((PartNumber) => {
        const { blob, modified } = upload.parts.get(PartNumber)!;
        const ETag = quote(blob.md5.toString('hex'));
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
    const limit = input.MaxUploads ?? 1000;
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
      ...(IsTruncated ? { NextKeyMarker: page.at(-1)!.key, NextUploadIdMarker: page.at(-1)!.id } : {}),
      Uploads: page.map(({ key, id, started }) => ({
        Key: key,
        UploadId: id,
        Initiated: new Date(started),
        StorageClass: 'STANDARD' as const,
      })),
    };
  },
};

function checkPartNumber(number: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= mostParts) return number;
  throw new AwsError(
    'InvalidArgument',
    `Part number must be an integer between 1 and ${mostParts}, inclusive`,
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

function chosenParts(
  upload: Upload,
  parts: readonly { PartNumber?: number | undefined; ETag?: string | undefined }[],
): Blob[] {
  if (parts.length === 0) throw new AwsError('MalformedXML', 'You must specify at least one part');
  return parts.map(({ PartNumber = 0, ETag = '' }, index) => {
    if (index > 0 && PartNumber <= parts[index - 1]!.PartNumber!)
      throw new AwsError('InvalidPartOrder', 'The list of parts was not in ascending order.');
    const part = upload.parts.get(PartNumber);
    if (!part || part.blob.md5.toString('hex') !== ETag.replaceAll('"', ''))
      throw new AwsError('InvalidPart', 'One or more of the specified parts could not be found.');
    if (index < parts.length - 1 && part.blob.size < smallestPart)
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    return part.blob;
  });
}

function wholeChecksum({ checksum }: Upload, parts: readonly Blob[], blob: Blob): Checksum | undefined {
  const { algorithm, type } = checksum ?? { algorithm: defaultAlgorithm, type: 'FULL_OBJECT' };
  if (type === 'FULL_OBJECT')
    return { algorithm, type, value: blob.digests.get(algorithm)!.toString('base64') };
  const digest = createDigest(algorithm);
  for (const part of parts) {
    const own = part.digests.get(algorithm);
    if (!own) return undefined;
    digest.update(own);
  }
  return { algorithm, type, value: `${digest.digest().toString('base64')}-${parts.length}` };
}

function partChecksum({ checksum }: Upload, blob: Blob): Record<string, string> {
  const own = checksum && blob.digests.get(checksum.algorithm);
  return own ? { [`Checksum${checksum.algorithm}`]: own.toString('base64') } : {};
}

async function removeParts(store: ObjectStore, { parts }: Upload): Promise<void> {
  for (const { blob } of parts.values()) await store.blobs.remove(blob);
}
