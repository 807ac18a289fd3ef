import type { Engine } from './engine.ts';
import type { LaneQueue } from './queue.ts';
import type { Inbox } from './store.ts';

export function createInbox(engine: Engine, queue: LaneQueue<'inbox'>): Inbox {
  return {
    receive: (delivery) => engine.receive(delivery),
    isCrowded: () => engine.isCrowded(),
    async claim(now, limit) {
      const rows: Awaited<ReturnType<typeof queue.claim>> = [];
      for (let isMore = true; isMore && rows.length < limit; ) {
        try {
          isMore = await engine.sortIn(now, limit - rows.length);
          rows.push(...(await queue.claim(now, limit - rows.length)));
        } catch (error) {
          // What is claimed is ours to work on, whatever comes after it.
          if (rows.length === 0) throw error;
          break;
        }
      }
      return rows.map(({ seq, source, id, kind, lane, payload, created_at: receivedAt, attempts, error }) => {
        const delivery = { seq, source, id, kind, lane, payload: JSON.parse(payload), receivedAt, attempts };
        return error === null ? delivery : { ...delivery, error };
      });
    },
    done: (seq) => queue.done(seq),
    failed: (seq, failure) => queue.failed(seq, failure),
    async nextAt() {
      const next = await queue.nextAt();
      const { oldestAt } = engine.unsorted();
      return oldestAt === undefined ? next : Math.min(oldestAt, next ?? oldestAt);
    },
  };
}
