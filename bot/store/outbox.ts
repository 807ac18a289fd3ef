import type { Selectable } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Engine } from './engine.ts';
import { isDead, isOpen, type LaneQueue } from './queue.ts';
import { createTransaction, type Route } from './state.ts';
import type { Outbox, Waiting } from './store.ts';
import type { Tables } from './tables.ts';

export function createOutbox(
  engine: Engine,
  queue: LaneQueue<'outbox'>,
  options: { clock: Clock; route: Route; onEmitted: () => void },
): Outbox {
  const { db, write } = engine;
  const { clock, route, onEmitted } = options;
  return {
    claim: async (now, limit, lanes) => (await queue.claim(now, limit, lanes)).map(toWaiting),
    async done(seq, next, request) {
      if (next.length === 0) return queue.done(seq);
      await write(async (tx) => {
        // If another has taken it up meanwhile, what follows from it is that one's to store.
        if (await queue.markDone(tx, seq)) await createTransaction(tx, clock, route).emit(next, request);
      });
      queue.letGo(seq);
      onEmitted();
    },
    failed: (seq, failure) => queue.failed(seq, failure),
    nextAt: (lanes) => queue.nextAt(lanes),
    async dead(limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where(isDead)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toWaiting);
    },
    async isSettled(request) {
      const open = await db
        .selectFrom('outbox')
        .select('seq')
        .where(isOpen('outbox'))
        .where('request', '=', request)
        .limit(1)
        .executeTakeFirst();
      return open === undefined;
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
