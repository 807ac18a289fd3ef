import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Clock } from '../../../shared/clock.ts';
import { linesOf } from './lines.ts';
import { endProcesses } from './processes.ts';

export interface Script {
  /** An executable file on this machine. */
  readonly path: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  onLine(stream: OutputStream, line: string): void;
}

type OutputStream = 'stdout' | 'stderr';

export type ScriptEnd =
  | { readonly kind: 'exited'; readonly code: number }
  /** Ended by a signal that was not ours. */
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timed out' }
  /** It ended, but something that it started held its output open until the timeout. */
  | { readonly kind: 'left open'; readonly stream: OutputStream }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'not started'; readonly error: Error };

/**
 * Runs a script in a process group of its own, whose id it adds to `groups`. What the script leaves running in
 * the background lives on, as on a real server; a timeout or the signal ends the whole group.
 */
export async function runScript(
  script: Script,
  { clock, groups }: { clock: Clock; groups: Set<number> },
): Promise<ScriptEnd> {
  if (script.signal.aborted) return { kind: 'stopped' };
  const started = await start(script, script.path, []);
  // A script without `#!` is run by the shell, as execvp(3) has it.
  const child =
    started instanceof Error && 'code' in started && started.code === 'ENOEXEC'
      ? await start(script, '/bin/sh', [script.path])
      : started;
  if (child instanceof Error) return { kind: 'not started', error: child };
  const group = child.pid!;
  groups.add(group);

  const open = new Set<OutputStream>(['stdout', 'stderr']);
  const read = async (stream: OutputStream, from: Readable) => {
    for await (const line of linesOf(from)) script.onLine(stream, line);
    open.delete(stream);
  };
  const outputs = Promise.all([read('stdout', child.stdout), read('stderr', child.stderr)]);
  let exit: ScriptEnd | undefined;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = signal ? { kind: 'killed', signal } : { kind: 'exited', code: code ?? 0 };
      resolve();
    });
  });

  const { promise: cut, cancel } = cutShort(clock, script);
  const end = await Promise.race([Promise.all([exited, outputs]).then(() => exit!), cut]);
  cancel();
  if (end.kind === 'timed out' && exit) {
    child.stdout.destroy();
    child.stderr.destroy();
    return { kind: 'left open', stream: open.has('stdout') ? 'stdout' : 'stderr' };
  }
  if (end.kind === 'timed out' || end.kind === 'stopped') {
    await endProcesses((found) => found.group === group);
    groups.delete(group);
    await Promise.race([outputs, new Promise((resolve) => setTimeout(resolve, 100))]);
    child.stdout.destroy();
    child.stderr.destroy();
  }
  return end;
}

function start(script: Script, command: string, args: readonly string[]) {
  const child = spawn(command, args, {
    cwd: script.cwd,
    env: { ...script.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise<typeof child | Error>((resolve) => {
    child.once('spawn', () => resolve(child));
    child.once('error', resolve);
  });
}

/** Resolves at the script's timeout or when it is to stop, whichever is first. */
function cutShort(clock: Clock, { timeoutMs, signal }: Script) {
  const { promise, resolve } = Promise.withResolvers<ScriptEnd>();
  const stop = () => resolve({ kind: 'stopped' });
  signal.addEventListener('abort', stop, { once: true });
  const cancelTimer = clock.after(timeoutMs, () => resolve({ kind: 'timed out' }));
  const cancel = () => {
    cancelTimer();
    signal.removeEventListener('abort', stop);
  };
  return { promise, cancel };
}
