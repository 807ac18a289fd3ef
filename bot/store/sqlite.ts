import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Engine } from './engine.ts';
import { groupCommit, type Tell, type Urgent } from './group-commit.ts';
import { migrate } from './migrations.ts';
import { type Arrival, Arrivals } from './receive.ts';
import { reservations } from './reservations.ts';
import type { Tables } from './tables.ts';
import { openWalSync } from './wal-sync.ts';

/** Whoever opens the file first after a crash repairs the log, and the others wait; milliseconds. */
export const lockPatience = 5_000;

/**
 * Opens a file with Node's own `node:sqlite`. A commit is on disk when it returns: WAL with `synchronous=FULL` syncs
 * at every commit (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: lockPatience });
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
  { clock, onReceived }: { clock: Clock; onReceived: () => void },
): Promise<Engine> {
  const database = openSqlite(file);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await migrate(db as Kysely<unknown>, 'sqlite');
  database.exec('pragma synchronous = normal');
  const wal = await openWalSync(file);
  const arrivals = new Arrivals(clock, onReceived);
  const { write, mark, markForGood, hasten } = groupCommit((work) => db.transaction().execute(work), {
    urgent: urgentInbox(database, { arrivals, clock }),
    synced: wal.synced,
    syncNow: wal.syncNow,
    largest: 256,
    longest: 50,
    clock,
  });
  return {
    db,
    write,
    mark,
    markForGood,
    retried: (work) => work(),
    receive: (delivery) => arrivals.add(delivery, hasten),
    isCrowded: () => arrivals.isCrowd,
    reserve: reservations(clock),
    isShared: false,
    async close() {
      await wal.close();
      await db.destroy();
    },
  };
}

/**
 * The way into the inbox, and the one place where every microsecond counts: whoever sent a delivery waits for it to
 * be committed. So it is one prepared statement.
 */
function urgentInbox(
  database: DatabaseSync,
  { arrivals, clock }: { arrivals: Arrivals; clock: Clock },
): Urgent {
  const insert = database.prepare(
    `insert into inbox (source, id, kind, lane, payload, state, attempts, created_at, next_at)
     values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?) on conflict (source, id) do nothing`,
  );

  function insertAll(taken: readonly Arrival[]): boolean[] {
    const now = clock.now();
    return taken.map(({ delivery: { source, id, kind, lane, payload } }) => {
      return insert.run(source, id, kind, lane, JSON.stringify(payload), now, now).changes === 1;
    });
  }

  function tellOf(taken: readonly Arrival[], areNew: readonly boolean[]): Tell {
    return (error) => {
      if (error === undefined) arrivals.tell(taken, areNew);
      else for (const { reject } of taken) reject(error);
    };
  }

  return {
    waiting: () => arrivals.waiting,

    write() {
      const taken = arrivals.take();
      return tellOf(taken, insertAll(taken));
    },

    commit() {
      const taken = arrivals.take();
      try {
        database.exec('begin immediate');
        const areNew = insertAll(taken);
        database.exec('commit');
        return tellOf(taken, areNew);
      } catch (error) {
        if (database.isOpen && database.isTransaction) database.exec('rollback');
        tellOf(taken, [])(error);
        return () => {};
      }
    },
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
