import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import { LaneQueue } from './queue.ts';
import { createTransaction, type Route } from './state.ts';
import type { Outbox, Waiting } from './store.ts';
import type { Tables } from './tables.ts';

export function createOutbox(options: {
  db: Kysely<Tables>;
  queue: LaneQueue<'outbox'>;
  clock: Clock;
  route: Route;
  onEmitted: () => void;
}): Outbox {
  const { db, queue, clock, route, onEmitted } = options;
  return {
    claim: async (now, limit) => (await queue.claim(now, limit)).map(toWaiting),
    async done(seq, next, request) {
      if (next.length === 0) return queue.done(seq);
      await db.transaction().execute(async (tx) => {
        await new LaneQueue(tx, 'outbox', clock).done(seq);
        await createTransaction(tx, clock, route).emit(next, request);
      });
      onEmitted();
    },
    failed: (seq, failure) => queue.failed(seq, failure),
    nextAt: () => queue.nextAt(),
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
