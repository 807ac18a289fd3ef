import { type Clock, sleep } from '../../shared/clock.ts';
import { type Retried, StoreAwayError } from './engine.ts';

/**
 * https://www.postgresql.org/docs/18/errcodes-appendix.html: lost connections, shutdowns, deadlocks, too many sessions;
 * and 25006, a server that only reads, as who comes by a stale name finds it after a failover.
 */
const passingCodes =
  /^(08...|57P0[1-5]|25006|25P03|40001|40P01|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What pg and Kysely say themselves has no code. */
const passingWords =
  /Connection terminated|not queryable|has been discarded|timeout exceeded when trying|Query read timeout/;

/** Whether the database could not be reached, or the connection broke, and another try may find it well. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return passingCodes.test(String(code)) || passingWords.test(error.message);
}

const patience = 10_000;
const longestPause = 500;

/** Tries again for ten seconds, long enough for a restart of the database; then throws a `StoreAwayError`. */
export function retrying(clock: Clock): Retried {
  return async (work) => {
    const end = clock.now() + patience;
    for (let pause = 20; ; pause = Math.min(longestPause, pause * 2)) {
      try {
        return await work();
      } catch (error) {
        if (!isAway(error)) throw error;
        if (clock.now() + pause > end) throw new StoreAwayError(error);
        await sleep(clock, pause);
      }
    }
  };
}
