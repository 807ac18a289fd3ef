import { type Kysely, sql } from 'kysely';
import { type Clock, sleep } from '../../shared/clock.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { isAway, retrying } from './away.ts';
import { type Engine, type Retried, StoreAwayError, type Write } from './engine.ts';
import { groupCommit } from './group-commit.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { type Arrival, type ArrivalListener, Arrivals, asJson } from './receive.ts';
import type { Delivery } from './store.ts';
import type { Tables } from './tables.ts';

/** Any two numbers that no other application on the database has: who holds them writes, or receives. */
const writersLock = 5_219_734_122_660_417n;
const inboxLock = 5_219_734_122_660_418n;

/**
 * Several processes on one database. Writes take turns, as they do with SQLite, so that whoever decides by what he
 * reads decides by what is so; claims and marks of the queues, which are most of the traffic, do not wait for them.
 */
export async function postgresEngine(
  url: Secret,
  { clock, ...tell }: ArrivalListener & { clock: Clock },
): Promise<Engine> {
  const db = await openPostgres(url);
  const retried = retrying(clock);
  await retried(() => migrate(db as Kysely<unknown>, 'postgres'));
  const { write } = groupCommit((work) => retried(() => transactAlone(db, { work, retried, clock })), {
    // The others wait meanwhile.
    largest: 32,
    longest: 100,
    clock,
  });
  return {
    db,
    write,
    mark: (work) => work(db),
    markForGood: (work) => work(db),
    retried,
    ...postgresInbox(db, { arrivals: new Arrivals(clock, tell), retried, clock }),
    reserve: (key, interval) => retried(() => reserve(db, { key, interval, now: clock.now() })),
    isShared: true,
    close: () => db.destroy(),
  };
}

/**
 * One transaction that has the writers' lock from its beginning on. If it throws nothing was written: where the
 * connection breaks during the commit PostgreSQL is asked what became of it.
 */
async function transactAlone<Result>(
  db: Kysely<Tables>,
  options: { work: Parameters<Write>[0]; retried: Retried; clock: Clock },
): Promise<Result> {
  let unsure: { id: string; result: Result } | undefined;
  try {
    return await db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        const id = await lockWriters(connection);
        const result = (await options.work(connection)) as Result;
        unsure = { id, result };
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection).catch(() => {});
        throw error;
      }
    });
  } catch (error) {
    if (unsure && isAway(error) && (await isCommitted(db, { ...options, id: unsure.id })))
      return unsure.result;
    throw error;
  }
}

async function lockWriters(connection: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select pg_current_xact_id()::text as id, pg_advisory_xact_lock(${writersLock})`.execute(connection);
  return rows[0]!.id;
}

/** https://www.postgresql.org/docs/18/functions-info.html#FUNCTIONS-INFO-SNAPSHOT */
async function isCommitted(
  db: Kysely<Tables>,
  { id, retried, clock }: { id: string; retried: Retried; clock: Clock },
): Promise<boolean> {
  for (;;) {
    const { rows } = await retried(() =>
      sql<{ status: string | null }>`select pg_xact_status(${id}::xid8) as status`.execute(db),
    );
    const status = rows[0]?.status;
    if (status !== 'in progress') return status === 'committed';
    // The server has not noticed yet that we are gone.
    await sleep(clock, 50);
  }
}

const mostAtOnce = 500;

/** All that arrives while one statement is under way is the next one. */
function postgresInbox(
  db: Kysely<Tables>,
  { arrivals, retried, clock }: { arrivals: Arrivals; retried: Retried; clock: Clock },
): Pick<Engine, 'receive' | 'isCrowded' | 'sortIn' | 'unsorted'> {
  let isBusy = false;

  async function commitAll(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (arrivals.waiting) {
      const taken = arrivals.take(mostAtOnce);
      // Those behind them have waited too: each with a patience of its own, they would wait for minutes.
      await commit(taken).catch((error) => arrivals.tell([...taken, ...arrivals.take()], error));
    }
    isBusy = false;
  }

  /** Tells them how it went. Rejects when the database is away: then some are not told yet. */
  async function commit(taken: readonly Arrival[]): Promise<void> {
    try {
      await retried(() => insertAll(db, { taken, now: clock.now() }));
      arrivals.tell(taken);
    } catch (error) {
      if (error instanceof StoreAwayError) throw error;
      // One that cannot be stored, such as one whose id is too long for an index, must not take the others with it.
      if (taken.length === 1) arrivals.tell(taken, error);
      else for (const each of taken) await commit([each]);
    }
  }

  return {
    receive: async (delivery) => arrivals.add(storable(delivery), () => void commitAll()),
    isCrowded: () => arrivals.isCrowd,
    sortIn: async () => false,
    unsorted: () => ({ size: 0, oldestAt: undefined }),
  };
}

/**
 * PostgreSQL's text can hold neither a NUL nor half a surrogate pair, and of JSON it reads every string there is: so the
 * payload goes there as one string, in which they are escaped.
 */
function storable({ source, id, kind, lane, payload }: Delivery): Delivery {
  return {
    source,
    id: escaped(id),
    kind: escaped(kind),
    lane: escaped(lane),
    payload: JSON.stringify(payload),
  };
}

function escaped(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** Under a lock, so that the numbers of a lane rise in the order in which they can be seen. */
async function insertAll(
  db: Kysely<Tables>,
  { taken, now }: { taken: readonly Arrival[]; now: number },
): Promise<void> {
  await sql`
    with turn as materialized (select pg_advisory_xact_lock(${inboxLock}))
    insert into inbox (source, id, kind, lane, payload, state, attempts, created_at, next_at)
    select source, id, kind, lane, payload, 'waiting', 0, ${now}::bigint, ${now}::bigint
    from turn, json_to_recordset(${asJson(taken)}::json)
      as row (source text, id text, kind text, lane text, payload text)
    on conflict (source, id) do nothing`.execute(db);
}

async function reserve(
  db: Kysely<Tables>,
  { key, interval, now }: { key: string; interval: number; now: number },
): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    insert into budgets (key, whole_at) values (${key}, ${now + interval}) on conflict (key)
    do update set whole_at = greatest(budgets.whole_at, ${now}::bigint) + ${interval}::bigint
    returning whole_at as at`.execute(db);
  return rows[0]!.at;
}
