import * as S3 from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../../../local/aws/server.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';

async function bucketWith(...keys: string[]) {
  const local = await startAws({ services: [s3] });
  onTestFinished(() => local.close());
  const client = new S3.S3Client({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(new S3.CreateBucketCommand({ Bucket: 'things' }));
  await client.send(
    new S3.PutBucketVersioningCommand({
      Bucket: 'things',
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
  for (const Key of keys)
    await client.send(new S3.PutObjectCommand({ Bucket: 'things', Key, Body: 'hello' }));
  return client;
}

test('a page of versions counts common prefixes, and the next goes on behind the last of either', async () => {
  const client = await bucketWith('a/1', 'a/2', 'b', 'b', 'b', 'c/1', 'd');
  const pages: string[][] = [];
  let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
  while (markers) {
    const page: S3.ListObjectVersionsCommandOutput = await client.send(
      new S3.ListObjectVersionsCommand({ Bucket: 'things', Delimiter: '/', MaxKeys: 2, ...markers }),
    );
    const prefixes = (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? '');
    pages.push([...prefixes, ...(page.Versions ?? []).map(({ Key }) => Key ?? '')].sort());
    markers = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined;
  }
  expect(pages).toEqual([
    ['a/', 'b'],
    ['b', 'b'],
    ['c/', 'd'],
  ]);
});

test('an empty continuation token is refused', async () => {
  const client = await bucketWith('a');
  const list = new S3.ListObjectsV2Command({ Bucket: 'things', ContinuationToken: '' });
  await expect(client.send(list)).rejects.toThrow('The continuation token provided is incorrect');
});

test('an object is deleted only if it is still the one that is meant', async () => {
  const client = await bucketWith('a');
  const object = { Bucket: 'things', Key: 'a' };
  await expect(
    client.send(new S3.DeleteObjectCommand({ ...object, IfMatch: '"other"' })),
  ).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const { Errors, Deleted } = await client.send(
    new S3.DeleteObjectsCommand({
      Bucket: 'things',
      Delete: {
        Objects: [
          { Key: 'a', ETag: '"other"' },
          { Key: 'none', ETag: '"other"' },
        ],
      },
    }),
  );
  expect(Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([
    ['a', 'PreconditionFailed'],
    ['none', 'NoSuchKey'],
  ]);
  expect(Deleted).toBeUndefined();
  const { ETag } = await client.send(new S3.HeadObjectCommand(object));
  await client.send(new S3.DeleteObjectCommand({ ...object, IfMatch: ETag }));
  await expect(client.send(new S3.HeadObjectCommand(object))).rejects.toMatchObject({ name: 'NotFound' });
});

test('blanks around a key are part of it', async () => {
  const client = await bucketWith('a', ' a ');
  await client.send(new S3.DeleteObjectsCommand({ Bucket: 'things', Delete: { Objects: [{ Key: ' a ' }] } }));
  const { Contents } = await client.send(new S3.ListObjectsV2Command({ Bucket: 'things' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['a']);
});
