import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isAlive } from '../../../../local/aws/hosts/processes.ts';

test('a process is there until it has ended, reaped or not', async () => {
  // The shell becomes a `sleep`, which never reaps the child that it was left.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout, 'data');
  const child = Number(String(line));
  try {
    expect(await isAlive(parent.pid!)).toBe(true);
    await expect.poll(() => isAlive(child)).toBe(false);
    // Signals still reach it.
    if (process.platform === 'linux') expect(process.kill(child, 0)).toBe(true);
  } finally {
    parent.kill('SIGKILL');
  }
  await once(parent, 'exit');
  expect(await isAlive(parent.pid!)).toBe(false);
});
