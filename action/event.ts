import { existsSync, readFileSync } from 'node:fs';
import { messageOf } from '../shared/errors.ts';
import type { Runner } from './io.ts';

/**
 * Takes GITHUB_EVENT_PATH out of the environment when its file holds no JSON: `@actions/github` would fail as it
 * is imported. What an event says of the push stands in the environment as well, but for its message and author.
 */
export function forgetBrokenEvent(env: NodeJS.ProcessEnv, runner: Pick<Runner, 'warning'>): void {
  const { GITHUB_EVENT_PATH: file } = env;
  if (!file || !existsSync(file)) return;
  try {
    JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    delete env.GITHUB_EVENT_PATH;
    runner.warning(
      `The event of this workflow run cannot be read (${messageOf(error)}), so the run will not tell the message and author of the change.`,
    );
  }
}
