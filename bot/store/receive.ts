import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../shared/clock.ts';
import type { Urgent } from './group-commit.ts';
import type { Delivery } from './store.ts';

interface Arrival {
  readonly delivery: Delivery;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** So many in one commit are a crowd, and for so many milliseconds more are expected to come. */
const crowd = 8;
const crowdStays = 30;

/**
 * The way into the inbox, and the one place where every microsecond counts: whoever sent a delivery waits for it to
 * be committed. So it is one prepared statement, and all that arrives within one turn of the event loop is one commit.
 */
export function createReceiver(options: {
  database: DatabaseSync;
  clock: Clock;
  onReceived: () => void;
}): Urgent & {
  receive(delivery: Delivery, hasten: () => void): Promise<boolean>;
  isCrowded(): boolean;
} {
  const { database, clock, onReceived } = options;
  const insert = database.prepare(
    `insert into inbox (source, id, kind, lane, payload, state, attempts, created_at, next_at)
     values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?) on conflict (source, id) do nothing`,
  );
  let arrivals: Arrival[] = [];
  let crowdedUntil = -Infinity;

  function insertAll(taken: readonly Arrival[]): boolean[] {
    const now = clock.now();
    return taken.map(({ delivery: { source, id, kind, lane, payload } }) => {
      return insert.run(source, id, kind, lane, JSON.stringify(payload), now, now).changes === 1;
    });
  }

  function take(): Arrival[] {
    const taken = arrivals;
    if (taken.length >= crowd) crowdedUntil = clock.now() + crowdStays;
    arrivals = [];
    return taken;
  }

  function tell(taken: readonly Arrival[], areNew: readonly boolean[]): void {
    for (const [index, { resolve }] of taken.entries()) resolve(areNew[index]!);
    if (areNew.includes(true)) onReceived();
  }

  return {
    isCrowded: () => clock.now() < crowdedUntil,
    waiting: () => arrivals.length > 0,

    write() {
      const taken = take();
      const areNew = insertAll(taken);
      return (error) => {
        if (error === undefined) tell(taken, areNew);
        else for (const { reject } of taken) reject(error);
      };
    },

    commit() {
      const taken = take();
      try {
        database.exec('begin immediate');
        const areNew = insertAll(taken);
        database.exec('commit');
        tell(taken, areNew);
      } catch (error) {
        if (database.isOpen && database.isTransaction) database.exec('rollback');
        for (const { reject } of taken) reject(error);
      }
    },

    receive(delivery, hasten) {
      return new Promise((resolve, reject) => {
        // The others that arrived in this turn of the event loop come into the same commit.
        if (arrivals.length === 0) setImmediate(hasten);
        arrivals.push({ delivery, resolve, reject });
      });
    },
  };
}
