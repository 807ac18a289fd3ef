import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { isAlive } from '../../../../local/aws/hosts/processes.ts';

test('a process is there until it has ended, reaped or not', async () => {
  // The shell becomes a `cat`, which never reaps the child that it was left.
  const parent = spawn('sh', ['-c', 'cat <&3 & echo $!; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
  try {
    const [line] = await once(parent.stdout!, 'data');
    const child = Number(String(line));
    // An answer comes from the `cat` only: a shell might still reap the child.
    parent.stdin!.write('there');
    await once(parent.stdout!, 'data');
    expect(await isAlive(parent.pid!)).toBe(true);
    expect(await isAlive(child)).toBe(true);

    const childInput = parent.stdio[3];
    if (!(childInput instanceof Writable)) throw new Error('No pipe to the child');
    childInput.end();
    await expect.poll(() => isAlive(child)).toBe(false);
    // Signals still reach it.
    if (process.platform === 'linux') expect(process.kill(child, 0)).toBe(true);
  } finally {
    parent.kill('SIGKILL');
  }
  await once(parent, 'exit');
  expect(await isAlive(parent.pid!)).toBe(false);
});
