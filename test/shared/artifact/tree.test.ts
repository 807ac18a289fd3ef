import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listTree, walkTree } from '../../../shared/artifact/tree.ts';
import { UserError } from '../../../shared/errors.ts';
import { folderOf } from './folder.ts';

const paths = (root: string, options = {}) => listTree(root, options).map(({ path }) => path);

describe('what is listed', () => {
  const files = {
    'b.txt': 'b',
    'a/z.js': 'z',
    'a/a.ts': 'a',
    '.env': 'x',
    '.git/HEAD': 'ref',
    'sub/.git': 'gitdir: elsewhere',
    'node_modules/p/i.js': '1',
    'ä/ü 💥.txt': 'ü',
  };

  test.each<[options: { include?: string[]; exclude?: string[] }, expected: string[]]>([
    [{}, ['.env', 'a/a.ts', 'a/z.js', 'b.txt', 'node_modules/p/i.js', 'ä/ü 💥.txt']],
    [{ exclude: ['node_modules'] }, ['.env', 'a/a.ts', 'a/z.js', 'b.txt', 'ä/ü 💥.txt']],
    [{ exclude: ['node_modules/**', '**/*.js'] }, ['.env', 'a/a.ts', 'b.txt', 'ä/ü 💥.txt']],
    [{ include: ['a'] }, ['a/a.ts', 'a/z.js']],
    [{ include: ['./a/', '*.txt'] }, ['a/a.ts', 'a/z.js', 'b.txt']],
    [{ include: ['**/*.js'], exclude: ['node_modules'] }, ['a/z.js']],
    [{ include: ['.git/**'] }, []],
    [{ include: ['nothing'] }, []],
  ])('%o', async (options, expected) => {
    expect(paths(await folderOf(files), options)).toEqual(expected);
  });

  test('size, mode, time and link target are told', async () => {
    const root = await folderOf({ 'run.sh': { text: '#!', mode: 0o755 }, 'now.sh': { link: 'run.sh' } });
    const file = join(root, 'run.sh');
    utimesSync(file, 1, 2);
    expect(listTree(root)).toEqual([
      { kind: 'link', path: 'now.sh', target: 'run.sh' },
      { kind: 'file', path: 'run.sh', file, size: 2, mode: 0o755, modified: 2000 },
    ]);
  });
});

test('the order is that of whole paths, by UTF-16 code units', async () => {
  const files = [
    'a/b',
    'a-b',
    'a.b',
    'a0',
    'A',
    'ä',
    '\u{1f4a5}',
    '\uff5e',
    'a/b-c',
    'a/b.c',
    'a/c/d',
    'a/c-d',
  ];
  const root = await folderOf(Object.fromEntries(files.map((file) => [file, file])));
  expect(paths(root)).toEqual(files.sort());
});

describe('links', () => {
  test.each([
    ['to a file', 'a/f'],
    ['to a folder', 'a'],
    ['to nothing', 'gone'],
    ['over the folder itself', './a/../a/f'],
  ])('%s is kept and not followed', async (_, target) => {
    const root = await folderOf({ 'a/f': 'f', l: { link: target } });
    expect(listTree(root).find(({ path }) => path === 'l')).toEqual({ kind: 'link', path: 'l', target });
  });

  test.each([
    ['absolute', '/etc/hostname'],
    ['upwards', '../secret'],
    ['upwards, later', 'a/../../secret'],
    // a/up is the folder itself, so that a/up/.. is the folder's parent.
    ['through another link', 'a/up/../secret'],
  ])('%s is refused', async (_, target) => {
    const root = await folderOf({ 'a/f': 'f', 'a/up': { link: '..' }, l: { link: target } });
    expect(() => listTree(root)).toThrow(/^The link `l` leads out of the packaged folder/);
  });

  test('one that leads out does not matter when it is left out', async () => {
    expect(paths(await folderOf({ f: 'f', l: { link: '/etc' } }), { exclude: ['l'] })).toEqual(['f']);
  });
});

test.each(['b', 'b.txt', 'c'])('`%s`, which goes away while the tree is read, is named', async (name) => {
  const root = await folderOf({ a: 'a', 'b.txt': 'b', 'b/f': 'f', c: { link: 'a' } });
  const entries = walkTree(root);
  entries.next(); // By now it knows what is there.
  await rm(join(root, name), { recursive: true });
  expect(() => [...entries]).toThrow(
    new UserError(`\`${name}\` changed while it was read; package it when nothing writes to it.`),
  );
});

test('a folder that is not there, or is a file, is named', async () => {
  const root = await folderOf({ f: 'f' });
  expect(() => listTree(join(root, 'gone'))).toThrow(/^The folder `.*gone` cannot be read: ENOENT/);
  expect(() => listTree(join(root, 'f'))).toThrow(/f` is not a folder\.$/);
});

test.skipIf(process.platform === 'win32')('what is neither file nor link is refused', async () => {
  const root = await folderOf({ f: 'f' });
  const server = createServer().listen(join(root, 'socket'));
  await once(server, 'listening');
  try {
    expect(() => listTree(root)).toThrow(
      '`socket` is neither a file nor a link; leave it out with `exclude`.',
    );
  } finally {
    server.close();
  }
});
