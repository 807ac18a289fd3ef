import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { git } from '../../../../../local/aws/git/run.ts';
import codecommit from '../../../../../local/aws/services/codecommit/service.ts';
import type { World } from '../../../../../local/aws/world.ts';
import { commands, createTestWorld, failureOf, printed, run } from './harness.ts';

let aws: World;
let checkout: string;
beforeEach(async () => {
  aws = await createTestWorld();
  checkout = mkdtempSync(join(tmpdir(), 'drawbridge-test-'));
});
afterEach(async () => {
  await aws.close();
  rmSync(checkout, { recursive: true, force: true });
});

const location = 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/shop';

/** A repository named shop: `one` on main and, tagged v2, `two` on other. */
async function pushShop(): Promise<{ main: string; other: string }> {
  const shop = await aws.use(codecommit).create('shop');
  const commit = async (content: string) => {
    writeFileSync(join(checkout, 'VERSION'), content);
    await git(checkout, ['add', 'VERSION']);
    const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    await git(checkout, [...author, 'commit', '--quiet', '-m', content]);
    return (await git(checkout, ['rev-parse', 'HEAD'])).trim();
  };
  await git(checkout, ['init', '--quiet', '--initial-branch=main']);
  const main = await commit('one\n');
  await git(checkout, ['push', '--quiet', shop.git.folder, 'HEAD:refs/heads/main']);
  const other = await commit('two\n');
  await git(checkout, ['tag', 'v2']);
  await git(checkout, ['push', '--quiet', shop.git.folder, 'HEAD:refs/heads/other', 'v2']);
  return { main, other };
}

function build(version?: string, at = location) {
  const source = { type: 'CODECOMMIT' as const, location: at };
  const project = { name: 'demo', source, ...(version && { sourceVersion: version }) };
  return run(aws, commands('cat VERSION'), { project });
}

test('a commit of a local repository is built, by branch, tag or id', async () => {
  const { main, other } = await pushShop();
  for (const [version, content, commit] of [
    [undefined, 'one', main],
    ['other', 'two', other],
    ['refs/heads/other', 'two', other],
    ['v2', 'two', other],
    [main, 'one', main],
  ] as const) {
    const built = await build(version);
    expect(printed(aws, built)).toEqual([content]);
    expect(built.resolvedSourceVersion).toBe(commit);
  }
});

test('a repository or a version that is not there fails the download, and is named', async () => {
  expect(failureOf(await build())?.message).toContain('shop does not exist');
  await pushShop();
  expect(failureOf(await build('--output=x'))?.message).toContain('source version --output=x');
  const elsewhere = await build(undefined, 'https://example.com/shop.git');
  expect(failureOf(elsewhere)?.message).toContain('https://example.com/shop.git');
});
