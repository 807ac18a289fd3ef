import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseFile } from '../../../bot/policy/file.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';
import { repositoryFile } from '../../../bot/policy/schema.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/policy.md'), 'utf8');
const [policy = '', ofRepository = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]) => text,
);

test('the policy of the page is one, and shows every key', () => {
  const { pipelines, people, automation, secrets, workspace } = parsePolicy(policy);
  const shop = pipelines.get('shop');
  expect(
    Object.values(shop?.allow ?? {}).every(
      ({ slack, github }) => slack.length + github.teams.length > 0 || github.permission,
    ),
  ).toBe(true);
  expect(shop?.approvals).toHaveLength(2);
  expect(shop?.github?.policy).toBe('.github/drawbridge.yml');
  expect(people[0]?.aws).toHaveLength(1);
  expect([automation.length, secrets[0]?.channels?.length, workspace]).toEqual([1, 1, 'T0123ABCD']);
});

test('what the page says that a repository may say is one', () => {
  expect(parseFile(ofRepository, 'drawbridge.yml', repositoryFile).pipelines.shop?.approvals).toHaveLength(1);
});
