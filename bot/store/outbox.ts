import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Write } from './group-commit.ts';
import { LaneQueue } from './queue.ts';
import { createTransaction, type Route } from './state.ts';
import type { Outbox, Waiting } from './store.ts';
import type { Tables } from './tables.ts';

export function createOutbox(options: {
  db: Kysely<Tables>;
  write: Write;
  clock: Clock;
  route: Route;
  onEmitted: () => void;
}): Outbox {
  const { db, write, clock, route, onEmitted } = options;
  const queue = (tx: Kysely<Tables>) => new LaneQueue(tx, 'outbox', clock);
  return {
    claim: async (now, limit) => (await write((tx) => queue(tx).claim(now, limit))).map(toWaiting),
    async done(seq, next, request) {
      await write(async (tx) => {
        await queue(tx).done(seq);
        await createTransaction(tx, clock, route).emit(next, request);
      });
      if (next.length > 0) onEmitted();
    },
    failed: (seq, failure) => write((tx) => queue(tx).failed(seq, failure)),
    nextAt: () => queue(db).nextAt(),
    async dead(limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'dead')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toWaiting);
    },
  };
}

function toWaiting(row: Omit<Selectable<Tables['outbox']>, 'seq'> & { seq: number }): Waiting {
  const { seq, id, kind, data, lane, attempts, created_at, request, error } = row;
  return {
    seq,
    id,
    kind,
    data: JSON.parse(data),
    target: lane,
    attempts,
    createdAt: created_at,
    ...(request !== null && { request }),
    ...(error !== null && { error }),
  };
}
