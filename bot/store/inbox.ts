import type { Kysely } from 'kysely';
import type { Clock } from '../../shared/clock.ts';
import type { Write } from './group-commit.ts';
import { LaneQueue } from './queue.ts';
import type { Inbox } from './store.ts';
import type { Tables } from './tables.ts';

export function createInbox(options: {
  db: Kysely<Tables>;
  write: Write;
  clock: Clock;
  receiver: Pick<Inbox, 'receive' | 'isCrowded'>;
}): Inbox {
  const { db, write, clock, receiver } = options;
  const queue = (tx: Kysely<Tables>) => new LaneQueue(tx, 'inbox', clock);
  return {
    ...receiver,
    async claim(now, limit) {
      const rows = await write((tx) => queue(tx).claim(now, limit));
      return rows.map(({ seq, source, id, kind, lane, payload, created_at: receivedAt, attempts }) => {
        return { seq, source, id, kind, lane, payload: JSON.parse(payload), receivedAt, attempts };
      });
    },
    done: (seq) => write((tx) => queue(tx).done(seq)),
    failed: (seq, failure) => write((tx) => queue(tx).failed(seq, failure)),
    nextAt: () => queue(db).nextAt(),
  };
}
