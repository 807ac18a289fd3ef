import type { Clock } from '../../shared/clock.ts';
import type { Delivery } from './store.ts';

export interface Arrival {
  readonly delivery: Delivery;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** So many in one commit are a crowd, and for so many milliseconds more are expected to come. */
const crowd = 8;
const crowdStays = 30;

/** What has arrived and waits for the next commit. */
export class Arrivals {
  readonly #clock: Clock;
  readonly #onReceived: () => void;
  #arrived: Arrival[] = [];
  #crowdedUntil = -Infinity;

  constructor(clock: Clock, onReceived: () => void) {
    this.#clock = clock;
    this.#onReceived = onReceived;
  }

  get waiting(): boolean {
    return this.#arrived.length > 0;
  }

  /** Whether so much arrives now that working on it would make the senders wait. */
  get isCrowd(): boolean {
    return this.#clock.now() < this.#crowdedUntil;
  }

  /** Resolves when it is committed. All that arrives within one turn of the event loop is one commit: `hasten`. */
  add(delivery: Delivery, hasten: () => void): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (!this.waiting) setImmediate(hasten);
      this.#arrived.push({ delivery, resolve, reject });
    });
  }

  /** Everything that waits, or the oldest `most` of it. */
  take(most = Number.POSITIVE_INFINITY): Arrival[] {
    if (this.#arrived.length >= crowd) this.#crowdedUntil = this.#clock.now() + crowdStays;
    if (this.#arrived.length <= most) {
      const taken = this.#arrived;
      this.#arrived = [];
      return taken;
    }
    return this.#arrived.splice(0, most);
  }

  /** After the commit. */
  tell(taken: readonly Arrival[], areNew: readonly boolean[]): void {
    for (const [index, { resolve }] of taken.entries()) resolve(areNew[index]!);
    if (areNew.includes(true)) this.#onReceived();
  }
}
