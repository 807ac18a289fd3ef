import type { Store } from '../../../../bot/store/store.ts';
import type { ManualClock } from '../../../../local/clock.ts';

/** The store of the test that runs, and its clock, which begins at 1,000. */
export interface Subject {
  readonly store: Store;
  readonly clock: ManualClock;
  /** Closes the store and opens the same one again, as a restart does. */
  reopen(): Promise<void>;
  /** Another process takes up what the last one had claimed: at once where there is only one, else when that ends. */
  dieAtWork(): Promise<void>;
}
