import { type Clock, sleep } from '../shared/clock.ts';
import { messageOf } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';

interface Repeated {
  /** The pause between two rounds; milliseconds. */
  readonly pause: number;
  /** What the log says where a round throws; the next one comes all the same. */
  readonly failed: string;
}

/** One round at once, and the next after each pause. `close` ends it and waits for the round under way. */
export function repeat(
  round: (signal: AbortSignal) => Promise<void>,
  { pause, failed }: Repeated,
  { clock, log }: { clock: Clock; log: Log },
): { close(): Promise<void> } {
  const stop = new AbortController();
  const { signal } = stop;

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      await round(signal).catch((error) => log.warn({ error: messageOf(error) }, failed));
      await sleep(clock, pause, signal).catch(() => {});
    }
  }

  const looping = loop();
  return {
    close() {
      stop.abort();
      return looping;
    },
  };
}
