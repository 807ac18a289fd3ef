import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRunner } from '../../action/io.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { folderOf } from '../shared/artifact/folder.ts';

/** A runner of this environment, and what it has printed. */
function runnerOf(env: Record<string, string> = {}) {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV'])
    vi.stubEnv(name, '');
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  return { runner: createRunner(), log: () => written.join('') };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('inputs are read as the runner names them', async () => {
  const { runner } = runnerOf({ 'INPUT_ON-CANCEL': ' stop\n' });
  expect([runner.input('on-cancel'), runner.input('path')]).toEqual(['stop', '']);
});

describe('commands', () => {
  test('what could end a command is escaped', async () => {
    const { runner, log } = runnerOf();
    runner.error('50% of\r\nit', { title: 'a:b,c', place: { file: 'x/y.yml', line: 3, column: 7 } });
    runner.startGroup('Log');
    runner.endGroup();
    expect(log()).toBe(
      '::error title=a%3Ab%2Cc,file=x/y.yml,line=3,col=7::50%25 of%0D%0Ait\n::group::Log\n::endgroup::\n',
    );
  });

  test.each([
    '::set-output name=x::y',
    '  ::stop-commands::t',
    'a ##[add-mask]b',
    'fine\r::error::no',
    'a\n::error::b',
  ])('a line of somebody else is no command: %j', async (line) => {
    const { runner, log } = runnerOf();
    runner.info(line);
    const lines = log().split(/\r\n|\r|\n/);
    expect(lines.filter((one) => one.trim().startsWith('::') || one.includes('##['))).toEqual([]);
  });
});

describe('files', () => {
  test('outputs, state and summary are added to', async () => {
    const folder = await folderOf({ out: '', state: '', summary: 'before\n' });
    const file = (name: string) => join(folder, name);
    const { runner } = runnerOf({
      GITHUB_OUTPUT: file('out'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
    });
    runner.output('reason', 'two\nlines');
    runner.output('status', 'Failed');
    runner.saveState('execution-id', 'id');
    runner.summary('# After');
    const [, name, delimiter] = /^(\w+)<<(\S+)$/m.exec(readFileSync(file('out'), 'utf8')) ?? [];
    expect(name).toBe('reason');
    expect(readFileSync(file('out'), 'utf8')).toContain(
      `reason<<${delimiter}\ntwo\nlines\n${delimiter}\nstatus<<`,
    );
    expect(readFileSync(file('state'), 'utf8')).toMatch(/^execution-id<<(\S+)\nid\n\1\n$/);
    expect(readFileSync(file('summary'), 'utf8')).toBe('before\n# After\n');
  });

  test('a summary is cut where GitHub would refuse it', async () => {
    const folder = await folderOf({ summary: '' });
    const { runner } = runnerOf({ GITHUB_STEP_SUMMARY: join(folder, 'summary') });
    runner.summary('ü'.repeat(600_000));
    const text = readFileSync(join(folder, 'summary'), 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).not.toContain('\uFFFD');
  });

  test('outside of a runner nobody reads a summary', async () => {
    const { runner, log } = runnerOf();
    runner.summary('x');
    expect(log()).toBe('');
  });

  test('a secret becomes a variable of later steps, and is masked', async () => {
    const folder = await folderOf({ env: '' });
    const { runner, log } = runnerOf({ GITHUB_ENV: join(folder, 'env'), DB_URL: '' });
    runner.mask('pg://door');
    runner.setVariable('DB_URL', new Secret('pg://door'));
    expect(log()).toBe('::add-mask::pg://door\n');
    expect(readFileSync(join(folder, 'env'), 'utf8')).toMatch(/^DB_URL<<(\S+)\npg:\/\/door\n\1\n$/);
  });
});
