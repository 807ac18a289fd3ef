import { afterEach, beforeEach, expect, test } from 'vitest';
import type { World } from '../../../../../local/aws/world.ts';
import { createTestWorld, logOf, printed, run } from './harness.ts';

let aws: World;
beforeEach(async () => {
  aws = await createTestWorld();
});
afterEach(() => aws.close());

const cached = { name: 'demo', source: { type: 'NO_SOURCE' as const }, cache: { type: 'LOCAL' as const } };

function build(cache: object, commands: string[], project: object = cached) {
  const spec = JSON.stringify({ version: 0.2, phases: { build: { commands } }, cache });
  return run(aws, spec, { project: project as typeof cached });
}

test('what one build saves the next begins with: the source’s paths and those below /root', async () => {
  const cache = { paths: ['node_modules/**/*', '/root/.npm/**/*'] };
  await build(cache, [
    'mkdir -p node_modules/.bin ~/.npm other',
    'echo one > node_modules/a; ln -s ../a node_modules/.bin/a; echo two > ~/.npm/b; echo three > other/c',
  ]);
  const next = await build(cache, ['cat node_modules/.bin/a ~/.npm/b; ls']);
  expect(printed(aws, next)).toEqual(['one', 'two', 'node_modules']);
});

test('a build that failed saves nothing, and no project finds another’s', async () => {
  const cache = { paths: ['kept/**/*'] };
  await build(cache, ['mkdir kept; touch kept/a; false']);
  expect(printed(aws, await build(cache, ['ls; mkdir kept; touch kept/b']))).toEqual([]);
  expect(printed(aws, await build(cache, ['ls'], { ...cached, name: 'other' }))).toEqual([]);
  expect(printed(aws, await build(cache, ['ls kept']))).toEqual(['b']);
});

test('a key names a cache that is never changed; the newest that begins with a fallback key comes instead', async () => {
  const cache = (key: string) => ({ key, 'fallback-keys': ['none', 'npm-'], paths: ['kept/**/*'] });
  const commands = ['mkdir -p kept; ls kept; echo "$NEW"; touch "kept/$NEW"'];
  const save = (key: string, name: string) => build(cache(key), [`export NEW=${name}`, ...commands]);
  expect(printed(aws, await save('npm-$((1 + 0))', 'a'))).toEqual(['a']);
  expect(printed(aws, await save('npm-2', 'b'))).toEqual(['a', 'b']);
  expect(printed(aws, await save('npm-1', 'c'))).toEqual(['a', 'c']);
  expect(printed(aws, await save('npm-1', 'd'))).toEqual(['a', 'd']);
});

test('a key can be made of the files that patterns name', async () => {
  const cache = { key: 'npm-$(codebuild-hash-files lock "deep/**/*.json")', paths: ['kept/**/*'] };
  const save = (...commands: string[]) =>
    build(cache, ['mkdir -p kept deep/er; echo lock > lock; echo 1 > deep/er/a.json', ...commands]);
  const keyOf = async (saved: ReturnType<typeof save>) =>
    /The cache was saved: (npm-[0-9a-f]{64}),/.exec(logOf(aws, await saved).join('\n'))?.[1];
  const key = await keyOf(save('touch kept/a'));
  expect(key).toBeDefined();
  expect(logOf(aws, await save('cd /; touch "$CODEBUILD_SRC_DIR/other"')).join('\n')).toContain(
    `The cache ${key} is there already`,
  );
  const other = await keyOf(save('echo 2 > deep/er/a.json'));
  expect(other).toBeDefined();
  expect(other).not.toBe(key);
  const none = await build({ paths: ['kept/**/*'] }, ['codebuild-hash-files none']);
  expect([none.buildStatus, printed(aws, none)]).toEqual([
    'FAILED',
    ['codebuild-hash-files: no files match none'],
  ]);
});

test('paths elsewhere on this machine are left alone, and said', async () => {
  const log = logOf(aws, await build({ paths: ['/etc/**/*', '../*'] }, ['true'])).join('\n');
  expect(log).toContain('not /etc/**/*');
  expect(log).toContain('not ../*');
});

test('a project without a cache says so', async () => {
  const project = { ...cached, cache: { type: 'NO_CACHE' } };
  const log = logOf(aws, await build({ paths: ['kept/**/*'] }, ['true'], project)).join('\n');
  expect(log).toContain('the section `cache` has no effect');
});
