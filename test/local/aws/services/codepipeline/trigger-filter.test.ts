import type { GitConfiguration } from '@aws-sdk/client-codepipeline';
import { expect, test } from 'vitest';
import { passesFilters } from '../../../../../local/aws/services/codepipeline/trigger-filter.ts';

type Filters = Omit<GitConfiguration, 'sourceActionName'>;

const push: Filters = {
  push: [
    { branches: { includes: ['main', 'release/**'], excludes: ['release/old*'] } },
    { branches: { includes: ['docs'] }, filePaths: { includes: ['**/*.md'], excludes: ['README.md'] } },
    { tags: { excludes: ['v0*'] } },
  ],
};
const pulls: Filters = {
  pullRequest: [
    { events: ['CLOSED'], branches: { includes: ['main'] }, filePaths: { excludes: ['.github/**'] } },
  ],
};

test.each<[string, Filters, string, string, string[], boolean]>([
  ['an included branch', push, 'branch', 'main', [], true],
  ['a branch below an included one', push, 'branch', 'release/2/a', [], true],
  ['an excluded branch wins over its include', push, 'branch', 'release/old1', [], false],
  ['a branch that nothing names', push, 'branch', 'feature', [], false],
  [
    'a star does not cross a slash',
    { push: [{ branches: { includes: ['f*'] } }] },
    'branch',
    'f/x',
    [],
    false,
  ],
  ['a path that fits', push, 'branch', 'docs', ['a/b.md'], true],
  ['excluded paths only', push, 'branch', 'docs', ['README.md'], false],
  ['one path of many', push, 'branch', 'docs', ['README.md', 'x.ts', 'c.md'], true],
  ['a tag without includes', push, 'tag', 'v1', [], true],
  ['an excluded tag', push, 'tag', 'v0.9', [], false],
  ['a tag is no branch', { push: [{ branches: { includes: ['**'] } }] }, 'tag', 'v1', [], false],
  ['a pull request where only pushes are wanted', push, 'pullRequest', 'main', [], false],
  ['a closed pull request', pulls, 'pullRequest', 'main', ['a.ts'], true],
  ['… of hidden files only', pulls, 'pullRequest', 'main', ['.github/x.yml'], false],
  ['… into another branch', pulls, 'pullRequest', 'next', ['a.ts'], false],
  ['a push where only pull requests are wanted', pulls, 'branch', 'main', ['a.ts'], false],
])('%s', async (_, filters, kind, name, files, expected) => {
  const change = { kind: kind as 'branch', name, event: 'CLOSED' as const, files: async () => files };
  expect(await passesFilters({ sourceActionName: 'Source', ...filters }, change)).toBe(expected);
});

test('a pattern that is made to take long does not', async () => {
  const includes = ['*a*a*a*a*a*a*a*a*a*a*b', '**/**/**/**/**/**/**/**/b', '*'.repeat(255)];
  const filters = { sourceActionName: 'Source', push: [{ branches: { includes } }] };
  const before = performance.now();
  await passesFilters(filters, { kind: 'branch', name: 'a/'.repeat(100), files: async () => [] });
  expect(performance.now() - before).toBeLessThan(1000);
});
