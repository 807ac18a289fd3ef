import { messageOf, UserError } from '../shared/errors.ts';
import type { Runner } from './io.ts';

/**
 * Does the work of a step, which answers with its exit code; 1 when it throws. What the user can mend is said in one sentence; anything else is a
 * fault of ours, which is logged as it is and named by an id to report it with.
 */
export async function attempt(runner: Runner, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      const { place } = error;
      runner.error(error.message, place && { place });
    } else {
      const id = crypto.randomUUID().slice(0, 8);
      runner.info(`[${id}] ${describe(error)}`);
      runner.error(`Sorry, something went wrong that should not have: ${messageOf(error)} [${id}]`);
    }
    return 1;
  }
}

/** The stack and those of its causes; an error's other members may hold whole requests, and are not printed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
