import { appendFileSync, linkSync, readFileSync, utimesSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { readZip } from '../../local/aws/unzip.ts';
import { folderOf } from '../shared/artifact/folder.ts';
import { listByAll, readByAll, sha256 } from '../shared/artifact/readers.ts';
import { actionWorld, approvalStage } from './world.ts';

/** A world in which a folder is packaged and uploaded, and no more. */
async function packagingWorld() {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const send = async (folder: string, env = {}) => {
    const inputs = { pipeline: 'shop', start: 'false' };
    return (await world.step({}, inputs, { GITHUB_WORKSPACE: folder, ...env })).main();
  };
  return {
    send,
    /** The zip file of what was sent. */
    async uploaded(folder: string): Promise<string> {
      const { code, log, outputs } = await send(folder);
      expect(log).toMatch(/^Artifact: /m);
      expect(code).toBe(0);
      const VersionId = outputs['version-id'];
      const object = await world.s3.send(
        new GetObjectCommand({ Bucket: 'source', Key: 'app.zip', VersionId }),
      );
      const file = join(await folderOf({}), 'app.zip');
      await writeFile(file, object.Body as NodeJS.ReadableStream);
      return file;
    },
    /** The one sentence with which it refuses. */
    async refusal(folder: string, env = {}): Promise<string> {
      const { code, log, outputs } = await send(folder, env);
      expect(code).toBe(1);
      expect(outputs).toEqual({});
      return log.trim();
    },
  };
}

test('names in any language arrive as they are', async () => {
  const names = [
    'Ünïcode 💥/日本語.txt',
    'cafe\u0301.txt',
    'café.txt',
    'שלום/مرحبا.txt',
    "it's 100% $HOME.txt",
  ];
  const world = await packagingWorld();
  const file = await world.uploaded(await folderOf(Object.fromEntries(names.map((name) => [name, name]))));
  const found = await readByAll(file);
  expect(found.map(({ name, data }) => [name, data])).toEqual(
    names.sort().map((name) => [name, sha256(name)]),
  );
}, 60_000);

test('70,000 files arrive, every one of them', async () => {
  const contents = Array.from({ length: 100 }, (_, i) => [`d${i}/first`, 'same']);
  const folder = await folderOf(Object.fromEntries(contents));
  for (let i = 100; i < 70_000; i++) {
    const parent = join(folder, `d${i % 100}`);
    linkSync(join(parent, 'first'), join(parent, `f${i}`));
  }
  const found = await readByAll(await (await packagingWorld()).uploaded(folder));
  expect(new Set(found.map(({ name }) => name)).size).toBe(70_000);
  expect(new Set(found.map(({ data }) => data))).toEqual(new Set([sha256('same')]));
}, 240_000);

test('a file of more than 4 GiB arrives whole, and so does what comes after it', async () => {
  const size = 4 * 1024 ** 3 + 5;
  const folder = await folderOf({ big: '', next: 'next' });
  await truncate(join(folder, 'big'), size); // Sparse: it takes no room.
  const file = await (await packagingWorld()).uploaded(folder);
  expect(listByAll(file)).toEqual([
    ['big', size],
    ['next', 4],
  ]);
  const next = readZip(readFileSync(file)).find(({ name }) => name === 'next');
  expect((await next?.read())?.toString()).toBe('next');
}, 480_000);

test('what was touched and not changed is not sent again', async () => {
  const world = await packagingWorld();
  const folder = await folderOf({ 'a.txt': 'a'.repeat(3_000_000), 'b/c.sh': { text: '#!', mode: 0o755 } });
  const first = await world.send(folder);
  for (const name of ['a.txt', 'b/c.sh', 'b']) utimesSync(join(folder, name), 1, 2_000_000_000);
  const second = await world.send(folder);
  expect(second.outputs).toEqual(first.outputs);
  expect(second.log).toContain('is there already');
}, 60_000);

test('a file that changes while it is read is named, and nothing is sent', async () => {
  const folder = await folderOf({ 'server.log': '' });
  const file = join(folder, 'server.log');
  await truncate(file, 200_000_000);
  const writing = setInterval(() => appendFileSync(file, 'one more line\n'), 1);
  onTestFinished(() => clearInterval(writing));
  expect(await (await packagingWorld()).refusal(folder)).toBe(
    '::error::`server.log` changed while it was read; package it when nothing writes to it.',
  );
}, 60_000);

test('a disk that fills is named, and nothing is sent', async () => {
  const folder = await folderOf({ f: 'x' });
  // The artifact is written to a device that is always full: https://man7.org/linux/man-pages/man4/full.4.html
  const full = `import fs from 'node:fs/promises';
    const { open } = fs;
    fs.open = (path, ...rest) => open(path.endsWith('/artifact.zip') ? '/dev/full' : path, ...rest);`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(full)}` };
  expect(await (await packagingWorld()).refusal(folder, env)).toMatch(
    /^::error::The disk of `.*\/artifact\.zip` is full; free some space or package less\.$/,
  );
}, 60_000);
