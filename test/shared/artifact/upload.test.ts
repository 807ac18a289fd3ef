import { describe, expect, test } from 'vitest';
import { type UploadRequest, upload } from '../../../shared/artifact/upload.ts';
import type { ObjectStore, PutRequest, StoredObject } from '../../../shared/aws/uploads.ts';

const request: UploadRequest = {
  bucket: 'source',
  key: 'app.zip',
  file: '/artifact.zip',
  size: 10,
  hash: 'abc',
  change: { repository: 'acme/shop', commit: 'c0ffee', message: 'Fix' },
};

function storeOf(
  world: { isVersioned?: boolean; newest?: StoredObject; version?: string } = { version: 'v1' },
) {
  const puts: PutRequest[] = [];
  const store: ObjectStore = {
    isVersioned: async () => world.isVersioned,
    head: async () => world.newest,
    put: async (put) => {
      puts.push(put);
      return { version: world.version, etag: 'e', metadata: put.metadata };
    },
  };
  return { store, puts };
}

async function newestOf(sent: UploadRequest): Promise<StoredObject> {
  const { store, puts } = storeOf();
  await upload(store, sent);
  return { version: 'v0', etag: 'e0', metadata: puts[0]!.metadata };
}

test('the object carries the change, its summary and its hash', async () => {
  const { store, puts } = storeOf();
  expect(await upload(store, request)).toEqual({ version: 'v1', etag: 'e', reused: false });
  expect(puts[0]?.metadata).toMatchObject({
    'drawbridge-commit': 'c0ffee',
    'drawbridge-sha256': 'abc',
    'codepipeline-artifact-revision-summary': 'acme/shop@c0ffee: Fix',
  });
});

describe('the newest version is used again', () => {
  test('when content and commit are the same', async () => {
    const { store, puts } = storeOf({ newest: await newestOf(request), version: 'v1' });
    expect(await upload(store, request)).toEqual({ version: 'v0', etag: 'e0', reused: true });
    expect(puts).toEqual([]);
  });

  test.each([
    ['content', { hash: 'def' }],
    ['commit', { change: { ...request.change, commit: 'decade' } }],
    ['repository', { change: { ...request.change, repository: 'acme/other' } }],
  ])('not when the %s is another', async (_, part) => {
    const { store, puts } = storeOf({ newest: await newestOf(request), version: 'v1' });
    expect(await upload(store, { ...request, ...part })).toMatchObject({ version: 'v1', reused: false });
    expect(puts).toHaveLength(1);
  });
});

describe('refused before anything is sent', () => {
  test('a bucket without versions, with the command that mends it', async () => {
    const { store, puts } = storeOf({ isVersioned: false });
    await expect(upload(store, request)).rejects.toThrow(
      'The bucket source keeps no versions, which an S3 source needs: turn them on with `aws s3api put-bucket-versioning --bucket source --versioning-configuration Status=Enabled`.',
    );
    expect(puts).toEqual([]);
  });

  test('more than CodePipeline takes', async () => {
    const { store, puts } = storeOf();
    await expect(upload(store, { ...request, size: 6 * 1024 ** 3 })).rejects.toThrow(
      'The artifact has 6.0 GiB, and an S3 source of CodePipeline takes 5 at most: put less into it.',
    );
    expect(puts).toEqual([]);
  });
});

test('who may not ask for the versioning learns of it from the answer', async () => {
  await expect(upload(storeOf({ version: undefined }).store, request)).rejects.toThrow('keeps no versions');
  expect(await upload(storeOf({ version: 'v1' }).store, request)).toMatchObject({ version: 'v1' });
});
