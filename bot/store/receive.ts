import type { Clock } from '../../shared/clock.ts';
import type { Delivery } from './store.ts';

export interface Arrival {
  /** The delivery. */
  readonly json: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Who is told of what arrives. */
export interface ArrivalListener {
  /** After a commit. */
  onReceived(): void;
  /** Again and again while there is a rush. */
  onRush(): void;
}

/** So many within so many milliseconds are a crowd. */
const crowd = 30;
const crowdWithin = 100;
/** And so many are a rush. */
const rush = 100;

/** What has arrived and waits for the next commit. */
export class Arrivals {
  readonly #clock: Clock;
  readonly #tell: ArrivalListener;
  #arrived: Arrival[] = [];
  /** How many have arrived since when, and in the stretch of time before. */
  #count = 0;
  #since = -Infinity;
  #countBefore = 0;

  constructor(clock: Clock, tell: ArrivalListener) {
    this.#clock = clock;
    this.#tell = tell;
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
    // Less than nothing has passed when the clock was set back.
    if (passed >= 0 && passed < crowdWithin) return;
    this.#countBefore = passed < 2 * crowdWithin ? this.#count : 0;
    this.#count = 0;
    this.#since = now;
  }

  /** Resolves when it is committed. All that arrives within one turn of the event loop is one commit: `hasten`. */
  add(delivery: Delivery, hasten: () => void): Promise<void> {
    this.#goOn();
    if (++this.#count === rush) this.#tell.onRush();
    return new Promise((resolve, reject) => {
      const json = JSON.stringify(delivery);
      if (!this.waiting) setImmediate(hasten);
      this.#arrived.push({ json, resolve, reject });
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

  /** After the commit, or instead of it. */
  tell(taken: readonly Arrival[], error?: unknown): void {
    for (const { resolve, reject } of taken) error === undefined ? resolve() : reject(error);
    if (error === undefined) this.#tell.onReceived();
  }
}

/** An array of the deliveries. */
export function asJson(taken: readonly Arrival[]): string {
  return `[${taken.map(({ json }) => json).join(',')}]`;
}
