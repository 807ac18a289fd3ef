import { sql } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import type { Engine } from './engine.ts';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { postgresEngine } from './postgres-engine.ts';
import { LaneQueue } from './queue.ts';
import { sqliteEngine } from './sqlite.ts';
import { createReads, createTransaction, type Route } from './state.ts';
import type { Reads, Store, Transaction } from './store.ts';
import { forgetOld, measureQueues } from './upkeep.ts';

type Listener = (where: 'inbox' | 'outbox') => void;

/** How often it is looked whether another process has left work. */
const looksEvery = 500;

/**
 * Opens the store and creates what it lacks. One process at a time may have a SQLite `file` open, and takes up what was
 * under way when the last one ended; `:memory:` lives as long as the store. A PostgreSQL at `url` may have any number.
 * `onRush` is called again and again while very much arrives at once.
 */
export async function openStore(
  options: ({ file: string } | { url: Secret }) & {
    clock: Clock;
    route: Route;
    onRush?: () => void;
  },
): Promise<Store> {
  const { clock, route, onRush = () => {} } = options;
  const listeners = new Set<Listener>();
  const tell: Listener = (where) => {
    for (const listener of listeners) listener(where);
  };
  const own = { clock, onReceived: () => tell('inbox'), onRush };
  const engine =
    'url' in options ? await postgresEngine(options.url, own) : await sqliteEngine(options.file, own);
  const { write } = engine;
  const inbox = new LaneQueue(engine, 'inbox', clock);
  const outbox = new LaneQueue(engine, 'outbox', clock);
  let stopLooking = () => {};
  if (engine.isShared) look();
  else for (const queue of [inbox, outbox]) await queue.recover();

  function look(): void {
    stopLooking = clock.after(looksEvery, () => {
      look();
      tell('inbox');
      tell('outbox');
    });
  }

  async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    let emitted = false;
    const result = await write((open) => {
      const tx = createTransaction(open, clock, route);
      return work({
        ...tx,
        emit(effects, request) {
          emitted ||= effects.length > 0;
          return tx.emit(effects, request);
        },
      });
    });
    if (emitted) tell('outbox');
    return result;
  }

  return {
    ...retriedReads(engine),
    transaction,
    inbox: createInbox(engine, inbox),
    outbox: createOutbox(engine, outbox, { clock, route, onEmitted: () => tell('outbox') }),
    reserve: (key, interval) => engine.reserve(key, interval),
    onWork(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    failure: () => engine.failure?.(),
    async check() {
      const failure = engine.failure?.();
      if (failure) throw failure;
      await outbox.nextAt();
      if (engine.isShared) await checkWritable(engine);
    },
    measure: () => measureQueues(engine),
    forgetOld: () => forgetOld(write, clock.now()),
    async close() {
      stopLooking();
      for (const queue of [inbox, outbox]) queue.stop();
      await engine.close();
    },
  };
}

/** A standby answers reads; so does a primary that its keeper has closed for writes since its disk is full. */
async function checkWritable({ db }: Engine): Promise<void> {
  const { rows } = await sql<{ transaction_read_only: string }>`show transaction_read_only`.execute(db);
  if (rows[0]?.transaction_read_only === 'on') throw new Error('PostgreSQL takes no writes');
}

function retriedReads({ db, retried }: Engine): Reads {
  const reads = Object.entries(createReads(db)).map(([name, read]) => {
    const again = (...args: unknown[]) =>
      retried(() => (read as (...args: unknown[]) => Promise<unknown>)(...args));
    return [name, again];
  });
  return Object.fromEntries(reads) as Reads;
}
