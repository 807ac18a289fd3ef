import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractZip, readZip, ZipError } from '../../../local/aws/unzip.ts';
import { listTree } from '../../../shared/artifact/tree.ts';
import { writeZip } from '../../../shared/artifact/zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Raw {
  readonly name: string;
  readonly data?: string;
  readonly mode?: number;
  readonly deflate?: boolean;
  readonly claimedSize?: number;
  readonly crc?: number;
}

/** A zip written by hand, so that it can lie. */
function zipOf(...files: Raw[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', mode = 0o100644, deflate = false, claimedSize, crc } of files) {
    const bytes = Buffer.from(data);
    const packed = deflate ? deflateRawSync(bytes) : bytes;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head[5] = 3;
    head.writeUInt16LE(0x800, 8);
    head.writeUInt16LE(deflate ? 8 : 0, 10);
    head.writeUInt32LE(crc ?? crc32(bytes), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(claimedSize ?? bytes.length, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE((mode << 16) >>> 0, 38);
    head.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(head, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const link = (name: string, target: string): Raw => ({ name, data: target, mode: 0o120777 });

describe('extractZip', () => {
  it('brings back what our own writer packed: bytes, permissions, links, names of any language', async () => {
    const tree = join(folder, 'tree');
    mkdirSync(join(tree, 'ünï/深い'), { recursive: true });
    writeFileSync(join(tree, 'ünï/深い/ファイル'), 'x'.repeat(100_000));
    writeFileSync(join(tree, 'run.sh'), '#!/bin/sh\n');
    chmodSync(join(tree, 'run.sh'), 0o755);
    symlinkSync('ünï/深い', join(tree, 'there'));
    await writeZip(listTree(tree), join(folder, 'a.zip'));
    const out = join(folder, 'out');
    mkdirSync(out);
    expect((await extractZip(readFileSync(join(folder, 'a.zip')), out)).toSorted()).toEqual([
      'run.sh',
      'there',
      'ünï/深い/ファイル',
    ]);
    expect(readFileSync(join(out, 'there/ファイル'), 'utf8')).toBe('x'.repeat(100_000));
    expect(statSync(join(out, 'run.sh')).mode & 0o777).toBe(0o755);
  });

  it('reads what Python packed, stored, deflated and with zip64 fields', async () => {
    const script = `
import zipfile
with zipfile.ZipFile('p.zip', 'w') as z:
    z.writestr('stored', 'one')
    z.writestr('deflated', 'two' * 1000, zipfile.ZIP_DEFLATED)
    with z.open(zipfile.ZipInfo('wide'), 'w', force_zip64=True) as f: f.write(b'three')
`;
    try {
      execFileSync('python3', ['-c', script], { cwd: folder });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        return console.warn('python3 is not here: not compared');
      throw error;
    }
    const found = readZip(readFileSync(join(folder, 'p.zip')));
    const texts = await Promise.all(
      found.map(async (entry) => [entry.name, (await entry.read()).toString()]),
    );
    expect(Object.fromEntries(texts)).toEqual({ stored: 'one', deflated: 'two'.repeat(1000), wide: 'three' });
  });

  it.each([
    ['../evil', 'outside of its folder'],
    ['a/../../evil', 'outside of its folder'],
    ['/etc/evil', 'outside of its folder'],
    ['C:\\evil', 'outside of its folder'],
    ['a\\..\\..\\evil', 'outside of its folder'],
  ])('refuses the name %j before anything is written', async (name, why) => {
    await expect(extractZip(zipOf({ name: 'good' }, { name }), folder)).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [[link('l', '/etc/passwd')]],
    [[link('l', '../x')]],
    [[link('a/l', '../../x')]],
    [[link('a/b/c/up', '../..'), link('l', 'a/b/c/up/../..')]],
    [[link('l', '')]],
  ])('refuses the links %j, which lead out', async (files) => {
    await expect(extractZip(zipOf(...files), folder)).rejects.toThrow('leads out of its folder');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never writes through a link, whatever the order of the entries', async () => {
    const inside = zipOf(link('l', 'real'), { name: 'real/x' }, { name: 'l/evil' });
    await expect(extractZip(inside, folder)).rejects.toThrow(ZipError);
    expect(readdirSync(join(folder, 'real'))).toEqual(['x']);
  });

  it('takes links that stay inside', async () => {
    await extractZip(zipOf(link('a/b/l', '../../real/x'), { name: 'real/x', data: 'hi' }), folder);
    expect(readFileSync(join(folder, 'a/b/l'), 'utf8')).toBe('hi');
  });

  it.each([
    [
      'a bomb',
      zipOf({ name: 'b', data: '0'.repeat(1_000_000), deflate: true, claimedSize: 10 }),
      'cannot be inflated to the size',
    ],
    ['a wrong checksum', zipOf({ name: 'b', data: 'x', crc: 1 }), 'does not match its checksum'],
    ['one name twice', zipOf({ name: 'b' }, { name: 'b' }), 'two entries named "b"'],
    ['no zip', Buffer.from('hello'), 'not a zip'],
    ['nothing', Buffer.alloc(0), 'not a zip'],
    ['half a zip', zipOf({ name: 'b', data: 'x'.repeat(100) }).subarray(60), 'damaged'],
    [
      'a huge promise',
      zipOf({ name: 'b', data: 'x', claimedSize: 0xfffffffe }, { name: 'c', claimedSize: 0xfffffffe }),
      'more than 4 GiB',
    ],
  ])('says what is wrong with %s', async (_, zip, why) => {
    await expect(extractZip(zip, folder)).rejects.toThrow(why);
  });

  it('answers damaged zips with a ZipError and nothing else', async () => {
    const good = zipOf({ name: 'a', data: 'hello' }, { name: 'b/c', data: 'x'.repeat(500), deflate: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bad = Buffer.from(good);
        bad[at] = byte;
        try {
          for (const entry of readZip(bad)) await entry.read();
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
