import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository takes at most 1 GB as a source: https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html */
const largestPush = 1024 ** 3;

/** Git without the machine's own configuration, hooks or prompts, which refuses damaged and harmful objects. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  ...configuration({
    'core.hooksPath': devNull,
    'receive.fsckObjects': 'true',
    'receive.maxInputSize': String(largestPush),
    // Packing in the background would outlive the server.
    'receive.autogc': 'false',
    'gc.auto': '0',
    // A forge's folder may belong to somebody else.
    'safe.directory': '*',
  }),
};

function configuration(settings: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(pairs.length / 2), ...Object.fromEntries(pairs) };
}

/** Runs git; resolves with what it prints. */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: gitEnvironment, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await run('git', [...args], options);
  return stdout;
}
