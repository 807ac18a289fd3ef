import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The import rules of the house: which folder may stand on which, and who may touch the outside. */
const root = join(import.meta.dirname, '..');
const files = globSync('{action,bot,shared,local}/**/*.ts', { cwd: root }).filter(
  (file) => !file.startsWith('action/dist/') && !file.startsWith('local/sample/'),
);

interface Import {
  readonly from: string;
  /** A path from the root for our own files, else the package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<fixed>[^']+)'|(?<typeof>typeof\s)?import\('(?<lazy>[^']+)'\)/gm,
  );
  return [...found].map(({ groups }) => {
    const to = groups?.fixed ?? groups?.lazy ?? '';
    const resolved = to.startsWith('.') ? relative(root, join(root, dirname(from), to)) : to;
    const typeOnly = groups?.type !== undefined || groups?.typeof !== undefined;
    return { from, to: resolved, typeOnly };
  });
});

const within = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const isAwsSdk = (path: string) => path.startsWith('@aws-sdk/');

const rules: readonly { rule: string; breaks: (found: Import) => boolean }[] = [
  {
    rule: 'shared/ stands on nothing of ours but itself',
    breaks: ({ from, to }) => within('shared')(from) && ['action', 'bot', 'local'].some((f) => within(f)(to)),
  },
  {
    rule: 'only local/ imports local/',
    breaks: ({ from, to }) => !within('local')(from) && within('local')(to),
  },
  {
    rule: 'action/ and bot/ do not know each other',
    breaks: ({ from, to }) =>
      (within('action')(from) && within('bot')(to)) || (within('bot')(from) && within('action')(to)),
  },
  {
    rule: 'in the product, only shared/aws and shared/providers load an AWS SDK',
    breaks: ({ from, to, typeOnly }) =>
      isAwsSdk(to) && !typeOnly && !['shared/aws', 'shared/providers', 'local'].some((f) => within(f)(from)),
  },
  {
    rule: 'only action/io.ts imports @actions/core',
    breaks: ({ from, to }) => to === '@actions/core' && from !== 'action/io.ts',
  },
];

describe('file boundaries', () => {
  test('imports were found to judge', () => {
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test.each(rules)('$rule', ({ breaks }) => {
    expect(imports.filter(breaks).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});
