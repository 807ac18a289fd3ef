import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Delivery, Received, Store } from '../store/store.ts';
import { startWorker, type Worker } from '../worker.ts';

/** Works on what arrived, lane by lane, each at least once: what is done with it must count once by itself. */
export function startInboxWorker(options: {
  store: Store;
  clock: Clock;
  log: Log;
  process: Readonly<Record<Delivery['source'], (received: Received) => Promise<void>>>;
}): Worker {
  const { store, clock, log, process } = options;
  const worker = startWorker<Received>({
    name: 'inbox',
    queue: store.inbox,
    async work(received) {
      await process[received.source](received);
      await store.inbox.done(received.seq);
    },
    createdAt: ({ receivedAt }) => receivedAt,
    clock,
    log,
    lanes: 32,
    holdBack: () => store.inbox.isCrowded(),
  });
  const unwatch = store.onWork((where) => where === 'inbox' && worker.wake());
  return {
    ...worker,
    stop() {
      unwatch();
      return worker.stop();
    },
  };
}
