import { type Kysely, sql } from 'kysely';
import type { Engine, Write } from './engine.ts';
import { isDead } from './queue.ts';
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

export async function measureQueues({
  db,
  unsorted,
}: Pick<Engine, 'db' | 'unsorted'>): Promise<QueueHealth[]> {
  return Promise.all(
    queues.map(async (queue) => {
      const found = await sql<{ open: number; dead: number; oldest: number | null }>`select
        (select count(*) from ${sql.table(queue)} where state in ('waiting', 'working')) as open,
        (select count(*) from ${sql.table(queue)} where state = 'dead') as dead,
        (select min(created_at) from ${sql.table(queue)} where state in ('waiting', 'working')) as oldest`.execute(
        db,
      );
      const { open = 0, dead = 0, oldest = null } = found.rows[0] ?? {};
      if (queue === 'outbox') return { queue, open, dead, oldestAt: oldest ?? undefined };
      const { size, oldestAt } = unsorted();
      return { queue, open: open + size, dead, oldestAt: oldest ?? oldestAt };
    }),
  );
}

const day = 24 * 60 * 60_000;
/** How long is kept what is done with. The audit trail is kept for good. */
export const retention = { deliveries: 30 * day, dead: 90 * day, runs: 400 * day } as const;

/** So few in one transaction that nobody waits long for it. */
const portion = 1_000;

/** Forgets what is older than its retention; how many rows these were. */
export async function forgetOld(write: Write, now: number): Promise<number> {
  const olds = [
    ...queues.flatMap((queue) => [
      oldOf(queue, { state: 'done', column: 'done_at', before: now - retention.deliveries }),
      oldOf(queue, { state: 'dead', column: 'created_at', before: now - retention.dead }),
    ]),
    sql`delete from handled where id in
      (select id from handled where at < ${now - retention.dead} limit ${portion})`,
    sql`delete from runs where (pipeline, id) in (select pipeline, id from runs
      where live = 0 and updated_at < ${now - retention.runs} limit ${portion})`,
    sql`delete from messages where key in
      (select key from messages where shown_at < ${now - retention.runs} limit ${portion})`,
  ];
  let sum = 0;
  for (const old of olds) {
    for (let count = portion; count === portion; sum += count) {
      count = Number((await write((tx) => old.execute(tx))).numAffectedRows);
    }
  }
  return sum;
}

/** The oldest are looked at only: what is done was done about in the order of its coming. */
function oldOf(queue: QueueName, old: { state: string; column: string; before: number }) {
  const table = sql.table(queue);
  return sql`delete from ${table} where seq in (
    select seq from (select seq, ${sql.ref(old.column)} from ${table} where state = ${sql.lit(old.state)} order by seq limit ${portion}) oldest
    where ${sql.ref(old.column)} < ${old.before})`;
}

/** What was given up on in the outbox, newest first. */
export function deadEffects(db: Kysely<Tables>, limit: number) {
  return db
    .selectFrom('outbox')
    .select(['seq', 'kind', 'lane', 'created_at', 'attempts', 'error'])
    .where(isDead)
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
