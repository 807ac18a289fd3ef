import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';

const root = join(import.meta.dirname, '..', '..', '..');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'drawbridge-tools-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function run(tool: string, ...args: string[]) {
  return runWith({}, `tools/${tool}`, ...args);
}

function runWith(env: Record<string, string>, tool: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'bot', `${tool}.ts`), ...args],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } },
  );
  return { status, stdout, stderr };
}

test('config:check says whether the file is a policy, and each fault with its line', () => {
  const good = run('config-check', join(root, 'local/sample/drawbridge.yml'));
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(good.stdout).toContain('is well-formed: 1 pipelines');

  const file = join(folder(), 'drawbridge.yml');
  writeFileSync(
    file,
    'pipelines:\n  shop:\n    allow:\n      aprove: { slack: [U0ADA] }\n      stop: { slack: [ada] }\n',
  );
  const bad = run('config-check', file);
  expect(bad.status).toBe(1);
  expect(bad.stderr).toContain(`${file}:4:7: pipelines.shop.allow: unknown key “aprove”`);
  expect(bad.stderr).toContain(`${file}:5:`);

  const missing = run('config-check', '/nowhere/drawbridge.yml');
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('cannot be read');
});

test('config:check says the same of what a repository says', () => {
  const file = join(folder(), 'drawbridge.yml');
  writeFileSync(file, 'pipelines: { shop: { allow: { approve: { slack: [U0ADA] } } } }\n');
  expect(run('config-check', '--repository', file)).toMatchObject({ status: 0, stderr: '' });
  expect(run('config-check', '--repository', file).stdout).toContain('it narrows shop.');
  writeFileSync(file, 'pipelines:\n  shop: { slack: { channel: C0DEPLOYS } }\n');
  expect(run('config-check', '--repository', file)).toMatchObject({
    status: 1,
    stderr: `${file}:2:11: pipelines.shop: unknown key “slack”.\n`,
  });
});

async function storeWithEntries(): Promise<string> {
  const file = join(folder(), 'bot.sqlite');
  const route = () => ({ target: 'none' });
  const store = await openStore({ file, clock: new ManualClock(1_000), route });
  for (const what of ['approve shop', 'stop shop', 'rollback shop']) {
    const entry = { who: 'slack:U0ADA', what, decision: 'allowed' as const, outcome: 'Done.' };
    await store.transaction((tx) => tx.audit(entry));
  }
  await store.close();
  return file;
}

test('audit:verify finds the chain whole, and exports its entries', async () => {
  const file = await storeWithEntries();
  const found = run('audit-verify', file, '--export');
  expect(found.status).toBe(0);
  expect(found.stderr).toMatch(
    /3 entries, and each follows from the one before. The last hash is [0-9a-f]{64}/,
  );
  const lines = found.stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).what)).toEqual(['approve shop', 'stop shop', 'rollback shop']);
});

test.each([
  ["update audit set entry = replace(entry, 'stop', 'retry') where seq = 2", 2],
  ['delete from audit where seq = 2', 3],
])('audit:verify finds what was changed: %s', async (sql, seq) => {
  const file = await storeWithEntries();
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  const found = run('audit-verify', file);
  expect(found.status).toBe(1);
  expect(found.stderr).toContain(`The chain breaks at entry ${seq}:`);
});

test('audit:verify makes no store where there is none', () => {
  const found = run('audit-verify', join(folder(), 'none.sqlite'));
  expect(found).toMatchObject({ status: 1 });
  expect(found.stderr).toContain('There is no store');
});

describe('what is wrong is said in one sentence:', () => {
  const tools: [string, ...string[]][] = [['tools/audit-verify'], ['outbox/main', 'list']];

  test.each(tools)('a file that is none of the bot, given to %s', async (tool, ...args) => {
    const [foreign, empty] = [join(folder(), 'foreign'), join(folder(), 'empty')];
    writeFileSync(foreign, 'x'.repeat(5_000));
    writeFileSync(empty, '');
    const whole = await storeWithEntries();
    truncateSync(whole, 20_000);
    for (const [file, reason] of [
      [foreign, 'is no SQLite database'],
      [empty, 'is no store of the bot'],
      [whole, 'is damaged'],
      [folder(), 'is a folder'],
    ] as const) {
      expect(runWith({ DRAWBRIDGE_DATA: file }, tool, ...args)).toEqual({
        status: 1,
        stdout: '',
        stderr: `The store (DRAWBRIDGE_DATA) cannot be used: ${file} ${reason}.\n`,
      });
    }
  });

  test.each(tools)('an address of no PostgreSQL, given to %s; its password is not shown', (tool, ...args) => {
    for (const [address, reason] of [
      ['bot:hidden@127.0.0.1:9/db', 'nothing listens there.'],
      ['bot:hidden@nowhere.invalid/db', 'its host is not known.'],
      ['bot:hid#den@db/db', 'it is no well-formed address; in a password @, /, #'],
      ['bot:hid%ffden@db/db', 'it is no well-formed address'],
      [
        'bot:hidden@db/db?sslmode=verify-full&sslrootcert=/no.crt',
        "no such file or directory, open '/no.crt'.",
      ],
    ] as const) {
      const { status, stderr } = runWith({ DATABASE_URL: `postgres://${address}` }, tool, ...args);
      expect(stderr).toContain('The store (DATABASE_URL) cannot be used: ');
      expect(stderr).toContain(reason);
      expect(stderr).not.toMatch(/hid|den@|\n./);
      expect(status).toBe(1);
    }
    const other = runWith({ DATABASE_URL: 'mysql://bot:hidden@db' }, tool, ...args);
    expect(other.stderr).toBe('DATABASE_URL is not an address that begins with postgres://.\n');
  });

  test.each([
    ['tools/audit-verify', '--bogus', "Unknown option '--bogus'"],
    ['tools/config-check', '--repository', "Option '--repository <value>' argument missing"],
    ['outbox/main', '--list', "Unknown option '--list'"],
  ])('%s %s', (tool, flag, sentence) => {
    const { status, stderr } = runWith({}, tool, flag);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/\nUsage: npm run .*\n$/);
  });
});
