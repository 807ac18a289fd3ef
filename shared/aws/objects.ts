import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** The user metadata of one version of an object: names in lower case, without their `x-amz-meta-`. */
export async function readMetadata(
  s3: S3Client,
  object: { bucket: string; key: string; version: string },
): Promise<Record<string, string>> {
  const { bucket, key, version } = object;
  const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
  return Metadata ?? {};
}
