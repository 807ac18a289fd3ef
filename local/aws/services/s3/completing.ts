import { createHash } from 'node:crypto';
import type { CompleteMultipartUploadRequest } from '@aws-sdk/client-s3';
import { AwsError } from '../../define.ts';
import type { Blob } from './blobs.ts';
import type { Bucket, Completion, Upload } from './bucket.ts';
import { type Checksum, createDigest } from './checksum.ts';
import { checkWriteOr, quote, versionMember } from './objects.ts';
import { encryptionMembers } from './storage.ts';
import type { ObjectStore } from './store.ts';
import { checksumMembers, defaultAlgorithm } from './uploading.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const smallestPart = 5 * 1024 ** 2;

/** How many completions a bucket remembers. */
const mostCompleted = 1_000;

/** Makes one object of the parts of an upload; asked again, it answers what it answered before. */
export async function completeUpload(
  store: ObjectStore,
  input: CompleteMultipartUploadRequest,
): Promise<Completion> {
  const bucket = store.bucket(input.Bucket!);
  const known = completion(bucket, { key: input.Key!, id: input.UploadId! });
  if (known) return known;
  const upload = bucket.upload(input.Key!, input.UploadId);
  const parts = chosenParts(upload, input.MultipartUpload?.Parts ?? []);
  const { algorithm, type } = upload.checksum ?? { algorithm: defaultAlgorithm, type: 'FULL_OBJECT' };
  const blob = await store.blobs.join(parts, type === 'FULL_OBJECT' ? [algorithm] : []);
  await checkWriteOr(() => store.blobs.remove(blob), input, bucket.current(upload.key));
  // A second completion that ran at the same time has ended the upload: only one of them makes the object.
  if (!bucket.uploads.delete(upload.id)) {
    await store.blobs.remove(blob);
    const known = completion(bucket, upload);
    if (known) return known;
    bucket.upload(upload.key, upload.id);
  }
  const answer = finish(store, { bucket, upload, parts }, blob);
  bucket.completed.set(upload.id, { key: upload.key, answer });
  const [oldest] = bucket.completed.keys();
  if (bucket.completed.size > mostCompleted) bucket.completed.delete(oldest!);
  return answer;
}

function completion(
  { completed }: Bucket,
  { key, id }: { key: string; id: string },
): Promise<Completion> | undefined {
  const found = completed.get(id);
  return found?.key === key ? found.answer : undefined;
}

/** Makes the object of an upload that has ended. */
async function finish(
  store: ObjectStore,
  { bucket, upload, parts }: { bucket: Bucket; upload: Upload; parts: readonly Blob[] },
  blob: Blob,
): Promise<Completion> {
  const md5s = Buffer.concat(parts.map((part) => Buffer.from(part.md5, 'hex')));
  const { key, headers, metadata, tags, storage } = upload;
  const object = await store.add(
    bucket,
    {
      key,
      headers,
      metadata,
      blob,
      ...(tags && { tags }),
      ...(storage && { storage }),
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
    ...encryptionMembers(storage),
  };
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
    if (!part || part.blob.md5 !== ETag.replaceAll('"', ''))
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

export async function removeParts(store: ObjectStore, { parts }: Upload): Promise<void> {
  for (const { blob } of parts.values()) await store.blobs.remove(blob);
}
