import type { Kysely } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Write } from './group-commit.ts';
import { LaneQueue } from './queue.ts';
import type { Delivery, Inbox } from './store.ts';
import type { Tables } from './tables.ts';

export function createInbox(options: {
  db: Kysely<Tables>;
  write: Write;
  clock: Clock;
  onReceived: () => void;
}): Inbox {
  const { db, write, clock, onReceived } = options;
  const queue = (tx: Kysely<Tables>) => new LaneQueue(tx, 'inbox', clock);
  return {
    async receive(delivery) {
      const added = await write((tx) => insert(tx, clock.now(), delivery));
      if (added) onReceived();
      return added;
    },
    async claim(now, limit) {
      const rows = await write((tx) => queue(tx).claim(now, limit));
      return rows.map(({ seq, source, id, kind, lane, payload, created_at: receivedAt, attempts }) => {
        return { seq, source, id, kind, lane, payload: JSON.parse(payload), receivedAt, attempts };
      });
    },
    done: (seq) => write((tx) => queue(tx).done(seq)),
    failed: (seq, failure) => write((tx) => queue(tx).failed(seq, failure)),
    nextAt: () => queue(db).nextAt(),
  };
}

async function insert(tx: Kysely<Tables>, now: number, delivery: Delivery): Promise<boolean> {
  const { source, id, kind, lane, payload } = delivery;
  const result = await tx
    .insertInto('inbox')
    .values({
      source,
      id,
      kind,
      lane,
      payload: JSON.stringify(payload),
      state: 'waiting',
      attempts: 0,
      created_at: now,
      next_at: now,
    })
    .onConflict((conflict) => conflict.columns(['source', 'id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
