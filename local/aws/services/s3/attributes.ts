import { AwsError, type Operations } from '../../define.ts';
import { noTags, type StoredObject } from './bucket.ts';
import { versionMember } from './objects.ts';
import type { ObjectStore } from './store.ts';
import { checksumMembers } from './uploading.ts';

type S3 = typeof import('@aws-sdk/client-s3');
type TagSet = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const mostTags = 10;

/** What is known of an object beside its bytes. */
export const attributeOperations: Operations<S3, ObjectStore> = {
  GetObjectAttributes(store, { Bucket, Key, VersionId, ObjectAttributes = [] }) {
    const object = store.find({ bucket: Bucket!, key: Key!, versionId: VersionId });
    const { etag, blob, checksum, parts, modified } = object;
    const all = {
      ETag: etag,
      ...(checksum && { Checksum: checksumMembers(checksum) }),
      ...(parts && { ObjectParts: { TotalPartsCount: parts.length } }),
      StorageClass: 'STANDARD' as const,
      ObjectSize: blob.size,
    };
    const wanted = Object.entries(all).filter(([name]) => ObjectAttributes.some((asked) => asked === name));
    return {
      LastModified: new Date(modified),
      ...versionMember(object.versionId),
      ...Object.fromEntries(wanted),
    };
  },

  PutObjectTagging(store, { Bucket, Key, VersionId, Tagging }) {
    const object = store.find({ bucket: Bucket!, key: Key!, versionId: VersionId });
    setTags(object, Tagging?.TagSet ?? []);
    return versionMember(object.versionId);
  },

  GetObjectTagging(store, { Bucket, Key, VersionId }) {
    const object = store.find({ bucket: Bucket!, key: Key!, versionId: VersionId });
    return {
      ...versionMember(object.versionId),
      TagSet: [...object.tags].map(([name, value]) => ({ Key: name, Value: value })),
    };
  },

  DeleteObjectTagging(store, { Bucket, Key, VersionId }) {
    const object = store.find({ bucket: Bucket!, key: Key!, versionId: VersionId });
    object.tags = noTags;
    return versionMember(object.versionId);
  },
};

function setTags(object: StoredObject, given: TagSet): void {
  const names = new Set(given.map(({ Key }) => Key));
  if (given.length > mostTags) throw new AwsError('BadRequest', 'Object tags cannot be greater than 10');
  if (names.size < given.length)
    throw new AwsError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  object.tags = new Map(given.map(({ Key = '', Value = '' }) => [Key, Value]));
}
