import type { Operations } from '../../define.ts';
import { noTags } from './bucket.ts';
import { versionMember } from './objects.ts';
import type { ObjectStore } from './store.ts';
import { tagMap } from './tagging.ts';
import { checksumMembers } from './uploading.ts';

type S3 = typeof import('@aws-sdk/client-s3');
/** What is known of an object beside its bytes. */
export const attributeOperations: Operations<S3, ObjectStore> = {
  GetObjectAttributes(store, { Bucket, Key, VersionId, ObjectAttributes = [] }) {
    const object = store.find({ bucket: Bucket!, key: Key!, versionId: VersionId });
    const { etag, blob, checksum, parts, modified } = object;
    const all = {
      ETag: etag,
      ...(checksum && { Checksum: checksumMembers(checksum) }),
      ...(parts && { ObjectParts: { TotalPartsCount: parts.length } }),
      StorageClass: object.storage?.storageClass ?? 'STANDARD',
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
    object.tags = tagMap(Tagging?.TagSet ?? []);
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
