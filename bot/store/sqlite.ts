import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import { batchSorter, urgentBatches } from './batches.ts';
import type { Engine } from './engine.ts';
import { groupCommit } from './group-commit.ts';
import { lockFor } from './lock.ts';
import { migrate } from './migrations.ts';
import { type ArrivalListener, Arrivals } from './receive.ts';
import { reservations } from './reservations.ts';
import type { Tables } from './tables.ts';
import { openWalSync } from './wal-sync.ts';

/** Whoever opens the file first after a crash repairs the log, and the others wait; milliseconds. */
export const lockPatience = 5_000;

/** Opens a file with Node's own `node:sqlite`. A commit is on disk when it returns. */
export function openSqlite(file: string): DatabaseSync {
  return durable(new DatabaseSync(file, { timeout: lockPatience }));
}

/** WAL with `synchronous=FULL` syncs at every commit: https://sqlite.org/pragma.html#pragma_synchronous */
function durable(database: DatabaseSync): DatabaseSync {
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  return database;
}

export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({ database: adapt(database) });
}

/**
 * One file, one process: every write goes into the next commit, and what is shared is in memory. Whoever is told of a
 * commit is told when it is on disk, for which `openWalSync` cares.
 */
export async function sqliteEngine(
  file: string,
  { clock, ...tell }: ArrivalListener & { clock: Clock },
): Promise<Engine> {
  await using closers = new AsyncDisposableStack();
  const database = closers.use(new DatabaseSync(file, { timeout: lockPatience }));
  if (file !== ':memory:') closers.use(lockFor(file));
  const db = new Kysely<Tables>({ dialect: sqliteDialect(durable(database)) });
  closers.defer(() => db.destroy());
  await migrate(db as Kysely<unknown>, 'sqlite');
  database.exec('pragma synchronous = normal');
  const wal = await openWalSync(file);
  closers.defer(() => wal.close());
  const arrivals = new Arrivals(clock, tell);
  const { write, mark, markForGood, hasten } = groupCommit((work) => db.transaction().execute(work), {
    urgent: urgentBatches(database, { arrivals, clock }),
    synced: wal.synced,
    syncNow: wal.syncNow,
    largest: 256,
    longest: 50,
    clock,
  });
  const open = closers.move();
  return {
    db,
    write,
    mark,
    markForGood,
    retried: (work) => work(),
    receive: (delivery) => arrivals.add(delivery, hasten),
    isCrowded: () => arrivals.isCrowd,
    ...batchSorter(database, mark),
    reserve: reservations(clock),
    failure: wal.failure,
    isShared: false,
    close: () => open.disposeAsync(),
  };
}

/** Statements are kept prepared: the bot has a fixed and small set of them. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = adaptStatement(database.prepare(sql));
      statements.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
