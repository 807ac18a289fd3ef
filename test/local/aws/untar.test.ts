import { execFile } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extractTar, gunzipped } from '../../../local/aws/untar.ts';

const run = promisify(execFile);
let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-tar-'));
  out = join(folder, 'out');
  await mkdir(out);
});
afterEach(() => rm(folder, { recursive: true }));

interface Entry {
  readonly name: string;
  readonly type?: string;
  readonly content?: string;
  readonly link?: string;
}

/** A ustar archive, entry by entry, so that it may hold what tar itself would not write. */
function tarOf(...entries: Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, type = '0', content = '', link = '' }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${Buffer.byteLength(content).toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write(link, 157);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

test.each(['ustar', 'pax', 'gnu'])('what tar writes as %s is extracted', async (format) => {
  const source = join(folder, 'source');
  const long = 'deep/'.repeat(format === 'ustar' ? 18 : 60);
  await mkdir(join(source, long), { recursive: true });
  await writeFile(join(source, long, 'é.txt'), 'far down');
  await writeFile(join(source, 'run.sh'), '#!/bin/sh\n');
  await chmod(join(source, 'run.sh'), 0o750);
  await symlink('run.sh', join(source, 'link'));
  await run('ln', ['run.sh', 'same.sh'], { cwd: source });
  await run('tar', [`--format=${format}`, '-czf', '../a.tgz', '.'], { cwd: source });
  await extractTar(await gunzipped(await readFile(join(folder, 'a.tgz'))), out);
  expect(await readFile(join(out, long, 'é.txt'), 'utf8')).toBe('far down');
  expect((await lstat(join(out, 'run.sh'))).mode & 0o777).toBe(0o750);
  expect(await readlink(join(out, 'link'))).toBe('run.sh');
  expect(await readFile(join(out, 'same.sh'), 'utf8')).toBe('#!/bin/sh\n');
});

test.each<[string, Entry[], string]>([
  [
    'a name that climbs',
    [{ name: 'a/../../evil' }],
    'The tar holds a name outside of its folder, "a/../../evil".',
  ],
  ['an absolute name', [{ name: '/etc/evil' }], 'The tar holds a name outside of its folder, "/etc/evil".'],
  [
    'a pax name that climbs',
    [{ name: 'x', type: 'x', content: '18 path=../../evil\n'.replace('18', '19') }, { name: 'a' }],
    'The tar holds a name outside of its folder, "../../evil".',
  ],
  [
    'a link that leads out',
    [{ name: 'a', type: '2', link: '../evil' }],
    'The tar holds a link that leads out of its folder, "a".',
  ],
  [
    'a hard link to a file of the machine',
    [{ name: 'a', type: '1', link: '/etc/passwd' }],
    'The tar holds a hard link to what it does not hold, "a".',
  ],
  ['a device', [{ name: 'a', type: '3' }], 'The tar holds what is no file, folder or link, "a".'],
  ['two files of one name', [{ name: 'a' }, { name: './a' }], 'The tar holds two entries named "a".'],
  [
    'a file through a link',
    [{ name: 'a', type: '2', link: 'b' }, { name: 'a/c' }],
    'The tar holds two entries named "a".',
  ],
])('%s is refused', async (_, entries, message) => {
  await expect(extractTar(tarOf(...entries), out)).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual(['out']);
});

test('what is cut off or no tar at all is refused', async () => {
  const whole = tarOf({ name: 'a', content: 'x'.repeat(2000) });
  await expect(extractTar(whole.subarray(0, 1024), out)).rejects.toThrow('The tar is cut off or damaged.');
  await expect(extractTar(Buffer.from('PK'.repeat(600)), out)).rejects.toThrow('This is not a tar');
  await expect(extractTar(Buffer.alloc(0), out)).rejects.toThrow('This is not a tar, or an empty one.');
  await expect(gunzipped(Buffer.from('nothing'))).rejects.toThrow('The tgz is damaged, or none.');
  await expect(gunzipped(gzipSync(whole).subarray(0, 40))).rejects.toThrow('The tgz is damaged, or none.');
});
