import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Write } from './engine.ts';
import type { Tables } from './tables.ts';

/** Tells the callers how it went: well, or this error. */
type Tell = (error?: unknown) => void;

/** Writes that others wait for at the door: they are put into every commit, and the commit is hastened for them. */
export interface Urgent {
  waiting(): boolean;
  /** Writes what waits, inside the transaction that is open or in one of its own, and returns what tells the callers. */
  write(): Tell;
}

interface Pending {
  /** Whether its caller is told as soon as it is committed, on disk or not. */
  readonly isLoose: boolean;
  /** Does the work and returns what tells its caller. */
  run(tx: Kysely<Tables>): Promise<() => void>;
  reject(error: unknown): void;
}

export interface GroupCommit {
  readonly write: Write;
  /** For a single statement, which needs no savepoint; it does not wait for the disk. */
  readonly mark: Write;
  /** The same, told when it is on disk. */
  readonly markForGood: Write;
  /** To be called when something urgent has begun to wait. */
  hasten(): void;
}

const nothingUrgent: Urgent = { waiting: () => false, write: () => () => {} };

interface Limits {
  readonly largest: number;
  readonly longest: number;
}

/**
 * For a database with one writer at a time: whatever comes while one commit is written goes into the next one
 * together. Each piece of work has a savepoint of its own, so one that throws undoes nothing but itself. `transact` runs
 * a whole group in one transaction, which takes up at most `largest` pieces of work, and none after so many
 * milliseconds. Where a commit is not yet on disk when `transact` resolves, `synced` says when all so far are, and `syncNow`
 * brings them there for what is urgent.
 */
export function groupCommit(
  transact: Write,
  {
    urgent = nothingUrgent,
    synced = async () => {},
    syncNow = () => {},
    largest,
    longest,
    clock,
  }: Limits & { urgent?: Urgent; synced?: () => Promise<void>; syncNow?: () => void; clock: Clock },
): GroupCommit {
  const pending: Pending[] = [];
  let committing = false;

  async function commitAll(): Promise<void> {
    if (committing) return;
    committing = true;
    while (pending.length > 0 || urgent.waiting()) {
      if (pending.length > 0) await commitGroup();
      else tellSynced([urgent.write()]);
      // SQLite answers at once, so without a pause one commit would follow another and nobody else be heard.
      await new Promise(setImmediate);
    }
    committing = false;
  }

  async function commitGroup(): Promise<void> {
    // At least one, also where no transaction can be begun and it is only to be told so.
    const group = [pending.shift()!];
    let tellUrgent: Tell | undefined;
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
        tellUrgent = urgent.waiting() ? urgent.write() : undefined;
        return told;
      });
      const durable: Tell[] = tellUrgent ? [tellUrgent] : [];
      for (const [index, tell] of outcomes.entries()) {
        const { isLoose, reject } = group[index]!;
        if (isLoose) tell();
        else durable.push((error) => (error === undefined ? tell() : reject(error)));
      }
      if (tellUrgent) tellSynced(durable);
      else tellWhenSynced(durable);
    } catch (error) {
      tellUrgent?.(error);
      for (const each of group) each.reject(error);
    }
  }

  function tellSynced(durable: readonly Tell[]): void {
    let failure: unknown;
    try {
      syncNow();
    } catch (error) {
      failure = error;
    }
    for (const tell of durable) tell(failure);
  }

  function tellWhenSynced(durable: readonly Tell[]): void {
    if (durable.length === 0) return;
    const settle: Tell = (error) => {
      for (const tell of durable) tell(error);
    };
    synced().then(() => settle(), settle);
  }

  function add<Result>(work: Work<Result>, { isLoose, attempt }: { isLoose: boolean; attempt: Attempt }) {
    return new Promise<Result>((resolve, reject) => {
      const run = (tx: Kysely<Tables>) => attempt(tx, { work, resolve, reject });
      pending.push({ isLoose, reject, run });
      void commitAll();
    });
  }

  return {
    write: (work) => add(work, { isLoose: false, attempt: withSavepoint }),
    mark: (work) => add(work, { isLoose: true, attempt: alone }),
    markForGood: (work) => add(work, { isLoose: false, attempt: alone }),
    hasten: () => void commitAll(),
  };
}

type Work<Result> = (tx: Kysely<Tables>) => Promise<Result>;

/** Does the work and returns what tells its caller how it went; throws where the whole transaction is lost. */
type Attempt = <Result>(
  tx: Kysely<Tables>,
  piece: { work: Work<Result>; resolve: (result: Result) => void; reject: (error: unknown) => void },
) => Promise<() => void>;

const alone: Attempt = async (tx, { work, resolve, reject }) => {
  try {
    const result = await work(tx);
    return () => resolve(result);
  } catch (error) {
    return () => reject(error);
  }
};

const withSavepoint: Attempt = async (tx, piece) => {
  await sql`savepoint work`.execute(tx);
  try {
    const result = await piece.work(tx);
    await sql`release savepoint work`.execute(tx);
    return () => piece.resolve(result);
  } catch (error) {
    await sql`rollback to savepoint work`.execute(tx);
    await sql`release savepoint work`.execute(tx);
    return () => piece.reject(error);
  }
};
