import { spawn } from 'node:child_process';
import { messageOf, UserError } from '../shared/errors.ts';
import type { Secret } from '../shared/secrets/secret.ts';

export interface GitOptions {
  readonly folder: string;
  /** A header for what goes over HTTP; git gets it in its environment, where no other process of the job reads it. */
  readonly header?: Secret;
  readonly signal: AbortSignal;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git with these arguments, without a shell and without anybody to ask for a password. */
export function git(args: readonly string[], { folder, header, signal }: GitOptions): Promise<GitResult> {
  // https://git-scm.com/docs/git-config#ENVIRONMENT
  const settings: [key: string, value: string][] = header
    ? [
        ['http.extraHeader', header.reveal()],
        // An earlier step's helper would answer for CodeCommit, and store what it learns.
        ['credential.helper', ''],
        ['http.followRedirects', 'false'],
      ]
    : [];
  const config = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_TRACE: '0',
    GIT_TRACE_CURL: '0',
    GIT_CURL_VERBOSE: '0',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(config),
  };
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', (error) => {
      if (signal.aborted) return reject(signal.reason);
      reject(new UserError(`git cannot be run: ${messageOf(error)}.`, { cause: error }));
    });
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
