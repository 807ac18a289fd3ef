import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeScratch, removeLeftovers } from '../../local/scratch.ts';

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'scratch-test-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid!;
}

test('a folder is named after what it is for and after this process', async () => {
  const folder = await makeScratch('trial');
  expect(basename(folder)).toMatch(new RegExp(`^drawbridge-trial-${process.pid}-\\w{6}$`));
  expect(dirname(folder)).toBe(tmpdir());
  await rm(folder, { recursive: true });
});

test('what a killed process left is removed, with what still runs there', async () => {
  const folder = join(temp, `drawbridge-aws-${await deadPid()}-AbC123`);
  await mkdir(join(folder, 'hosts', 'i-1'), { recursive: true });
  const options = { detached: true, stdio: 'ignore' } as const;
  const there = spawn('sleep', ['600'], { ...options, cwd: join(folder, 'hosts') });
  const marked = spawn('sleep', ['600'], {
    ...options,
    env: { PATH: process.env.PATH, DRAWBRIDGE_HOST_ROOT: join(folder, 'hosts', 'i-1') },
  });
  const ended = Promise.all([once(there, 'exit'), once(marked, 'exit')]);
  await removeLeftovers(temp);
  expect(await ended).toEqual([
    [null, 'SIGTERM'],
    [null, 'SIGTERM'],
  ]);
  expect(existsSync(folder)).toBe(false);
});

test('nobody touches what belongs to a living process or has another name', async () => {
  const dead = await deadPid();
  const names = [
    `drawbridge-aws-${process.pid}-AbC123`,
    'drawbridge-aws-1-AbC123',
    `drawbridge-aws-${dead}`,
    `mydrawbridge-aws-${dead}-AbC123`,
    'drawbridge-aws-AbC123',
  ];
  for (const name of names) await mkdir(join(temp, name));
  await removeLeftovers(temp);
  expect((await readdir(temp)).sort()).toEqual(names.sort());
});
