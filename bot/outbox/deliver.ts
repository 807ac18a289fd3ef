import type { AnyEffect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import type { Lanes } from '../store/queue.ts';
import type { Waiting } from '../store/store.ts';
import { startWorker, type Worker } from '../worker.ts';
import { kindOf } from './route.ts';

const gitHub = { prefix: 'github:' };

/**
 * How many are carried out at a time. GitHub takes one a second of all that goes there: what waits for its turn must
 * keep nothing else from its own, and until it is claimed the newest view of it takes the place of older ones.
 */
const parts: readonly { readonly lanes: Lanes; readonly atOnce: number }[] = [
  { lanes: gitHub, atOnce: 8 },
  { lanes: { ...gitHub, others: true }, atOnce: 32 },
];

/**
 * Carries effects out: each target's in order, several targets at a time, each at least once. What follows
 * from one is stored together with the mark that it is done.
 */
export function startDeliverer(
  ports: Ports,
  options: { kinds: readonly AnyEffect[]; random?: () => number },
): Worker {
  const { store, clock, log } = ports;
  const { kinds, random } = options;

  async function perform(waiting: Waiting): Promise<void> {
    const kind = kindOf(kinds, waiting);
    const attempt = { id: waiting.id, number: waiting.attempts };
    const next = await kind.perform(kind.schema.parse(waiting.data), ports, attempt);
    await store.outbox.done(waiting.seq, next, waiting.request);
  }

  const workers = parts.map(({ lanes, atOnce }) =>
    startWorker({
      name: 'outbox',
      queue: {
        claim: (now: number, limit: number) => store.outbox.claim(now, limit, lanes),
        failed: store.outbox.failed,
        nextAt: () => store.outbox.nextAt(lanes),
      },
      work: perform,
      createdAt: (waiting) => waiting.createdAt,
      clock,
      log,
      lanes: atOnce,
      holdBack: () => store.inbox.isCrowded(),
      ...(random && { random }),
    }),
  );
  const wake = () => {
    for (const worker of workers) worker.wake();
  };
  const isIdle = () => workers.every((worker) => worker.isIdle());
  const unwatch = store.onWork((where) => where === 'outbox' && wake());
  return {
    wake,
    isIdle,
    async idle() {
      // What one carries out may give the other something to do.
      while (!isIdle()) await Promise.all(workers.map((worker) => worker.idle()));
    },
    async stop() {
      unwatch();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
