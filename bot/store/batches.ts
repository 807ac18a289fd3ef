import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../shared/clock.ts';
import type { Engine, Write } from './engine.ts';
import type { Urgent } from './group-commit.ts';
import { type Arrivals, asJson } from './receive.ts';
import type { Delivery } from './store.ts';

/**
 * The way into the inbox, and the one place where every microsecond counts: whoever sent a delivery waits for it to be
 * committed. So what arrives together is appended as it is, in one row; its ids and lanes are looked at when there is
 * time to work on it.
 */
export function urgentBatches(
  database: DatabaseSync,
  { arrivals, clock }: { arrivals: Arrivals; clock: Clock },
): Urgent {
  const append = database.prepare('insert into batches (at, size, deliveries) values (?, ?, ?)');
  return {
    waiting: () => arrivals.waiting,
    write() {
      const taken = arrivals.take();
      try {
        append.run(clock.now(), taken.length, asJson(taken));
      } catch (error) {
        arrivals.tell(taken, error);
        return () => {};
      }
      return (error) => arrivals.tell(taken, error);
    },
  };
}

interface Batch {
  readonly seq: number;
  readonly at: number;
  readonly size: number;
  readonly deliveries: string;
}

/** Moves the batches into the inbox, the oldest first. */
export function batchSorter(database: DatabaseSync, mark: Write): Pick<Engine, 'sortIn' | 'unsorted'> {
  const some = database.prepare('select 1 from batches where at <= ? limit 1');
  const oldest = database.prepare(
    'select seq, at, size, deliveries from batches where at <= ? order by seq limit 1',
  );
  const drop = database.prepare('delete from batches where seq = ?');
  const insert = database.prepare(
    `insert into inbox (source, id, kind, lane, payload, state, attempts, created_at, next_at)
     values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?) on conflict (source, id) do nothing`,
  );
  const measure = database.prepare('select coalesce(sum(size), 0) as size, min(at) as at from batches');

  function sortSome(until: number, most: number): void {
    for (let left = most; left > 0; ) {
      const batch = oldest.get(until) as Batch | undefined;
      if (!batch) return;
      for (const { source, id, kind, lane, payload } of JSON.parse(batch.deliveries) as Delivery[]) {
        insert.run(source, id, kind, lane, JSON.stringify(payload), batch.at, batch.at);
      }
      drop.run(batch.seq);
      left -= batch.size;
    }
  }

  return {
    async sortIn(until, most) {
      if (!some.get(until)) return false;
      await mark(async () => sortSome(until, most));
      return some.get(until) !== undefined;
    },
    unsorted() {
      const { size, at } = measure.get() as { size: number; at: number | null };
      return { size, oldestAt: at ?? undefined };
    },
  };
}
