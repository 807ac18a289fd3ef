import { expect, test } from 'vitest';
import { actionWorld, approvalStage } from './world.ts';

const wrong = {
  'buildspec.yml': 'version: 0.2\nphases:\n  build:\n    comands: [make]\n',
  'appspec.yml': 'version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: www\n',
  'pipeline.json': JSON.stringify({ pipeline: { name: 'a b', roleArn: 'role', stages: [] } }, null, 2),
};
const noCredentials = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_REGION: '' };

test('`mode: check` says what is wrong on the very lines, without AWS', async () => {
  const world = await actionWorld();
  const { code, log } = await (await world.step(wrong, { mode: 'check' }, noCredentials)).main();
  expect(code).toBe(1);
  expect(log).toMatch(
    /^::error file=buildspec\.yml,line=4,col=5::Unknown key `comands`.*did you mean `commands`\?$/m,
  );
  expect(log).toMatch(/^::error file=appspec\.yml,line=5,col=18::.*an absolute path on the server/m);
  expect(log).toMatch(/^::error file=pipeline\.json,line=3,col=13::name/m);
  expect(log).toMatch(
    /^::error::\d things are wrong with the checked files, so nothing was sent: mend it first\.$/m,
  );
});

test('a tree with nothing wrong passes, and only what is asked for is checked', async () => {
  const world = await actionWorld();
  const good = { 'buildspec.yml': 'version: 0.2\nphases:\n  build:\n    commands: [make]\n' };
  const passed = await (await world.step(good, { mode: 'check' }, noCredentials)).main();
  expect(passed).toMatchObject({ code: 0, log: 'Nothing is wrong with buildspec.yml.\n' });
  const none = await (await world.step(wrong, { mode: 'check', check: 'none' }, noCredentials)).main();
  expect(none).toMatchObject({ code: 0, log: 'There is nothing to check.\n' });
  const other = { 'ci/notes.yml': 'a: 1' };
  const odd = await (await world.step(other, { mode: 'check', check: 'ci/*.yml' }, noCredentials)).main();
  expect(odd.log).toContain('::error file=ci/notes.yml,line=1,col=1::This is neither a buildspec');
});

test('a broken buildspec is found before anything leaves the runner', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const { code, log, outputs } = await (await world.step(wrong, { pipeline: 'shop' })).main();
  expect(code).toBe(1);
  expect(log).toContain('::error file=buildspec.yml,line=4');
  expect(outputs).toEqual({});
  expect(await world.runs('shop')).toEqual([]);
});
