import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parseGitignore } from '../../../shared/artifact/gitignore.ts';
import { listTree } from '../../../shared/artifact/tree.ts';
import { folderOf } from './folder.ts';

test.each<[rules: string, path: string, isFolder: boolean, ignored: boolean | undefined]>([
  ['*.log', 'a/b.log', false, true],
  ['/build', 'build', true, true],
  ['/build', 'a/build', true, undefined],
  ['a/b', 'a/b', false, true],
  ['a/b', 'x/a/b', false, undefined],
  ['tmp/', 'tmp', false, undefined],
  ['tmp/', 'x/tmp', true, true],
  ['*.log\n!keep.log', 'keep.log', false, false],
  ['!keep.log\n*.log', 'keep.log', false, true],
  ['# note\n\n  ', 'note', false, undefined],
  ['**/gen', 'a/gen', true, true],
  ['docs/**', 'docs/a/b', false, true],
  ['{a,b}', 'a', false, undefined],
])('%j and %s', (rules, path, isFolder, ignored) => {
  expect(parseGitignore(rules).ignores(path, isFolder)).toBe(ignored);
});

test('a tree leaves out what git would, folder by folder', async () => {
  const folder = await folderOf({
    '.gitignore': '*.log\nnode_modules/\n/dist\n!important.log\n',
    'a.log': '',
    'important.log': '',
    'dist/x': '',
    'src/dist/y': '',
    'src/.gitignore': 'secret*\n!*.log\n',
    'src/secret.txt': '',
    'src/b.log': '',
    'src/ä ö.txt': '',
    'node_modules/p/index.js': '',
  });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const args = ['ls-files', '-z', '--others', '--exclude-standard'];
  const kept = execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(listTree(folder, { gitignore: true }).map(({ path }) => path)).toEqual(kept.sort());
});

test('links are refused on request, and some files are never taken', async () => {
  const folder = await folderOf({ a: '', 'key.pem': 'x', link: { link: 'a' } });
  const never = [`${folder}/key.pem`];
  expect(listTree(folder, { never }).map(({ path }) => path)).toEqual(['a', 'link']);
  expect(() => listTree(folder, { refuseLinks: true })).toThrow(
    '`link` is a symbolic link, which `symlinks: refuse` does not let pass.',
  );
});
