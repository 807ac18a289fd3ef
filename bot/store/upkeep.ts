import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type QueueName = 'inbox' | 'outbox';
const queues: readonly QueueName[] = ['inbox', 'outbox'];

/** How a queue is doing. */
export interface QueueHealth {
  readonly queue: QueueName;
  /** Not done yet. */
  readonly open: number;
  /** Given up on. */
  readonly dead: number;
  /** When the oldest of the open ones came; epoch milliseconds. */
  readonly oldestAt: number | undefined;
}

export async function measureQueues(db: Kysely<Tables>): Promise<QueueHealth[]> {
  return Promise.all(
    queues.map(async (queue) => {
      const found = await sql<{ open: number; dead: number; oldest: number | null }>`select
        (select count(*) from ${sql.table(queue)} where state in ('waiting', 'working')) as open,
        (select count(*) from ${sql.table(queue)} where state = 'dead') as dead,
        (select min(created_at) from ${sql.table(queue)} where state in ('waiting', 'working')) as oldest`.execute(
        db,
      );
      const { open = 0, dead = 0, oldest = null } = found.rows[0] ?? {};
      return { queue, open, dead, oldestAt: oldest ?? undefined };
    }),
  );
}

const day = 24 * 60 * 60_000;
/** How long is kept what is done with. The audit trail is kept for good. */
export const retention = { deliveries: 30 * day, dead: 90 * day, runs: 400 * day } as const;

/** Forgets what is older than its retention; how many rows these were. */
export async function forgetOld(db: Kysely<Tables>, now: number): Promise<number> {
  const counts: bigint[] = [];
  for (const queue of queues) {
    const done = await sql`delete from ${sql.table(queue)} where state = 'done'
      and done_at < ${now - retention.deliveries}`.execute(db);
    const dead = await sql`delete from ${sql.table(queue)} where state = 'dead'
      and created_at < ${now - retention.dead}`.execute(db);
    counts.push(done.numAffectedRows ?? 0n, dead.numAffectedRows ?? 0n);
  }
  const deletes = [
    db.deleteFrom('handled').where('at', '<', now - retention.dead),
    db
      .deleteFrom('runs')
      .where('live', '=', 0)
      .where('updated_at', '<', now - retention.runs),
    db.deleteFrom('messages').where('shown_at', '<', now - retention.runs),
  ];
  for (const each of deletes) counts.push((await each.executeTakeFirst()).numDeletedRows);
  return Number(counts.reduce((sum, count) => sum + count, 0n));
}

/** What was given up on in the outbox, newest first. */
export function deadEffects(db: Kysely<Tables>, limit: number) {
  return db
    .selectFrom('outbox')
    .select(['seq', 'kind', 'lane', 'created_at', 'attempts', 'error'])
    .where('state', '=', 'dead')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** Puts a dead effect back into its lane; false if there is none of that number. */
export async function replayEffect(db: Kysely<Tables>, seq: number, now: number): Promise<boolean> {
  const changed = await db
    .updateTable('outbox')
    // Its day of tries begins anew.
    .set({ state: 'waiting', next_at: now, created_at: now })
    .where('seq', '=', seq)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
