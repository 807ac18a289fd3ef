import { Kysely } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import { groupCommit } from './group-commit.ts';
import { createInbox } from './inbox.ts';
import { migrate } from './migrations.ts';
import { createOutbox } from './outbox.ts';
import { LaneQueue } from './queue.ts';
import { createReceiver } from './receive.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import { createReads, createTransaction, type Route } from './state.ts';
import type { Store, Transaction } from './store.ts';
import type { Tables } from './tables.ts';
import { forgetOld, measureQueues } from './upkeep.ts';

type Listener = (where: 'inbox' | 'outbox') => void;

/**
 * Opens the store, creates what it lacks, and takes up again what was under way when the last process ended:
 * one process at a time may have the file open. `:memory:` lives as long as the store.
 */
export async function openStore(options: { file: string; clock: Clock; route: Route }): Promise<Store> {
  const { clock, route } = options;
  const database = openSqlite(options.file);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await migrate(db as Kysely<unknown>);

  const listeners = new Set<Listener>();
  const tell: Listener = (where) => {
    for (const listener of listeners) listener(where);
  };
  const receiver = createReceiver({ database, clock, onReceived: () => tell('inbox') });
  const { write, hasten } = groupCommit(db, receiver);

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

  await new LaneQueue(db, 'inbox', clock).recover();
  await new LaneQueue(db, 'outbox', clock).recover();

  return {
    ...createReads(db),
    transaction,
    inbox: createInbox({
      db,
      write,
      clock,
      receiver: { receive: (delivery) => receiver.receive(delivery, hasten), isCrowded: receiver.isCrowded },
    }),
    outbox: createOutbox({ db, write, clock, route, onEmitted: () => tell('outbox') }),
    onWork(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    measure: () => measureQueues(db),
    forgetOld: () => write((tx) => forgetOld(tx, clock.now())),
    close: () => db.destroy(),
  };
}
