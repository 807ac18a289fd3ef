import { messageOf } from '../shared/errors.ts';
import type { Ports } from './ports.ts';

const minute = 60_000;
const forgetsEvery = 60;

/**
 * Every minute the workers look whether somebody else has put something into the store; every hour what is older than
 * its retention is forgotten.
 */
export function startHousekeeping(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  wake: () => void,
): { stop(): void } {
  let minutes = 0;
  let cancel = clock.after(minute, round);

  function round(): void {
    cancel = clock.after(minute, round);
    wake();
    if (minutes++ % forgetsEvery !== 0) return;
    store
      .forgetOld()
      .catch((error) => log.error({ error: messageOf(error) }, 'What is old was not forgotten'));
  }

  return { stop: () => cancel() };
}
