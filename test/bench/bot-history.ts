import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Insertable, Kysely } from 'kysely';
import { openStore } from '../../bot/store/open.ts';
import type { Store } from '../../bot/store/store.ts';
import type { Tables } from '../../bot/store/tables.ts';
import { openDatabase } from '../../bot/tools/database.ts';
import { systemClock } from '../../shared/clock.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { startPostgres } from '../postgres.ts';
import { type Goal, quantile, round } from './goals.ts';

const runs = 100_000;
const pipelines = 50;
const batch = 1_000;
const repetitions = 300;

type Queries = Readonly<Record<string, (store: Store, turn: number) => Promise<unknown>>>;

/** Everything that a command or an event asks of the store. */
const queries: Queries = {
  run: (store, turn) => store.run(`p${turn % pipelines}`, `r${turn * 997}`),
  runs: (store, turn) => store.runs(`p${turn % pipelines}`, 20),
  liveRuns: (store) => store.liveRuns(),
  liveCounts: (store) => store.liveCounts(),
  shown: (store, turn) => store.shown(`k${turn * 997}`),
  shownAt: (store, turn) => store.shownAt(`C${turn % pipelines}`, String(turn * 997)),
  shownIn: (store, turn) => store.shownIn(`C${turn % pipelines}`, 20),
  notes: (store, turn) => store.notes('lock', `p${turn % pipelines}`),
  auditTrail: (store, turn) => store.auditTrail({ pipeline: `p${turn % pipelines}`, limit: 20 }),
  once: (store, turn) => store.transaction((tx) => tx.once(`new ${turn}`)),
  'claim from the inbox': (store) => store.inbox.claim(Date.now(), 32),
  'claim from the outbox': (store) => store.outbox.claim(Date.now(), 32),
};

/** How long each query takes at p99 when 100,000 runs and what belongs to them are in the store. */
export async function history(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-history-'));
  closers.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startPostgres({ durable: true });
  closers.defer(() => postgres.close());
  const file = join(folder, 'store.sqlite');
  const DATABASE_URL = await postgres.createDatabase();
  return [
    await measure('SQLite', { file }, { DRAWBRIDGE_DATA: file }),
    await measure('PostgreSQL', { url: new Secret(DATABASE_URL) }, { DATABASE_URL }),
  ];
}

async function measure(
  name: string,
  at: { file: string } | { url: Secret },
  environment: Record<string, string>,
): Promise<Goal> {
  const store = await openStore({ ...at, clock: systemClock, route: () => ({ target: 'none' }) });
  const db = await openDatabase(environment);
  await fill(db);
  const asked: { query: string; p50: number; p99: number }[] = [];
  for (const [query, ask] of Object.entries(queries)) {
    const times: number[] = [];
    for (let turn = 0; turn < repetitions; turn++) {
      const start = performance.now();
      await ask(store, turn);
      times.push(performance.now() - start);
    }
    asked.push({ query, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
  }
  await db.destroy();
  await store.close();
  const slowest = asked.toSorted((a, b) => b.p99 - a.p99)[0]!;
  return {
    what: `${runs.toLocaleString('en')} runs in ${name}: the slowest query’s p99 (${slowest.query})`,
    measured: slowest.p99,
    unit: 'ms',
    target: { atMost: 20 },
    beside: `p50 of each: ${asked.map(({ query, p50 }) => `${query} ${round(p50)}`).join(', ')}`,
  };
}

/** As many of everything as a year and more brings; a hundred runs still live. */
async function fill(db: Kysely<Tables>): Promise<void> {
  for (let first = 0; first < runs; first += batch) {
    const rows = Array.from({ length: batch }, (_, index) => rowsOf(first + index));
    await db.transaction().execute(async (tx) => {
      for (const table of ['runs', 'messages', 'handled', 'audit', 'inbox', 'outbox'] as const) {
        await tx
          .insertInto(table)
          .values(rows.map((row) => row[table]) as Insertable<Tables[typeof table]>[])
          .execute();
      }
    });
  }
}

function rowsOf(index: number) {
  const at = Date.now() - (runs - index) * 60_000;
  const pipeline = `p${index % pipelines}`;
  const id = `r${index}`;
  const text = JSON.stringify({ pipeline, id, status: 'Succeeded', stages: [], filler: 'x'.repeat(600) });
  const done = { state: 'done', attempts: 1, created_at: at, next_at: at, done_at: at, error: null };
  const live = index % 1_000 === 0 ? 1 : 0;
  return {
    runs: { pipeline, id, live, started_at: at, updated_at: at, value: text },
    messages: {
      key: `k${index}`,
      place: `C${index % pipelines}`,
      id: `${index}`,
      pipeline,
      run: id,
      shown_at: at,
    },
    handled: { id: `event ${index}`, at },
    audit: { at, pipeline, entry: text, hash: String(index) },
    inbox: { ...done, lane: `aws:${pipeline}/${id}`, source: 'aws', id, kind: 'event', payload: text },
    outbox: {
      ...done,
      lane: `slack:C${index % pipelines}`,
      id,
      kind: 'say',
      coalesce_key: null,
      data: text,
      request: null,
    },
  };
}
