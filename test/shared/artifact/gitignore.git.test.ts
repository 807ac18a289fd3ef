import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listTree } from '../../../shared/artifact/tree.ts';
import { folderOf } from './folder.ts';

const name = fc.constantFrom('a', 'b', 'ab', 'a.o', '.x', 'A', 'a b', '[a]', 'a{b}', 'ü', '!a', '#a', 'a\\b');
const folder = fc.array(fc.constantFrom('a', 'b', 'ab', '.x', 'a.o'), { maxLength: 3 });
const path = fc.tuple(folder, name).map(([parts, file]) => [...parts, file].join('/'));

const pieces =
  String.raw`a b ab a.o .x * ** *** *.o a* a** *b* .* ? ?? ü [ab] [!a] [^a]* [a-b].o []a] [a-] [\a]
  [[:alpha:]] [[]a] [a a{b} {a,b} +(a) @(a|b) !(a) \a \!a \#a a\* a\\b`.split(/\s+/);
const piece = fc.constantFrom('a b', ...pieces);
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!'),
    fc.constantFrom('', '', '/'),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
  )
  .chain(([not, root, pieces]) =>
    fc.constantFrom('', '', '/', ' ', '\\ ', '\r').map((end) => `${not}${root}${pieces.join('/')}${end}`),
  );
const rules = fc.array(
  fc.oneof({ weight: 9, arbitrary: pattern }, fc.constantFrom('', '# a', '  ', '!', '/', '\\')),
  {
    maxLength: 6,
  },
);

const tree = fc.record({
  files: fc.uniqueArray(path, { minLength: 1, maxLength: 14 }),
  top: rules,
  below: fc.tuple(folder, rules),
});

/** The files of a tree that Git would add: a `.gitignore` of a folder speaks of what is below it. */
function addedByGit(root: string): string[] {
  const env = {
    PATH: process.env.PATH,
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
  git('init', '--quiet');
  git('config', 'core.ignoreCase', 'false');
  const listed = git('ls-files', '-z', '--others', '--exclude-per-directory=.gitignore');
  return listed.split('\0').filter(Boolean).sort();
}

test('the same files are left out as by Git, whatever the tree and its rules', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(tree, async ({ files, top, below: [inFolder, others] }) => {
      const root = await folderOf({});
      const write = async (file: string, text: string) => {
        await mkdir(dirname(join(root, file)), { recursive: true });
        await writeFile(join(root, file), text);
      };
      // A name that is a folder already is no file.
      for (const file of files) await write(file, '').catch(() => {});
      await write('.gitignore', `${top.join('\n')}\n`);
      if (inFolder.length > 0)
        await write([...inFolder, '.gitignore'].join('/'), others.join('\n')).catch(() => {});
      const ours = listTree(root, { gitignore: true }).map((entry) => entry.path);
      expect(ours.sort()).toEqual(addedByGit(root));
    }),
    { numRuns: 250 },
  );
});
