import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as S3 from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterEach, expect, test, vi } from 'vitest';
import type { EmittedEvent } from '../../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import s3Service from '../../../../../local/aws/services/s3/service.ts';

const open: LocalAws[] = [];
const logged: unknown[] = [];
afterEach(async () => {
  for (const aws of open.splice(0)) await aws.close();
  expect(logged.splice(0)).toEqual([]);
});

async function start(options: S3.S3ClientConfig = {}) {
  const local = await startAws({
    services: [s3Service],
    log: (...entry) => logged.push(entry),
  });
  open.push(local);
  const client = new S3.S3Client({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    ...options,
  });
  await client.send(new S3.CreateBucketCommand({ Bucket: 'things' }));
  return { ...local, client, store: local.aws.use(s3Service) };
}

const at = (Key: string) => ({ Bucket: 'things', Key });

async function put(
  client: S3.S3Client,
  key: string,
  Body: string | Uint8Array | Readable,
  more: object = {},
) {
  return client.send(new S3.PutObjectCommand({ ...at(key), Body, ...more }));
}

async function text(client: S3.S3Client, key: string, more: object = {}): Promise<string> {
  const { Body } = await client.send(new S3.GetObjectCommand({ ...at(key), ...more }));
  return Body!.transformToString();
}

test('a buffer goes in and comes out with its headers, metadata and checksum', async () => {
  const { client } = await start();
  const written = await put(client, 'a b/ä+%.txt', 'hello', {
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    Metadata: { note: 'plain & <simple>' },
  });
  expect(written.ETag).toBe(`"${createHash('md5').update('hello').digest('hex')}"`);
  expect(written.ChecksumCRC32).toBe('NhCmhg==');
  const read = await client.send(new S3.GetObjectCommand(at('a b/ä+%.txt')));
  expect(read).toMatchObject({
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    ContentLength: 5,
    ETag: written.ETag,
    ChecksumCRC32: 'NhCmhg==',
  });
  expect(read.Metadata?.note).toBe('plain & <simple>');
  expect(await read.Body!.transformToString()).toBe('hello');
});

test('a stream travels aws-chunked and its trailing checksum is kept', async () => {
  const { client } = await start();
  const bytes = randomBytes(300_000);
  const written = await put(
    client,
    'stream',
    Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]),
    {
      ContentLength: bytes.length,
    },
  );
  expect(written.ChecksumCRC32).toMatch(/^.{6}==$/);
  const { Body, ContentEncoding } = await client.send(new S3.GetObjectCommand(at('stream')));
  expect(Buffer.from(await Body!.transformToByteArray()).equals(bytes)).toBe(true);
  expect(ContentEncoding).toBeUndefined();
});

test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
  '%s checks what arrives',
  async (name) => {
    const { client } = await start();
    const sums = {
      CRC32: 'y/Q5Jg==',
      CRC32C: '4waSgw==',
      CRC64NVME: 'rosUhgp5mIg=',
      SHA1: createHash('sha1').update('123456789').digest('base64'),
      SHA256: createHash('sha256').update('123456789').digest('base64'),
    };
    const body = '123456789';
    const value = sums[name];
    const written = await put(client, 'sum', body, { [`Checksum${name}`]: value });
    expect(written[`Checksum${name}`]).toBe(value);
    await expect(put(client, 'sum', 'something else', { [`Checksum${name}`]: value })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    expect(await text(client, 'sum')).toBe(body);
  },
);

