import type { Clock } from '../clock.ts';

/** How many AWS calls following a run may cost: so many in a burst, and more as time goes by. */
export interface CallBudget {
  /** Milliseconds until so many calls may be made with `reserve` left over; 0 if that is now. */
  waitFor(calls: number, reserve?: number): number;
}

/** With what reading the run's end costs, a run of ten minutes stays within 100 calls. */
const burst = 58;
const earned = 0.06 / 1000;

/** `made` counts every call that was made, whatever for and by whom, from any number on. */
export function createBudget(clock: Clock, made: () => number): CallBudget {
  let left = burst;
  let countedAt = clock.now();
  let counted = made();
  return {
    waitFor(calls, reserve = 0) {
      const [now, total] = [clock.now(), made()];
      left = Math.min(burst, left + (now - countedAt) * earned) - (total - counted);
      countedAt = now;
      counted = total;
      return Math.max(0, (calls + reserve - left) / earned);
    },
  };
}
