import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessInfo {
  readonly pid: number;
  readonly group: number;
  /** Its environment when it started, as `NAME=value` in any order; empty where the system hides it. */
  readonly environment: string;
  /** The folder that it is in, where the system tells. */
  readonly cwd: string | undefined;
}

/** How long a process may take to end after SIGTERM before it is killed, in real milliseconds. */
const grace = 2_000;
const poll = 20;

/** Whether a process is there: one that has ended and waits to be reaped is not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || (await readStat(pid).catch(() => undefined)) !== undefined;
}

/** The living processes of this machine that `wanted` keeps; those that ended and wait to be reaped are left out. */
export async function findProcesses(wanted: (process: ProcessInfo) => boolean): Promise<ProcessInfo[]> {
  const all = process.platform === 'linux' ? await readProc() : await readPs();
  return all.filter((found) => found.pid !== process.pid && wanted(found));
}

/** Ends what `wanted` finds: SIGTERM, and SIGKILL for what is still there after a while or starts anew. */
export async function endProcesses(wanted: (process: ProcessInfo) => boolean): Promise<void> {
  const killAt = Date.now() + grace;
  const asked = new Set<number>();
  for (;;) {
    const alive = await findProcesses(wanted);
    if (alive.length === 0) return;
    const isLate = Date.now() >= killAt;
    for (const { pid } of alive) {
      if (isLate) send(pid, 'SIGKILL');
      else if (!asked.has(pid)) send(pid, 'SIGTERM');
      asked.add(pid);
    }
    if (Date.now() > killAt + grace) throw new Error(`Processes do not end: ${[...asked].join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, poll));
  }
}

/** Signals every process of a group; false where there is none left. */
export function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  return send(-group, signal);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Undefined for a process that has ended. */
async function readStat(pid: number): Promise<{ group: number } | undefined> {
  // `pid (name) state ppid pgrp …`, where the name may hold spaces and brackets: proc_pid_stat(5).
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : { group: Number(group) };
}

async function readProc(): Promise<ProcessInfo[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (name): Promise<ProcessInfo | undefined> => {
      try {
        const stat = await readStat(Number(name));
        if (!stat) return undefined;
        const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
        const cwd = await readlink(`/proc/${name}/cwd`).catch(() => undefined);
        return { pid: Number(name), group: stat.group, environment, cwd };
      } catch {
        return undefined; // It ended while we looked.
      }
    }),
  );
  return found.filter((info) => info !== undefined);
}

async function readPs(): Promise<ProcessInfo[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-E', '-ww', '-o', 'pid=,pgid=,stat=,command='], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, group, state, environment] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (!pid || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), group: Number(group), environment: environment ?? '', cwd: undefined }];
  });
}