test('a wrong Content-MD5 stores nothing', async () => {
  const { client } = await start();
  const ContentMD5 = createHash('md5').update('other').digest('base64');
  await expect(put(client, 'x', 'hello', { ContentMD5 })).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(text(client, 'x')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test.each([
  ['bytes=0-3', '0123', 'bytes 0-3/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-2', '89', 'bytes 8-9/10'],
  ['bytes=8-99', '89', 'bytes 8-9/10'],
])('range %s', async (Range, wanted, ContentRange) => {
  const { client } = await start();
  await put(client, 'x', '0123456789');
  const part = await client.send(new S3.GetObjectCommand({ ...at('x'), Range }));
  expect(part.$metadata.httpStatusCode).toBe(206);
  expect(part.ContentRange).toBe(ContentRange);
  expect(await part.Body!.transformToString()).toBe(wanted);
});

test('a range behind the end is refused', async () => {
  const { client } = await start();
  await put(client, 'x', '0123');
  await expect(text(client, 'x', { Range: 'bytes=4-' })).rejects.toMatchObject({ name: 'InvalidRange' });
});

test('conditions guard reads and writes', async () => {
  const { client } = await start();
  const { ETag } = await put(client, 'x', '1');
  await expect(text(client, 'x', { IfMatch: '"no"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await expect(text(client, 'x', { IfNoneMatch: ETag })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 304 },
  });
  await expect(put(client, 'x', '2', { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await put(client, 'x', '3', { IfMatch: ETag });
  await put(client, 'new', '4', { IfNoneMatch: '*' });
  expect(await text(client, 'x')).toBe('3');
});

test('versions are kept, listed, deleted and hidden', async () => {
  const { client } = await start();
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await put(client, 'x', 'before');
  await client.send(new S3.PutBucketVersioningCommand({ Bucket: 'things', VersioningConfiguration }));
  expect((await client.send(new S3.GetBucketVersioningCommand({ Bucket: 'things' }))).Status).toBe('Enabled');
  const one = await put(client, 'x', 'one');
  const two = await put(client, 'x', 'two');
  expect(await text(client, 'x', { VersionId: one.VersionId })).toBe('one');
  const gone = await client.send(new S3.DeleteObjectCommand(at('x')));
  expect(gone.DeleteMarker).toBe(true);
  await expect(text(client, 'x')).rejects.toMatchObject({ name: 'NoSuchKey' });
  const list = await client.send(new S3.ListObjectVersionsCommand({ Bucket: 'things' }));
  expect(list.Versions?.map(({ VersionId }) => VersionId)).toEqual([two.VersionId, one.VersionId, 'null']);
  expect(list.DeleteMarkers).toMatchObject([{ Key: 'x', IsLatest: true, VersionId: gone.VersionId }]);
  await client.send(new S3.DeleteObjectCommand({ ...at('x'), VersionId: gone.VersionId }));
  await client.send(new S3.DeleteObjectCommand({ ...at('x'), VersionId: two.VersionId }));
  expect(await text(client, 'x')).toBe('one');
  expect(await text(client, 'x', { VersionId: 'null' })).toBe('before');
  await expect(text(client, 'x', { VersionId: two.VersionId })).rejects.toMatchObject({
    name: 'NoSuchVersion',
  });
});

test('version pages lose and repeat nothing', async () => {
  const { client, store } = await start();
  store.createBucket('versioned', { versioned: true });
  for (const body of ['1', '2', '3'])
    for (const key of ['a', 'b']) await store.put({ bucket: 'versioned', key, body });
  const seen: string[] = [];
  let marker: Partial<S3.ListObjectVersionsCommandOutput> = {};
  do {
    marker = await client.send(
      new S3.ListObjectVersionsCommand({
        Bucket: 'versioned',
        MaxKeys: 2,
        KeyMarker: marker.NextKeyMarker,
        VersionIdMarker: marker.NextVersionIdMarker,
      }),
    );
    seen.push(...marker.Versions!.map(({ Key, VersionId }) => `${Key}${VersionId}`));
  } while (marker.IsTruncated);
  expect(new Set(seen).size).toBe(6);
  expect(seen).toHaveLength(6);
});

test('a multipart upload is one object with a composite checksum', async () => {
  const { client } = await start();
  const bytes = randomBytes(11 * 1024 * 1024);
  const upload = new Upload({
    client,
    params: { ...at('big'), Body: Readable.from([bytes]) },
    partSize: 5 * 1024 * 1024,
  });
  const done = await upload.done();
  expect(done.ETag).toMatch(/-3"$/);
  const { Body, ContentLength } = await client.send(new S3.GetObjectCommand(at('big')));
  expect(ContentLength).toBe(bytes.length);
  expect(Buffer.from(await Body!.transformToByteArray()).equals(bytes)).toBe(true);
  const { Uploads } = await client.send(new S3.ListMultipartUploadsCommand({ Bucket: 'things' }));
  expect(Uploads ?? []).toEqual([]);
});

test('parts are listed, copied, checked and dropped', async () => {
  const { client } = await start();
  await put(client, 'source', 'abcdef');
  const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand(at('m')));
  const part = { ...at('m'), UploadId };
  const { CopyPartResult } = await client.send(
    new S3.UploadPartCopyCommand({
      ...part,
      PartNumber: 1,
      CopySource: 'things/source',
      CopySourceRange: 'bytes=1-2',
    }),
  );
  await client.send(new S3.UploadPartCommand({ ...part, PartNumber: 2, Body: 'tail' }));
  const { Parts } = await client.send(new S3.ListPartsCommand(part));
  expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, 2],
    [2, 4],
  ]);
  const complete = (list: S3.CompletedPart[]) =>
    client.send(new S3.CompleteMultipartUploadCommand({ ...part, MultipartUpload: { Parts: list } }));
  await expect(complete(Parts!.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })))).rejects.toMatchObject({
    name: 'EntityTooSmall',
  });
  await expect(complete([{ PartNumber: 9, ETag: 'x' }])).rejects.toMatchObject({ name: 'InvalidPart' });
  await complete([{ PartNumber: 1, ETag: CopyPartResult!.ETag }]);
  expect(await text(client, 'm')).toBe('bc');
  await expect(client.send(new S3.AbortMultipartUploadCommand(part))).rejects.toMatchObject({
    name: 'NoSuchUpload',
  });
});

test('pages of keys and common prefixes lose nothing', async () => {
  const { client } = await start();
  for (const key of ['a/1', 'a/2', 'b', 'c/1', 'd', 'zé']) await put(client, key, key);
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new S3.ListObjectsV2Command({ Bucket: 'things', Delimiter: '/', MaxKeys: 1, ContinuationToken }),
    );
    seen.push(
      ...(page.Contents ?? []).map(({ Key }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    );
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(['a/', 'b', 'c/', 'd', 'zé']);
  const old = await client.send(new S3.ListObjectsCommand({ Bucket: 'things', Prefix: 'a/', MaxKeys: 1 }));
  expect([old.Contents?.[0]?.Key, old.IsTruncated]).toEqual(['a/1', true]);
});

test('an object is copied with its metadata or with new', async () => {
  const { client } = await start();
  await put(client, 'from', 'x', { Metadata: { a: '1' } });
  await client.send(new S3.CopyObjectCommand({ ...at('to'), CopySource: 'things/from' }));
  expect((await client.send(new S3.HeadObjectCommand(at('to')))).Metadata).toEqual({ a: '1' });
  const other = { MetadataDirective: 'REPLACE' as const, Metadata: { b: '2' } };
  await client.send(new S3.CopyObjectCommand({ ...at('to'), CopySource: 'things/from', ...other }));
  expect((await client.send(new S3.HeadObjectCommand(at('to')))).Metadata).toEqual({ b: '2' });
  await expect(
    client.send(new S3.CopyObjectCommand({ ...at('from'), CopySource: 'things/from' })),
  ).rejects.toMatchObject({ name: 'InvalidRequest' });
});

test('several objects are deleted at once', async () => {
  const { client } = await start();
  for (const key of ['a', 'b<&>']) await put(client, key, key);
  const Delete = { Objects: [{ Key: 'a' }, { Key: 'b<&>' }, { Key: 'never' }] };
  const { Deleted } = await client.send(new S3.DeleteObjectsCommand({ Bucket: 'things', Delete }));
  expect(Deleted?.map(({ Key }) => Key)).toEqual(['a', 'b<&>', 'never']);
  expect((await client.send(new S3.ListObjectsV2Command({ Bucket: 'things' }))).KeyCount).toBe(0);
});

test('buckets have names, places and an end', async () => {
  const { client } = await start();
  expect((await client.send(new S3.ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([
    'things',
  ]);
  expect(
    (await client.send(new S3.GetBucketLocationCommand({ Bucket: 'things' }))).LocationConstraint,
  ).toBeFalsy();
  await put(client, 'x', 'x');
  const remove = () => client.send(new S3.DeleteBucketCommand({ Bucket: 'things' }));
  await expect(remove()).rejects.toMatchObject({ name: 'BucketNotEmpty' });
  await client.send(new S3.DeleteObjectCommand(at('x')));
  await remove();
  await expect(client.send(new S3.HeadBucketCommand({ Bucket: 'things' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await expect(client.send(new S3.CreateBucketCommand({ Bucket: 'No_Good' }))).rejects.toMatchObject({
    name: 'InvalidBucketName',
  });
});

test('a bucket may be named by the host', async () => {
  const { endpoint, client } = await start();
  await put(client, 'x', 'here');
  const { port } = new URL(endpoint);
  const { get } = await import('node:http');
  const status = await new Promise((resolve) =>
    get(
      { port, host: '127.0.0.1', path: '/x', headers: { host: `things.localhost:${port}` } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ),
  );
  expect(status).toBe(200);
});

test('dots and slashes in a key are only characters', async () => {
  const { endpoint, client } = await start();
  for (const key of ['../../etc/passwd', 'a/../b', '//x', './y']) {
    await put(client, key, key);
    expect(await text(client, key)).toBe(key);
  }
  const list = await client.send(new S3.ListObjectsV2Command({ Bucket: 'things' }));
  expect(list.Contents?.map(({ Key }) => Key)).toEqual(['../../etc/passwd', './y', '//x', 'a/../b']);
  expect((await fetch(`${endpoint}/things/%zz`)).status).toBe(400);
});

test('what is not there says so', async () => {
  const { client } = await start();
  await expect(client.send(new S3.GetBucketAclCommand({ Bucket: 'things' }))).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('GetBucketAcl'),
  });
});

test.each([
  ['<Delete><Object>', 'MalformedXML'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><Delete/>', 'MalformedXML'],
  ['', 'ValidationException'],
])('the document %s is refused with %s', async (body, code) => {
  const { endpoint } = await start();
  const response = await fetch(`${endpoint}/things?delete`, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(`<Code>${code}</Code>`);
});

test('a broken aws-chunked body is refused, and the server lives', async () => {
  const { endpoint, client } = await start();
  const headers = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  for (const body of ['zz\r\nhello', '5\r\nhel', `5\r\nhelloo\r\n0\r\n\r\n`]) {
    const response = await fetch(`${endpoint}/things/x`, { method: 'PUT', headers, body });
    expect(response.status).toBe(400);
  }
  await expect(text(client, 'x')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a huge document is refused, and a huge object does not fill the memory', async () => {
  const { endpoint, client } = await start();
  const response = await fetch(`${endpoint}/things?delete`, {
    method: 'POST',
    body: 'x'.repeat(9 * 1024 * 1024),
  });
  expect(response.status).toBe(413);
  const chunk = randomBytes(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* chunks() {
    for (let sent = 0; sent < 300; sent++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield chunk;
    }
  }
  await put(client, 'huge', Readable.from(chunks()), { ContentLength: 300 * chunk.length });
  const { ContentLength } = await client.send(new S3.HeadObjectCommand(at('huge')));
  expect(ContentLength).toBe(300 * chunk.length);
  expect(most).toBeLessThan(150 * 1024 * 1024);
}, 60_000);

test('a client that goes away in the middle of an upload leaves nothing', async () => {
  const { endpoint, client, aws } = await start();
  const { request } = await import('node:http');
  const headers = { 'content-length': 1000, 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  for (const own of [headers, { 'content-length': 1000 }]) {
    const upload = request(`${endpoint}/things/half`, { method: 'PUT', headers: own });
    upload.on('error', () => undefined);
    upload.write('64\r\nhello');
    await new Promise((resolve) => setTimeout(resolve, 50));
    upload.destroy();
  }
  await vi.waitFor(async () => expect(await readdir(join(aws.scratch, 's3'))).toEqual([]));
  await expect(text(client, 'half')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a presigned URL works until it expires', async () => {
  const { endpoint, client } = await start();
  await put(client, 'x', 'signed');
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const url = (at: number) => `${endpoint}/things/x?X-Amz-Date=${stamp(at)}&X-Amz-Expires=60&x-id=GetObject`;
  expect(await (await fetch(url(Date.now()))).text()).toBe('signed');
  expect((await fetch(url(Date.now() - 120_000))).status).toBe(403);
});

test.each(['X-Amz-Signature', 'Signature'])(
  'a presigned URL carries metadata in its query: %s',
  async (signature) => {
    const { endpoint, client } = await start();
    const signed = `${signature}=0&x-amz-meta-commit=abc&x-amz-checksum-crc32=AAAAAA%3D%3D&x-id=PutObject`;
    const response = await fetch(`${endpoint}/things/x?${signed}`, { method: 'PUT', body: 'signed' });
    expect(response.status).toBe(200);
    const { Metadata } = await client.send(new S3.HeadObjectCommand({ Bucket: 'things', Key: 'x' }));
    expect(Metadata).toEqual({ commit: 'abc' });
    await fetch(`${endpoint}/things/y?x-amz-meta-commit=abc&x-id=PutObject`, { method: 'PUT', body: 'x' });
    const unsigned = await client.send(new S3.HeadObjectCommand({ Bucket: 'things', Key: 'y' }));
    expect(unsigned.Metadata).toEqual({});
  },
);

test('an object that is made is heard of, in process and on the bus', async () => {
  const { client, store, aws } = await start();
  const events: EmittedEvent[] = [];
  const made: string[] = [];
  aws.onEvent((event) => events.push(event));
  store.onObjectCreated(({ key, reason }) => made.push(`${reason} ${key}`));
  await put(client, 'quiet', 'x');
  await client.send(
    new S3.PutBucketNotificationConfigurationCommand({
      Bucket: 'things',
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    }),
  );
  await put(client, 'loud', 'x');
  expect(made).toEqual(['PutObject quiet', 'PutObject loud']);
  expect(events).toMatchObject([
    {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { bucket: { name: 'things' }, object: { key: 'loud', size: 1 }, reason: 'PutObject' },
    },
  ]);
});

test('other services use the store in process', async () => {
  const { store } = await start();
  store.createBucket('inside', { versioned: true });
  const one = await store.put({ bucket: 'inside', key: 'k', body: 'one', metadata: { a: 'b' } });
  await store.put({ bucket: 'inside', key: 'k', body: Readable.from([Buffer.from('two')]) });
  expect(String(await store.read({ bucket: 'inside', key: 'k' }))).toBe('two');
  expect(String(await store.read({ bucket: 'inside', key: 'k', versionId: one.versionId }))).toBe('one');
  expect(store.head({ bucket: 'inside', key: 'k', versionId: one.versionId })).toMatchObject({
    size: 3,
    metadata: { a: 'b' },
  });
});

test('settings that change nothing here are kept and told', async () => {
  const { client } = await start();
  const Bucket = 'things';
  await expect(client.send(new S3.GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucketPolicy',
  });
  await expect(client.send(new S3.PutBucketPolicyCommand({ Bucket, Policy: 'no' }))).rejects.toMatchObject({
    name: 'MalformedPolicy',
  });
  const Policy = '{"Version":"2012-10-17","Statement":[]}';
  await client.send(new S3.PutBucketPolicyCommand({ Bucket, Policy }));
  expect((await client.send(new S3.GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);
  await client.send(new S3.DeleteBucketPolicyCommand({ Bucket }));
  await expect(client.send(new S3.GetBucketPolicyCommand({ Bucket }))).rejects.toThrow('no policy');

  const Rules = [
    { ID: 'old', Status: 'Enabled' as const, Filter: { Prefix: 'a/' }, Expiration: { Days: 3 } },
  ];
  await client.send(
    new S3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }),
  );
  expect((await client.send(new S3.GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toEqual(Rules);
});

test('objects have tags and attributes, and a checksum where the client gave none', async () => {
  const { client, endpoint } = await start();
  const Bucket = 'things';
  const body = '123456789';
  const put = await fetch(`${endpoint}/${Bucket}/key`, { method: 'PUT', body });
  // The check value of https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme
  const ChecksumCRC64NVME = Buffer.from('ae8b14860a799888', 'hex').toString('base64');
  expect(put.headers.get('x-amz-checksum-crc64nvme')).toBe(ChecksumCRC64NVME);
  const address = { Bucket, Key: 'key' };
  const TagSet = [{ Key: 'team', Value: 'shop & co' }];
  await client.send(new S3.PutObjectTaggingCommand({ ...address, Tagging: { TagSet } }));
  expect((await client.send(new S3.GetObjectTaggingCommand(address))).TagSet).toEqual(TagSet);
  const ObjectAttributes = ['ETag', 'Checksum', 'ObjectSize'] as const;
  const wanted = { ...address, ObjectAttributes: [...ObjectAttributes] };
  expect(await client.send(new S3.GetObjectAttributesCommand(wanted))).toMatchObject({
    ETag: '25f9e794323b453885f5181f1b624d0b',
    Checksum: { ChecksumCRC64NVME, ChecksumType: 'FULL_OBJECT' },
    ObjectSize: 9,
  });
});
