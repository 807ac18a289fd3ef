import * as S3 from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';

let local: LocalAws;
let client: S3.S3Client;
const object = { Bucket: 'things', Key: 'a' };

beforeEach(async () => {
  local = await startAws({ services: [s3] });
  client = clientOf(local.endpoint);
  await client.send(new S3.CreateBucketCommand({ Bucket: 'things' }));
});

afterEach(() => local.close());

function clientOf(endpoint: string): S3.S3Client {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new S3.S3Client({
    endpoint,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    forcePathStyle: true,
  });
}

/** A plain request, as no SDK shows its answer. */
async function request(path: string, init: RequestInit = {}) {
  const response = await fetch(`${local.endpoint}/${path}`, {
    ...init,
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request',
      ...init.headers,
    },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('an upload that is completed again answers as before and makes nothing new', async () => {
  await client.send(
    new S3.PutBucketVersioningCommand({ Bucket: 'things', VersioningConfiguration: { Status: 'Enabled' } }),
  );
  const { UploadId } = await client.send(
    new S3.CreateMultipartUploadCommand({
      ...object,
      Tagging: 'team=web&empty=',
      StorageClass: 'STANDARD_IA',
    }),
  );
  const part = { ...object, UploadId, PartNumber: 1 };
  const { ETag } = await client.send(new S3.UploadPartCommand({ ...part, Body: 'body' }));
  const complete = new S3.CompleteMultipartUploadCommand({
    ...object,
    UploadId,
    MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
  });
  const [first, second] = await Promise.all([client.send(complete), client.send(complete)]);
  const third = await client.send(complete);
  expect(second).toEqual({ ...first, $metadata: expect.anything() });
  expect(third).toEqual({ ...first, $metadata: expect.anything() });
  const { Versions } = await client.send(new S3.ListObjectVersionsCommand({ Bucket: 'things' }));
  expect(Versions).toHaveLength(1);
  const { TagSet } = await client.send(new S3.GetObjectTaggingCommand(object));
  expect(TagSet).toEqual([
    { Key: 'team', Value: 'web' },
    { Key: 'empty', Value: '' },
  ]);
  const head = await client.send(new S3.HeadObjectCommand(object));
  expect(head).toMatchObject({ StorageClass: 'STANDARD_IA', TagCount: 2 });
  const other = new S3.CompleteMultipartUploadCommand({ ...complete.input, Key: 'b' });
  await expect(client.send(other)).rejects.toMatchObject({ name: 'NoSuchUpload' });
});

test('an upload that was aborted is not completed', async () => {
  const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand(object));
  await client.send(new S3.AbortMultipartUploadCommand({ ...object, UploadId }));
  const complete = new S3.CompleteMultipartUploadCommand({ ...object, UploadId });
  await expect(client.send(complete)).rejects.toMatchObject({ name: 'NoSuchUpload', UploadId });
});

test.each(['max-parts=-1', 'part-number-marker=-1', 'part-number-marker=x'])(
  'parts are not listed with %s',
  async (query) => {
    const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand(object));
    const { status, text } = await request(`things/a?uploadId=${UploadId}&${query}`);
    expect(status).toBe(400);
    expect(text).toContain('<Code>InvalidArgument</Code>');
    expect(text).toContain(`<ArgumentName>${query.split('=')[0]}</ArgumentName>`);
  },
);

test('a page of no parts goes nowhere', async () => {
  const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand(object));
  await client.send(new S3.UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: 'a' }));
  const page = await client.send(new S3.ListPartsCommand({ ...object, UploadId, MaxParts: 0 }));
  expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '0' });
});

