import { readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf } from '../shared/artifact/folder.ts';
import { shown } from './step.ts';
import { actionWorld, approvalStage } from './world.ts';

const key = '-----BEGIN KEY-----\nabcdefgh\nijklmnop\n-----END KEY-----\n';

/** A world with some secrets, and a step that takes them. */
async function secretWorld() {
  const world = await actionWorld();
  const ssm = new SSMClient(world.client);
  const manager = new SecretsManagerClient(world.client);
  onTestFinished(() => {
    ssm.destroy();
    manager.destroy();
  });
  const put = async (Name: string, Value: string) => {
    world.canaries.add(Value);
    await ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString', Overwrite: true }));
  };
  await put('/shop/prod/DB_URL', 'pg://old-door');
  await put('/shop/prod/DB_URL', 'pg://new-door');
  await put('/shop/prod/mail/api-key', 'mail-value');
  await put('/shop/key', key);
  world.canaries.add('open-sesame');
  const SecretString = JSON.stringify({ user: 'admin', password: 'open-sesame' });
  await manager.send(new CreateSecretCommand({ Name: 'shop/db', SecretString }));

  const environment = await folderOf({ env: '' });
  const workspace = await folderOf({ 'index.html': 'hello' });
  const step = (secrets: string, given: Record<string, string> = {}) =>
    world.step(
      {},
      { secrets, ...given },
      {
        GITHUB_ENV: join(environment, 'env'),
        GITHUB_WORKSPACE: workspace,
      },
    );
  const variables = async () => {
    const text = await readFile(join(environment, 'env'), 'utf8');
    const all = text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
    return Object.fromEntries([...all].map(([, name, , value]) => [name, value]));
  };
  return { world, step, variables, workspace };
}

test('secrets become masked variables of the next steps, and show nowhere', async () => {
  const { step, variables } = await secretWorld();
  const { main } = await step(
    '* = /shop/prod/\nOLD_URL = /shop/prod/DB_URL:1\nDB_* = secretsmanager:shop/db\nPASS = secretsmanager:shop/db#password',
  );
  const result = await main();
  expect(result).toMatchObject({ code: 0, outputs: {}, state: {}, summary: '' });
  expect(await variables()).toEqual({
    DB_URL: 'pg://new-door',
    MAIL_API_KEY: 'mail-value',
    OLD_URL: 'pg://old-door',
    DB_USER: 'admin',
    DB_PASSWORD: 'open-sesame',
    PASS: 'open-sesame',
  });
  expect(shown(result.log)).toBe('Secrets: 6 environment variables and 0 files, masked.\n');
  for (const value of ['pg://new-door', 'pg://old-door', 'mail-value', 'admin', 'open-sesame'])
    expect(result.log).toContain(`::add-mask::${value}\n`);
});

test('a secret file is for its owner alone, is not packaged, and is gone after the job', async () => {
  const { world, step, variables, workspace } = await secretWorld();
  await world.pipeline('shop', [approvalStage]);
  const { main, post } = await step('./keys/key.pem = /shop/key', { pipeline: 'shop', start: 'false' });
  const result = await main();
  expect(shown(result.log)).toContain('Artifact: 1 file in');
  expect(result.code).toBe(0);
  const file = join(workspace, 'keys/key.pem');
  expect(await readFile(file, 'utf8')).toBe(key);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(result.log).toContain('::add-mask::abcdefgh\n::add-mask::ijklmnop\n');
  expect(JSON.stringify([result.outputs, result.state, result.summary, shown(result.log)])).not.toContain(
    'abcdefgh',
  );
  expect(await variables()).toEqual({ DRAWBRIDGE_SECRET_FILES: file });
  await post();
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('a link that was committed leads no secret out of the workspace', async () => {
  const { step, workspace } = await secretWorld();
  const elsewhere = await folderOf({});
  await symlink(elsewhere, join(workspace, 'keys'));
  const { code, log } = await (await step('./keys/deep/key.pem = /shop/key')).main();
  expect(code).toBe(1);
  expect(log).toContain(
    '::error::The secret file `./keys/deep/key.pem` leads out of the workspace by a symbolic link: name another.',
  );
  expect(await readdir(elsewhere)).toEqual([]);
});

test.each([
  [
    'A = /shop/gone',
    'The secret of `A = /shop/gone` does not exist: check its name, its version and the region.',
  ],
  ['A = /shop/key:9', 'The secret of `A = /shop/key:9` does not exist'],
  ['A = secretsmanager:shop/db#pin', 'The secret of `A = secretsmanager:shop/db#pin` has no field `pin`.'],
  ['* = /nothing/', 'There is nothing at `* = /nothing/` of `secrets`.'],
  ['./index.html = /shop/key', 'index.html` is there already: name another.'],
  ['* = secretsmanager:shop/db\nUSER = /shop/key', 'both set `USER`'],
  [
    './a/../../x.pem = /shop/key',
    'takes a file in the workspace, or one by its whole path, not `./a/../../x.pem`',
  ],
])('%j sets nothing at all', async (secrets, message) => {
  const { step, variables, workspace } = await secretWorld();
  const { main, post } = await step(`OK = /shop/prod/DB_URL\n${secrets}`);
  const { code, log } = await main();
  expect(code).toBe(1);
  expect(log).toMatch(/^::error::/m);
  expect(log).toContain(message);
  expect(await variables()).toEqual({});
  await post();
  expect(await readFile(join(workspace, 'index.html'), 'utf8')).toBe('hello');
});
