import type { Kysely } from 'kysely';
import type { Delivery } from './store.ts';
import type { Tables } from './tables.ts';

/** Runs work in a transaction, perhaps again from the start; resolves once it is committed. */
export type Write = <Result>(work: (tx: Kysely<Tables>) => Promise<Result>) => Promise<Result>;

/** Runs work again while the database is away for a moment: only for what may be done twice. */
export type Retried = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** What each database does in its own way. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** One after the other over all processes: what is read inside is still so at the commit. */
  readonly write: Write;
  /**
   * For one statement that marks something in a queue; it need not wait for its turn among the writes. If the machine
   * loses power it may be forgotten, unless something that was written later is known of: for what may be done again.
   */
  readonly mark: Write;
  /** The same for what must not be forgotten. */
  readonly markForGood: Write;
  readonly retried: Retried;
  /** Commits it durably. It may have to be sorted in before it can be claimed. */
  receive(delivery: Delivery): Promise<void>;
  isCrowded(): boolean;
  /** Sorts `most` of what was received `until` then into the inbox, or a few more; false if no more of it is left. */
  sortIn(until: number, most: number): Promise<boolean>;
  /** What was received and is not sorted in. */
  unsorted(): { readonly size: number; readonly oldestAt: number | undefined };
  reserve(key: string, interval: number): Promise<number>;
  /** Why nothing is written any more until it is opened anew, where that can be. */
  failure?(): Error | undefined;
  /** Whether several processes may work on the same store. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

/** The database does not answer, after some seconds of trying. */
export class StoreAwayError extends Error {
  constructor(cause: unknown) {
    super('The store does not answer', { cause });
    this.name = 'StoreAwayError';
  }
}
