import { runInNewContext } from 'node:vm';
import type { OnFailure, Phase } from '../../../../shared/spec/buildspec.ts';
import { PhaseFailure } from './failure.ts';
import type { Output } from './output.ts';
import type { Shell } from './shell.ts';

export interface CommandRunner {
  readonly shell: Shell;
  readonly output: Output;
  readonly note: (line: string) => void;
  /** Throws the PhaseFailure of a build that was stopped or ran out of time. */
  readonly checkEnded: () => void;
  /** Whether each command gets the folder and variables that the build started with: version 0.1. */
  readonly isolated: boolean;
}

/** Runs a phase: its commands until one fails, then `finally` in any case; all over again where RETRY says so. */
export async function runPhase(runner: CommandRunner, phase: Phase): Promise<void> {
  for (let retries = 0; ; retries++) {
    const failure = await attempt(runner, phase);
    if (!failure) return;
    if (!mayRetry(phase['on-failure'], failure, { retries, recent: runner.output.takeRecent() }))
      throw failure;
    runner.note(`${failure.message}. Retrying the phase, ${retries + 1} of ${phase['on-failure']?.retries}`);
  }
}

async function attempt(runner: CommandRunner, phase: Phase): Promise<PhaseFailure | undefined> {
  const failure = await firstFailure(runner, phase.commands ?? []);
  const late = await firstFailure(runner, phase.finally ?? []);
  return failure ?? late;
}

async function firstFailure(
  runner: CommandRunner,
  commands: readonly string[],
): Promise<PhaseFailure | undefined> {
  const { shell, output, note, isolated, checkEnded } = runner;
  for (const command of commands) {
    checkEnded();
    note(`Running command ${command}`);
    const status = await shell.run(isolated ? `(\n${command}\n)` : command);
    output.flush();
    checkEnded();
    if (status === 0) continue;
    note(`Command did not exit successfully ${command} exit status ${status}`);
    const message = `Error while executing command: ${command}. Reason: exit status ${status}`;
    return new PhaseFailure('COMMAND_EXECUTION_ERROR', message);
  }
  return undefined;
}

function mayRetry(
  onFailure: OnFailure | undefined,
  failure: PhaseFailure,
  { retries, recent }: { retries: number; recent: string },
): boolean {
  if (onFailure?.action !== 'RETRY' || retries >= onFailure.retries) return false;
  try {
    // A pattern that backtracks without end would stop this whole server: a context can be given a time.
    const test = 'new RegExp(pattern).test(text)';
    const text = `${failure.message}\n${recent}`;
    return runInNewContext(test, { pattern: onFailure.pattern, text }, { timeout: 250 }) === true;
  } catch {
    return false;
  }
}
