import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRunner } from '../../action/io.ts';
import { folderOf } from '../shared/artifact/folder.ts';

function runnerOf(env: Record<string, string> = {}) {
  const written: string[] = [];
  return { runner: createRunner(env, (text) => written.push(text)), log: () => written.join('') };
}

test('inputs are read as the runner names them', () => {
  const { runner } = runnerOf({ 'INPUT_ON-CANCEL': ' stop\n' });
  expect([runner.input('on-cancel'), runner.input('path')]).toEqual(['stop', '']);
});

describe('commands', () => {
  test('what could end a command is escaped', () => {
    const { runner, log } = runnerOf();
    runner.error('50% of\r\nit', { title: 'a:b,c', line: 3 });
    runner.startGroup('Log');
    runner.endGroup();
    expect(log()).toBe('::error title=a%3Ab%2Cc,line=3::50%25 of%0D%0Ait\n::group::Log\n::endgroup::\n');
  });

  test.each([
    '::set-output name=x::y',
    '  ::stop-commands::t',
    'a ##[add-mask]b',
    'fine\r::error::no',
    'a\n::error::b',
  ])('a line of somebody else is no command: %j', (line) => {
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

  test('outside of a runner nothing is written', () => {
    const { runner, log } = runnerOf();
    runner.output('status', 'Failed');
    runner.summary('x');
    expect(log()).toBe('');
  });

  test.each(['not json', ''])('an event that cannot be read is none: %j', async (text) => {
    const folder = await folderOf({});
    writeFileSync(join(folder, 'event.json'), text);
    expect(runnerOf({ GITHUB_EVENT_PATH: join(folder, 'event.json') }).runner.event()).toBeUndefined();
  });
});