test("one's own bucket is made again in us-east-1 only", async () => {
  await client.send(new S3.PutObjectCommand({ ...object, Body: 'kept' }));
  const { Location } = await client.send(new S3.CreateBucketCommand({ Bucket: 'things' }));
  expect(Location).toBe('/things');
  await client.send(new S3.HeadObjectCommand(object));

  const elsewhere = await startAws({ services: [s3], region: 'eu-west-1' });
  try {
    const other = clientOf(elsewhere.endpoint);
    await other.send(new S3.CreateBucketCommand({ Bucket: 'things' }));
    await expect(other.send(new S3.CreateBucketCommand({ Bucket: 'things' }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
      BucketName: 'things',
    });
  } finally {
    await elsewhere.close();
  }
});

test('errors tell the bucket, the key and the condition', async () => {
  await client.send(new S3.PutObjectCommand({ ...object, Body: 'body' }));
  await expect(client.send(new S3.ListObjectsV2Command({ Bucket: 'none' }))).rejects.toMatchObject({
    BucketName: 'none',
  });
  await expect(client.send(new S3.GetObjectCommand({ ...object, Key: 'b' }))).rejects.toMatchObject({
    Key: 'b',
  });
  await expect(client.send(new S3.GetObjectCommand({ ...object, IfMatch: 'x' }))).rejects.toMatchObject({
    Condition: 'If-Match',
  });
  const since = new Date(0);
  await expect(
    client.send(new S3.GetObjectCommand({ ...object, IfUnmodifiedSince: since })),
  ).rejects.toMatchObject({ Condition: 'If-Unmodified-Since' });
  await expect(
    client.send(new S3.PutObjectCommand({ ...object, Body: 'b', IfNoneMatch: '*' })),
  ).rejects.toMatchObject({ Condition: 'If-None-Match' });
  const copy = { Bucket: 'things', Key: 'b', CopySource: 'things/a' };
  await expect(
    client.send(new S3.CopyObjectCommand({ ...copy, CopySourceIfMatch: 'x' })),
  ).rejects.toMatchObject({ Condition: 'x-amz-copy-source-If-Match' });
  await expect(
    client.send(
      new S3.CopyObjectCommand({ ...copy, CopySourceIfModifiedSince: new Date(Date.now() - 1000) }),
    ),
  ).resolves.toBeDefined();
  await expect(
    client.send(new S3.CopyObjectCommand({ ...copy, CopySourceIfNoneMatch: '*' })),
  ).rejects.toMatchObject({ Condition: 'x-amz-copy-source-If-None-Match' });
});

test('what has not changed is told by its ETag', async () => {
  const { ETag = '' } = await client.send(new S3.PutObjectCommand({ ...object, Body: 'body' }));
  for (const method of ['GET', 'HEAD']) {
    const { status, headers } = await request('things/a', { method, headers: { 'if-none-match': ETag } });
    expect([status, headers.get('etag')]).toEqual([304, ETag]);
  }
});

test('tags of a bucket are put without an answer', async () => {
  const body = '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>';
  const { status, text } = await request('things?tagging', { method: 'PUT', body });
  expect([status, text]).toEqual([204, '']);
});

test('storage class, encryption and tags are kept and told', async () => {
  const storage = {
    StorageClass: 'ONEZONE_IA',
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: 'alias/shop',
    BucketKeyEnabled: true,
  } as const;
  const { StorageClass, ...encryption } = storage;
  const put = new S3.PutObjectCommand({ ...object, Body: 'body', Tagging: 'a=b%20c', ...storage });
  expect(await client.send(put)).toMatchObject(encryption);
  expect(await client.send(new S3.HeadObjectCommand(object))).toMatchObject({ ...storage, TagCount: 1 });
  const { Contents } = await client.send(new S3.ListObjectsV2Command({ Bucket: 'things' }));
  expect(Contents?.[0]?.StorageClass).toBe(StorageClass);

  const copy = { Bucket: 'things', Key: 'b', CopySource: 'things/a' };
  await client.send(new S3.CopyObjectCommand(copy));
  const plain = await client.send(new S3.HeadObjectCommand({ Bucket: 'things', Key: 'b' }));
  expect(plain).toMatchObject({ TagCount: 1 });
  expect(plain).not.toHaveProperty('StorageClass');
  // Upon itself it is a change of class.
  await client.send(
    new S3.CopyObjectCommand({
      ...object,
      CopySource: 'things/a',
      StorageClass: 'GLACIER_IR',
      TaggingDirective: 'REPLACE',
    }),
  );
  const changed = await client.send(new S3.HeadObjectCommand(object));
  expect(changed.StorageClass).toBe('GLACIER_IR');
  expect(changed.TagCount).toBeUndefined();
});

test.each<[string, Partial<S3.PutObjectCommandInput>, string]>([
  ['a class that must be restored first', { StorageClass: 'DEEP_ARCHIVE' }, 'InvalidStorageClass'],
  ['a class that there is not', { StorageClass: 'CHEAP' as never }, 'InvalidStorageClass'],
  ['another encryption', { ServerSideEncryption: 'rot13' as never }, 'InvalidArgument'],
  ["a customer's key", { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'a'.repeat(32) }, 'NotImplemented'],
  ['the same tag twice', { Tagging: 'a=b&a=c' }, 'InvalidTag'],
])('an object with %s is refused', async (_, input, name) => {
  await expect(
    client.send(new S3.PutObjectCommand({ ...object, Body: 'body', ...input })),
  ).rejects.toMatchObject({ name });
  await expect(client.send(new S3.HeadObjectCommand(object))).rejects.toMatchObject({ name: 'NotFound' });
});
