import { randomBytes } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { array, asyncProperty, assert as check, constantFrom, record, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readZip } from '../../../local/aws/unzip.ts';
import { listTree } from '../../../shared/artifact/tree.ts';
import { writeZip } from '../../../shared/artifact/zip.ts';
import {
  dataDescriptor,
  directoryHeader,
  endOfDirectory,
  isLarge,
  localHeader,
} from '../../../shared/artifact/zip-format.ts';
import { UserError } from '../../../shared/errors.ts';
import { folderOf } from './folder.ts';
import { readByAll, sha256 } from './readers.ts';

async function zipOf(root: string, name = 'out.zip') {
  const out = join(await folderOf({}), name);
  return writeZip(listTree(root), out);
}

describe('what others find in the file is what was packaged', () => {
  const big = randomBytes(700_000).toString('hex').repeat(3);
  const files = {
    empty: '',
    'small.txt': 'hello',
    'text.txt': 'drawbridge '.repeat(10_000),
    'random.bin': randomBytes(100_000),
    'exactly-one-block.bin': Buffer.alloc(1024 * 1024, 'x'),
    'one-byte-more.bin': Buffer.alloc(1024 * 1024 + 1, 'x'),
    'several-blocks.txt': big,
    'name with ünïcode 💥/日本語.txt': 'names',
    'run.sh': { text: '#!/bin/sh', mode: 0o755 },
    secret: { text: 's', mode: 0o600 },
    link: { link: 'small.txt' },
  };

  test('names, bytes, modes, links', async () => {
    const zip = await zipOf(await folderOf(files));
    const found = await readByAll(zip.file);
    expect(found.map(({ name }) => name)).toEqual(Object.keys(files).sort());
    const of = (path: string) => found.find(({ name }) => name === path);
    expect(of('several-blocks.txt')).toMatchObject({ data: sha256(big), mode: 0o644 });
    expect(of('empty')).toMatchObject({ data: sha256(''), mode: 0o644 });
    expect(of('random.bin')?.data).toBe(sha256(files['random.bin']));
    expect(of('one-byte-more.bin')?.data).toBe(sha256(files['one-byte-more.bin']));
    expect(of('run.sh')?.mode).toBe(0o755);
    expect(of('secret')?.mode).toBe(0o600);
    expect(of('link')?.data).toBe(sha256('small.txt'));
    expect(readZip(readFileSync(zip.file)).find(({ name }) => name === 'link')?.kind).toBe('link');
    expect(zip).toMatchObject({
      entries: 11,
      hash: sha256(readFileSync(zip.file)),
      size: readFileSync(zip.file).length,
    });
  });

  test('names of many languages, also where two look the same or run from right to left', async () => {
    const names = [
      'caf\u00e9.txt',
      'cafe\u0301.txt',
      '\u05e9\u05dc\u05d5\u05dd/\u0645\u0631\u062d\u0628\u0627.txt',
      'नमस्ते/สวัสดี.md',
      '안녕/\u110b\u1161\u11ab.txt',
      'Привет/Γειά/Ђорђе.txt',
      '你好/こんにちは.txt',
      '\u{1f469}\u200d\u{1f680}.txt',
    ];
    const zip = await zipOf(await folderOf(Object.fromEntries(names.map((name) => [name, name]))));
    const found = await readByAll(zip.file);
    expect(found.map(({ name, data }) => [name, data])).toEqual(
      names.sort().map((name) => [name, sha256(name)]),
    );
  });

  test('any small tree', async () => {
    const name = constantFrom('a', 'b', 'dir/c', 'dir/d', 'ü', '💥', 'x y', "it's");
    const tree = array(record({ name, data: uint8Array({ maxLength: 300 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    await check(
      asyncProperty(tree, async (entries) => {
        const root = await folderOf({});
        const unique = new Map(entries.map((entry) => [entry.name, entry.data]));
        const made = await folderOf(
          Object.fromEntries([...unique].map(([key, data]) => [key, Buffer.from(data)])),
        );
        const zip = await writeZip(listTree(made), join(root, 'out.zip'));
        const found = await readByAll(zip.file);
        expect(new Map(found.map(({ name, data }) => [name, data]))).toEqual(
          new Map([...unique].map(([key, data]) => [key, sha256(data)])),
        );
      }),
      { numRuns: 6 },
    );
  });
});

test('the same tree gives the same bytes, whenever it was written', async () => {
  const content = { 'a.txt': 'a'.repeat(3_000_000), 'b/c.txt': 'c', l: { link: 'a.txt' } };
  const [one, other] = [await folderOf(content), await folderOf(content)];
  const first = await zipOf(one);
  utimesSync(join(one, 'a.txt'), new Date('2001-01-01'), new Date('2031-01-01'));
  writeFileSync(join(one, 'b/c.txt'), 'c');
  const again = await zipOf(one);
  const elsewhere = await zipOf(other);
  expect([again.hash, elsewhere.hash]).toEqual([first.hash, first.hash]);
  expect(await readFile(again.file)).toEqual(await readFile(first.file));
  writeFileSync(join(one, 'b/c.txt'), 'd');
  expect((await zipOf(one)).hash).not.toBe(first.hash);
});

describe('a file that is not any more as it was listed', () => {
  const changed = '`f` changed while it was read; package it when nothing writes to it.';

  test.each([
    ['grew', 10, (file: string) => appendFile(file, 'x'), changed],
    ['shrank', 10, (file: string) => truncate(file, 3), changed],
    ['grew, over several blocks', 3_000_000, (file: string) => appendFile(file, 'x'), changed],
    ['shrank, over several blocks', 3_000_000, (file: string) => truncate(file, 3), changed],
    [
      'was written anew, over several blocks',
      3_000_000,
      (file: string) => writeFile(file, 'y'.repeat(3_000_000)),
      changed,
    ],
  ])('%s', async (_, size, change, message) => {
    const root = await folderOf({ f: 'x'.repeat(size) });
    const entries = listTree(root);
    await change(join(root, 'f'));
    await expect(writeZip(entries, join(await folderOf({}), 'out.zip'))).rejects.toThrow(message);
  });

  test('is gone', async () => {
    const root = await folderOf({ f: 'x' });
    const entries = listTree(root);
    await rm(join(root, 'f'));
    await expect(writeZip(entries, join(await folderOf({}), 'out.zip'))).rejects.toThrow(changed);
  });
});

test('a disk that is full is named', async () => {
  const root = await folderOf({ small: 'x', large: randomBytes(3_000_000) });
  // A device that is always full: https://man7.org/linux/man-pages/man4/full.4.html
  await expect(writeZip(listTree(root), '/dev/full')).rejects.toThrow(
    new UserError('The disk of `/dev/full` is full; free some space or package less.'),
  );
});

test('it stops when it is told to', async () => {
  const root = await folderOf({ f: 'x' });
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(writeZip(listTree(root), join(root, 'out.zip'), stopped)).rejects.toThrow('stopped');
});

test('70,000 files need the wide directory, and every reader finds them all', async () => {
  const root = await folderOf({ f: 'same' });
  const [entry] = listTree(root);
  const entries = Array.from({ length: 70_000 }, (_, i) => ({
    ...entry!,
    path: `f${String(i).padStart(6, '0')}`,
  }));
  const zip = await writeZip(entries, join(await folderOf({}), 'out.zip'));
  const found = await readByAll(zip.file);
  expect(found).toHaveLength(70_000);
  expect(new Set(found.map(({ data }) => data))).toEqual(new Set([sha256('same')]));
}, 60_000);

describe('records past 4 GiB', () => {
  const entry = { name: Buffer.from('big'), mode: 0o100644, stored: false, trailing: true, large: true };
  const size = 5 * 1024 ** 3;
  const sizes = { crc: 0x12345678, compressed: size - 1, size };

  test('sizes that do not fit stand in an extra field, and the old fields say so', () => {
    const header = directoryHeader(entry, sizes, size + 7);
    expect(header.readUInt32LE(20)).toBe(0xffffffff);
    expect(header.readUInt32LE(24)).toBe(0xffffffff);
    expect(header.readUInt32LE(42)).toBe(0xffffffff);
    const extra = header.subarray(46 + 3);
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 24]);
    expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([size, size - 1, size + 7]);
    expect(localHeader(entry, undefined).readUInt16LE(4)).toBe(45);
    expect(dataDescriptor(entry, sizes)).toHaveLength(24);
  });

  test('the end of the directory has its wide twin', () => {
    expect(endOfDirectory(1, 100, 200)).toHaveLength(22);
    const wide = endOfDirectory(1, 100, size);
    expect(wide.readUInt32LE(0)).toBe(0x06064b50);
    expect(Number(wide.readBigUInt64LE(48))).toBe(size);
    expect(Number(wide.readBigUInt64LE(56 + 8))).toBe(size + 100);
    expect(wide.readUInt32LE(76 + 16)).toBe(0xffffffff);
  });

  test.each([
    [0, false],
    [4 * 1024 ** 3 - 1, true],
    [3 * 1024 ** 3, false],
  ])('%d bytes are large: %s', (bytes, large) => expect(isLarge(bytes)).toBe(large));
});
