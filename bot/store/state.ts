import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import { isFinal, type Run } from '../../shared/run/model.ts';
import type { Effect } from '../effect.ts';
import { chainHash, firstHash, readEntry } from './audit.ts';
import type { AuditEntry, AuditRecord, Reads, Shown, Transaction } from './store.ts';
import type { Tables } from './tables.ts';

/** Where an effect queues: its target, and the key under which only the newest counts. */
export type Route = (effect: Effect) => { target: string; coalesce?: string | undefined };

export function createReads(db: Kysely<Tables>): Reads {
  return {
    async run(pipeline, id) {
      const row = await db
        .selectFrom('runs')
        .select('value')
        .where('pipeline', '=', pipeline)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && parseRun(row);
    },
    async runs(pipeline, limit) {
      const rows = await db
        .selectFrom('runs')
        .select('value')
        .where('pipeline', '=', pipeline)
        .orderBy('started_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(parseRun);
    },
    async liveRuns() {
      const rows = await db
        .selectFrom('runs')
        .select('value')
        .where('live', '=', 1)
        .orderBy('started_at')
        .execute();
      return rows.map(parseRun);
    },
    async liveCounts(of) {
      // PostgreSQL has no empty list.
      if (of?.length === 0) return new Map();
      let query = db
        .selectFrom('runs')
        .select(['pipeline', ({ fn }) => fn.countAll<number>().as('count')])
        .where('live', '=', 1)
        .groupBy('pipeline');
      if (of) query = query.where('pipeline', 'in', of);
      const rows = await query.execute();
      return new Map(rows.map(({ pipeline, count }) => [pipeline, count]));
    },
    async silentRuns(before) {
      const rows = await db
        .selectFrom('runs')
        .select('value')
        .where('live', '=', 1)
        .where('updated_at', '<', before)
        .orderBy('updated_at')
        .execute();
      return rows.map(parseRun);
    },
    async shown(key) {
      const row = await db.selectFrom('messages').selectAll().where('key', '=', key).executeTakeFirst();
      return row && toShown(row);
    },
    async shownAt(place, id) {
      const row = await db
        .selectFrom('messages')
        .selectAll()
        .where('place', '=', place)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toShown(row);
    },
    async shownIn(place, limit) {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('place', '=', place)
        .orderBy('shown_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toShown);
    },
    async notes(kind, scope) {
      const rows = await db
        .selectFrom('notes')
        .selectAll()
        .where('kind', '=', kind)
        .where('scope', '=', scope)
        .orderBy('at')
        .orderBy('key')
        .execute();
      return rows.map(({ key, value, at }) => ({ kind, scope, key, value: JSON.parse(value), at }));
    },
    async auditTrail({ pipeline, limit }) {
      let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
      if (pipeline !== undefined) query = query.where('pipeline', '=', pipeline);
      return (await query.execute()).map(toRecord);
    },
  };
}

/** Writes of one open transaction. */
export function createTransaction(db: Kysely<Tables>, clock: Clock, route: Route): Transaction {
  return {
    ...createReads(db),
    async once(id) {
      const added = await db
        .insertInto('handled')
        .values({ id, at: clock.now() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    async putRun(run) {
      const now = clock.now();
      const changed = { live: isFinal(run) ? 0 : 1, updated_at: now, value: JSON.stringify(run) };
      const started = run.startedAt === undefined ? {} : { started_at: run.startedAt };
      await db
        .insertInto('runs')
        .values({ pipeline: run.pipeline, id: run.id, started_at: now, ...started, ...changed })
        .onConflict((conflict) =>
          conflict.columns(['pipeline', 'id']).doUpdateSet({ ...started, ...changed }),
        )
        .execute();
    },
    async putShown({ key, place, id, pipeline = null, run = null }: PutShown) {
      const row = { place, id, pipeline, run };
      await db
        .insertInto('messages')
        .values({ key, ...row, shown_at: clock.now() })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async putNote({ kind, scope, key, value }) {
      const row = { value: JSON.stringify(value), at: clock.now() };
      await db
        .insertInto('notes')
        .values({ kind, scope, key, ...row })
        .onConflict((conflict) => conflict.columns(['kind', 'scope', 'key']).doUpdateSet(row))
        .execute();
    },
    async dropNote({ kind, scope, key }) {
      await db
        .deleteFrom('notes')
        .where('kind', '=', kind)
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute();
    },
    audit: (entry) => appendAudit(db, clock.now(), entry),
    async emit(effects, request) {
      for (const effect of effects) await emitOne(db, clock.now(), { effect, request, ...route(effect) });
    },
  };
}

type PutShown = Omit<Shown, 'pipeline' | 'run'> & { pipeline?: string | null; run?: string | null };

interface Emission {
  readonly effect: Effect;
  readonly request?: string | undefined;
  readonly target: string;
  readonly coalesce?: string | undefined;
}

/**
 * A newer effect takes the place that a waiting one of its key has in the lane: put at the end instead,
 * a message that changes faster than it is sent would never be sent.
 */
async function emitOne(db: Kysely<Tables>, now: number, emission: Emission): Promise<void> {
  const { effect, request = null, target, coalesce = null } = emission;
  const data = JSON.stringify(effect.data);
  if (coalesce !== null) {
    const older = db
      .updateTable('outbox')
      .where('coalesce_key', '=', coalesce)
      .where('kind', '=', effect.kind)
      .where('lane', '=', target);
    // Tried again, what was given up on would put an older view in the place of this one.
    await older.set({ state: 'done', done_at: now }).where('state', '=', 'dead').execute();
    const replaced = await older.set({ data, request }).where('state', '=', 'waiting').executeTakeFirst();
    if (replaced.numUpdatedRows > 0n) return;
  }
  await db
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      kind: effect.kind,
      lane: target,
      coalesce_key: coalesce,
      data,
      request,
      state: 'waiting',
      attempts: 0,
      created_at: now,
      next_at: now,
    })
    .execute();
}

async function appendAudit(db: Kysely<Tables>, at: number, entry: AuditEntry): Promise<void> {
  const last = await db.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  await db
    .insertInto('audit')
    .values({
      at,
      pipeline: entry.pipeline ?? null,
      entry: JSON.stringify(entry),
      hash: chainHash(last?.hash ?? firstHash, at, entry),
    })
    .execute();
}

function parseRun(row: { value: string }): Run {
  return JSON.parse(row.value);
}

function toShown({ key, place, id, pipeline, run }: Tables['messages']): Shown {
  return { key, place, id, ...(pipeline !== null && { pipeline }), ...(run !== null && { run }) };
}

/** Its pipeline is the one it is looked up by: put under another, it is not what was hashed any more. */
function toRecord({ seq, at, pipeline, entry, hash }: Selectable<Tables['audit']>): AuditRecord {
  return { ...readEntry(entry), pipeline: pipeline ?? undefined, seq, at, hash };
}
