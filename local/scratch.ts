import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcesses, isAlive } from './aws/hosts/processes.ts';

/** `drawbridge-<what it is for>-<the process that made it>-<random>`. */
const name = /^drawbridge-[a-z]+-(\d+)-\w{6}$/;

let isSwept = false;

/**
 * Makes a folder of this process's own for scratch files; who makes it removes it. The first one of a process also
 * lets go of those that killed processes left, in the background.
 */
export async function makeScratch(what: string): Promise<string> {
  if (!isSwept) void removeLeftovers(tmpdir());
  isSwept = true;
  return mkdtemp(join(tmpdir(), `drawbridge-${what}-${process.pid}-`));
}

/** Removes scratch folders of processes that are no more, and ends what still runs in them. */
export async function removeLeftovers(temp: string): Promise<void> {
  const entries = await readdir(temp).catch(() => []);
  for (const entry of entries) {
    const [, pid] = name.exec(entry) ?? [];
    if (!pid || (await isAlive(Number(pid)))) continue;
    const folder = join(temp, entry);
    try {
      await endProcesses(
        ({ cwd, environment }) => `${cwd}/`.startsWith(`${folder}/`) || environment.includes(`=${folder}/`),
      );
      await rm(folder, { recursive: true, force: true });
    } catch {
      // It is another user's.
    }
  }
}
