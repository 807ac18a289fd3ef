import type { Kysely } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { LaneQueue } from './queue.ts';
import type { Delivery, Inbox } from './store.ts';
import type { Tables } from './tables.ts';

interface Arrival {
  readonly delivery: Delivery;
  readonly resolve: (added: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export function createInbox(options: {
  db: Kysely<Tables>;
  queue: LaneQueue<'inbox'>;
  clock: Clock;
  onReceived: () => void;
}): Inbox {
  const { db, queue, clock, onReceived } = options;
  let arrivals: Arrival[] = [];
  let committing = false;

  /** One commit for everything that arrived while the last one was being written. */
  async function commit(): Promise<void> {
    committing = true;
    while (arrivals.length > 0) {
      const batch = arrivals;
      arrivals = [];
      try {
        const added = await insert(batch);
        for (const [index, arrival] of batch.entries()) arrival.resolve(added[index] === true);
        if (added.includes(true)) onReceived();
      } catch (error) {
        for (const arrival of batch) arrival.reject(error);
      }
    }
    committing = false;
  }

  async function insert(batch: readonly Arrival[]): Promise<boolean[]> {
    return db.transaction().execute(async (tx) => {
      const added: boolean[] = [];
      for (const { delivery } of batch) {
        const result = await tx
          .insertInto('inbox')
          .values({
            source: delivery.source,
            id: delivery.id,
            kind: delivery.kind,
            lane: delivery.lane,
            payload: JSON.stringify(delivery.payload),
            state: 'waiting',
            attempts: 0,
            created_at: clock.now(),
            next_at: clock.now(),
          })
          .onConflict((conflict) => conflict.columns(['source', 'id']).doNothing())
          .executeTakeFirst();
        added.push(result.numInsertedOrUpdatedRows === 1n);
      }
      return added;
    });
  }

  return {
    receive(delivery) {
      return new Promise((resolve, reject) => {
        arrivals.push({ delivery, resolve, reject });
        if (!committing) void commit();
      });
    },
    async claim(now, limit) {
      const rows = await queue.claim(now, limit);
      return rows.map(({ seq, source, id, kind, lane, payload, created_at, attempts }) => {
        return {
          seq,
          source,
          id,
          kind,
          lane,
          payload: JSON.parse(payload),
          receivedAt: created_at,
          attempts,
        };
      });
    },
    done: (seq) => queue.done(seq),
    failed: (seq, failure) => queue.failed(seq, failure),
    nextAt: () => queue.nextAt(),
  };
}
