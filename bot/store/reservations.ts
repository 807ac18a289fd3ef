import type { Clock } from '../../shared/clock.ts';
import type { Store } from './store.ts';

/** Places in a rate, for one process alone. */
export function reservations(clock: Clock): Store['reserve'] {
  const wholeAt = new Map<string, number>();
  return async (key, interval) => {
    const at = Math.max(wholeAt.get(key) ?? 0, clock.now()) + interval;
    wholeAt.set(key, at);
    return at;
  };
}
