import { type CompiledQuery, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Write } from '../../../bot/store/engine.ts';
import { migrate } from '../../../bot/store/migrations.ts';
import { LaneQueue } from '../../../bot/store/queue.ts';
import { openSqlite, sqliteDialect } from '../../../bot/store/sqlite.ts';
import { createReads } from '../../../bot/store/state.ts';
import type { Reads } from '../../../bot/store/store.ts';
import type { Tables } from '../../../bot/store/tables.ts';
import { deadEffects, forgetOld, measureQueues } from '../../../bot/store/upkeep.ts';
import { ManualClock } from '../../../local/clock.ts';

/** Everything that is read for a command, an event, the metrics or the upkeep, whatever the history. */
const queries: Record<string, (reads: Reads, db: Kysely<Tables>) => Promise<unknown>> = {
  run: (reads) => reads.run('shop', 'r1'),
  runs: (reads) => reads.runs('shop', 10),
  liveRuns: (reads) => reads.liveRuns(),
  liveCounts: (reads) => reads.liveCounts(),
  'liveCounts of some': (reads) => reads.liveCounts(['shop', 'other']),
  silentRuns: (reads) => reads.silentRuns(1),
  shown: (reads) => reads.shown('k'),
  shownAt: (reads) => reads.shownAt('C1', '1.1'),
  shownIn: (reads) => reads.shownIn('C1', 10),
  notes: (reads) => reads.notes('lock', 'shop'),
  auditTrail: (reads) => reads.auditTrail({ limit: 10 }),
  'auditTrail of a pipeline': (reads) => reads.auditTrail({ pipeline: 'shop', limit: 10 }),
  claim: (_, db) => inboxOf(db).claim(1, 32),
  nextAt: (_, db) => inboxOf(db).nextAt(),
  recover: (_, db) => inboxOf(db).recover(),
  deadEffects: (_, db) => deadEffects(db, 10),
  measure: (_, db) => measureQueues({ db, unsorted: () => ({ size: 0, oldestAt: undefined }) }),
  forgetOld: (_, db) => forgetOld((work) => work(db), 1),
};

function inboxOf(db: Kysely<Tables>) {
  const mark: Write = (work) => work(db);
  const engine = { db, mark, markForGood: mark, retried: <Result>(work: () => Promise<Result>) => work() };
  return new LaneQueue({ ...engine, isShared: false }, 'inbox', new ManualClock());
}

/** A scan by the key in order, ended by a limit, reads no more than it gives. */
const inOrder: Record<string, RegExp> = {
  auditTrail: /^SCAN audit$/,
  forgetOld: /^SCAN (inbox|outbox|oldest)( USING INDEX \w+_dead)?$/,
  claim: /^SCAN (head USING INDEX inbox_open|heads)$/,
  recover: /^SCAN inbox USING INDEX inbox_open\w*$/,
  deadEffects: /^SCAN outbox USING INDEX outbox_dead$/,
  measure: /^SCAN ((inbox|outbox) USING (COVERING )?INDEX \w+|CONSTANT ROW)$/,
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
    const allowed = inOrder[name] ?? /^SCAN (oldest|CONSTANT ROW)$/;
    const scans = plan.map(({ detail }) => String(detail)).filter((each) => each.startsWith('SCAN'));
    expect(
      scans.filter((scan) => !allowed.test(scan)),
      sql,
    ).toEqual([]);
  }
  await db.destroy();
});
