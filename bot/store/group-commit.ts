import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Runs work in a transaction; resolves once it is committed. */
export type Write = <Result>(work: (tx: Kysely<Tables>) => Promise<Result>) => Promise<Result>;

interface Pending {
  /** Does the work and returns what tells its caller, to be called after the commit. */
  run(tx: Kysely<Tables>): Promise<() => void>;
  reject(error: unknown): void;
}

const largestGroup = 256;

/**
 * For a database with one writer: whatever comes while one commit is written goes into the next one together,
 * since a commit costs one wait for the disk however much is in it. Each piece of work has a savepoint of its
 * own, so one that throws undoes nothing but itself.
 */
export function groupCommit(db: Kysely<Tables>): Write {
  let pending: Pending[] = [];
  let committing = false;

  async function commitAll(): Promise<void> {
    committing = true;
    while (pending.length > 0) {
      const group = pending.slice(0, largestGroup);
      pending = pending.slice(largestGroup);
      await commit(group);
    }
    committing = false;
  }

  async function commit(group: readonly Pending[]): Promise<void> {
    try {
      const tell = await db.transaction().execute(async (tx) => {
        const outcomes: (() => void)[] = [];
        for (const each of group) outcomes.push(await each.run(tx));
        return outcomes;
      });
      for (const outcome of tell) outcome();
    } catch (error) {
      for (const each of group) each.reject(error);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      pending.push({
        reject,
        async run(tx) {
          await sql`savepoint work`.execute(tx);
          try {
            const result = await work(tx);
            await sql`release work`.execute(tx);
            return () => resolve(result);
          } catch (error) {
            await sql`rollback to work`.execute(tx);
            await sql`release work`.execute(tx);
            return () => reject(error);
          }
        },
      });
      if (!committing) void commitAll();
    });
}
