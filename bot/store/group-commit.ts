import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Write } from './engine.ts';
import type { Tables } from './tables.ts';

/** Writes that others wait for at the door: they are put into every commit, and the commit is hastened for them. */
export interface Urgent {
  waiting(): boolean;
  /** Writes what waits, inside the transaction that is open, and returns what tells the callers how it went. */
  write(): (error?: unknown) => void;
  /** The same in a transaction of its own. */
  commit(): void;
}

interface Pending {
  /** Does the work and returns what tells its caller, to be called after the commit. */
  run(tx: Kysely<Tables>): Promise<() => void>;
  reject(error: unknown): void;
}

export interface GroupCommit {
  readonly write: Write;
  /** To be called when something urgent has begun to wait. */
  hasten(): void;
}

const nothingUrgent: Urgent = { waiting: () => false, write: () => () => {}, commit() {} };

interface Limits {
  readonly largest: number;
  readonly longest: number;
}

/**
 * For a database with one writer at a time: whatever comes while one commit is written goes into the next one
 * together, since a commit costs one wait for the disk however much is in it. Each piece of work has a savepoint of
 * its own, so one that throws undoes nothing but itself. `transact` runs a whole group in one transaction, which takes
 * up at most `largest` pieces of work, and none after so many milliseconds.
 */
export function groupCommit(
  transact: Write,
  { urgent = nothingUrgent, largest, longest, clock }: Limits & { urgent?: Urgent; clock: Clock },
): GroupCommit {
  const pending: Pending[] = [];
  let committing = false;

  async function commitAll(): Promise<void> {
    if (committing) return;
    committing = true;
    while (pending.length > 0 || urgent.waiting()) {
      if (pending.length > 0) await commitGroup();
      else urgent.commit();
      // SQLite answers at once, so without a pause one commit would follow another and nobody else be heard.
      await new Promise(setImmediate);
    }
    committing = false;
  }

  async function commitGroup(): Promise<void> {
    // At least one, also where no transaction can be begun and it is only to be told so.
    const group = [pending.shift()!];
    let tellUrgent: ((error?: unknown) => void) | undefined;
    try {
      let most = 2 * largest;
      const outcomes = await transact(async (tx) => {
        // Each time that it has to be done again, half of it may find the time that all of it did not.
        most = Math.max(1, most / 2);
        pending.unshift(...group.splice(most));
        const end = clock.now() + longest;
        const told: (() => void)[] = [];
        for (const each of group) told.push(await each.run(tx));
        while (pending.length > 0 && group.length < most && clock.now() < end && !urgent.waiting()) {
          const next = pending.shift()!;
          group.push(next);
          told.push(await next.run(tx));
        }
        tellUrgent = urgent.write();
        return told;
      });
      tellUrgent?.();
      for (const tell of outcomes) tell();
    } catch (error) {
      tellUrgent?.(error);
      for (const each of group) each.reject(error);
    }
  }

  function write<Result>(work: (tx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      pending.push({
        reject,
        async run(tx) {
          await sql`savepoint work`.execute(tx);
          try {
            const result = await work(tx);
            await sql`release savepoint work`.execute(tx);
            return () => resolve(result);
          } catch (error) {
            await sql`rollback to savepoint work`.execute(tx);
            await sql`release savepoint work`.execute(tx);
            return () => reject(error);
          }
        },
      });
      void commitAll();
    });
  }

  return { write, hasten: () => void commitAll() };
}
