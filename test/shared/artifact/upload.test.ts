import { describe, expect, test } from 'vitest';
import { type UploadRequest, upload } from '../../../shared/artifact/upload.ts';
import type { CopyRequest, ObjectStore, PutRequest, StoredObject } from '../../../shared/aws/uploads.ts';

const request: UploadRequest = {
  bucket: 'source',
  key: 'app.zip',
  file: '/artifact.zip',
  size: 10,
  hash: 'abc',
  change: { repository: 'acme/shop', commit: 'c0ffee', message: 'Fix' },
};

function storeOf(
  world: { isVersioned?: boolean; newest?: StoredObject; version?: string; copyError?: Error } = {
    version: 'v1',
  },
) {
  const puts: PutRequest[] = [];
  const copies: CopyRequest[] = [];
  const store: ObjectStore = {
    isVersioned: async () => world.isVersioned,
    head: async () => world.newest,
    put: async (put) => {
      puts.push(put);
      return { version: world.version, etag: 'e', metadata: put.metadata };
    },
    copy: async (copy) => {
      if (world.copyError) throw world.copyError;
      copies.push(copy);
      return { version: 'v-copy', etag: 'e', metadata: copy.metadata };
    },
    tellsEventBridge: async () => false,
  };
  return { store, puts, copies };
}

async function newestOf(sent: UploadRequest): Promise<StoredObject> {
  const { store, puts } = storeOf();
  await upload(store, sent);
  return { version: 'v0', etag: 'e0', metadata: puts[0]!.metadata };
}

test('the object carries the change, its summary and its hash', async () => {
  const { store, puts } = storeOf();
  expect(await upload(store, request)).toEqual({ version: 'v1', etag: 'e', reused: false, copied: false });
  expect(puts[0]?.metadata).toMatchObject({
    'drawbridge-commit': 'c0ffee',
    'drawbridge-sha256': 'abc',
    'codepipeline-artifact-revision-summary': 'acme/shop@c0ffee: Fix',
  });
});

describe('the newest version is used again', () => {
  test('when content and commit are the same', async () => {
    const { store, puts } = storeOf({ newest: await newestOf(request), version: 'v1' });
    expect(await upload(store, request)).toEqual({
      version: 'v0',
      etag: 'e0',
      reused: true,
      copied: false,
    });
    expect(puts).toEqual([]);
  });

  test('not when the content is another', async () => {
    const { store, puts } = storeOf({ newest: await newestOf(request), version: 'v1' });
    const other = { ...request, hash: 'def' };
    expect(await upload(store, other)).toMatchObject({ version: 'v1', reused: false, copied: false });
    expect(puts).toHaveLength(1);
  });

  test.each([
    ['commit', { commit: 'decade' }],
    ['repository', { repository: 'acme/other' }],
  ])('as a copy that tells so when the %s is another', async (_, part) => {
    const { store, puts, copies } = storeOf({ newest: await newestOf(request), version: 'v1' });
    const other = { ...request, change: { ...request.change, ...part } };
    expect(await upload(store, other)).toMatchObject({ version: 'v-copy', reused: false, copied: true });
    expect(puts).toEqual([]);
    const [name, value] = Object.entries(part)[0]!;
    const metadata = { [`drawbridge-${name}`]: encodeURIComponent(value) };
    expect(copies).toMatchObject([{ version: 'v0', metadata }]);
  });

  test('not when it may not be read: it is sent again', async () => {
    const copyError = Object.assign(new Error('no'), { name: 'AccessDenied' });
    const { store, puts } = storeOf({ newest: await newestOf(request), version: 'v1', copyError });
    const other = { ...request, change: { ...request.change, commit: 'decade' } };
    expect(await upload(store, other)).toMatchObject({ version: 'v1', copied: false });
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
