import { type CompiledQuery, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../../bot/store/migrations.ts';
import { openSqlite, sqliteDialect } from '../../../bot/store/sqlite.ts';
import { createReads } from '../../../bot/store/state.ts';
import type { Reads } from '../../../bot/store/store.ts';
import type { Tables } from '../../../bot/store/tables.ts';
import { forgetOld, measureQueues } from '../../../bot/store/upkeep.ts';

/** Everything that is read for a command, an event, the metrics or the upkeep, whatever the history. */
const queries: Record<string, (reads: Reads, db: Kysely<Tables>) => Promise<unknown>> = {
  run: (reads) => reads.run('shop', 'r1'),
  runs: (reads) => reads.runs('shop', 10),
  liveRuns: (reads) => reads.liveRuns(),
  liveCounts: (reads) => reads.liveCounts(),
  silentRuns: (reads) => reads.silentRuns(1),
  shown: (reads) => reads.shown('k'),
  shownAt: (reads) => reads.shownAt('C1', '1.1'),
  shownIn: (reads) => reads.shownIn('C1', 10),
  notes: (reads) => reads.notes('lock', 'shop'),
  auditTrail: (reads) => reads.auditTrail({ limit: 10 }),
  'auditTrail of a pipeline': (reads) => reads.auditTrail({ pipeline: 'shop', limit: 10 }),
  measure: (_, db) => measureQueues(db),
  forgetOld: (_, db) => forgetOld((work) => work(db), 1),
};

test.each(Object.entries(queries))('%s finds what it reads by an index', async (name, query) => {
  const asked: CompiledQuery[] = [];
  const database = openSqlite(':memory:');
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(database),
    log: (event) => void asked.push(event.query),
  });
  await migrate(db as Kysely<unknown>, 'sqlite');
  asked.length = 0;
  await query(createReads(db), db);
  expect(asked.length).toBeGreaterThan(0);
  for (const { sql, parameters } of asked) {
    const plan = database.prepare(`explain query plan ${sql}`).all(...(parameters as string[]));
    // A scan by the key in order, ended by a limit, reads no more than it gives.
    const allowed = name === 'auditTrail' ? /^SCAN audit$/ : /^SCAN (oldest|CONSTANT ROW)$/;
    const scans = plan.map(({ detail }) => String(detail)).filter((each) => each.startsWith('SCAN'));
    expect(
      scans.filter((scan) => !allowed.test(scan)),
      sql,
    ).toEqual([]);
  }
  await db.destroy();
});
