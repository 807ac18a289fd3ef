import type { Clock } from '../../shared/clock.ts';
import type { Delivery } from './store.ts';

export interface Arrival {
  readonly delivery: Delivery;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** So many within so many milliseconds are a crowd. */
const crowd = 30;
const crowdWithin = 100;

/** What has arrived and waits for the next commit. */
export class Arrivals {
  readonly #clock: Clock;
  readonly #onReceived: () => void;
  #arrived: Arrival[] = [];
  /** How many have arrived since when, and in the stretch of time before. */
  #count = 0;
  #since = -Infinity;
  #countBefore = 0;

  constructor(clock: Clock, onReceived: () => void) {
    this.#clock = clock;
    this.#onReceived = onReceived;
  }

  get waiting(): boolean {
    return this.#arrived.length > 0;
  }

  /** Whether so much arrives now that working on it would make the senders wait. */
  get isCrowd(): boolean {
    this.#goOn();
    return this.#count >= crowd || this.#countBefore >= crowd;
  }

  #goOn(): void {
    const now = this.#clock.now();
    const passed = now - this.#since;
    if (passed < crowdWithin) return;
    this.#countBefore = passed < 2 * crowdWithin ? this.#count : 0;
    this.#count = 0;
    this.#since = now;
  }

  /** Resolves when it is committed. All that arrives within one turn of the event loop is one commit: `hasten`. */
  add(delivery: Delivery, hasten: () => void): Promise<boolean> {
    this.#goOn();
    this.#count++;
    return new Promise((resolve, reject) => {
      if (!this.waiting) setImmediate(hasten);
      this.#arrived.push({ delivery, resolve, reject });
    });
  }

  /** Everything that waits, or the oldest `most` of it. */
  take(most = Number.POSITIVE_INFINITY): Arrival[] {
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
