import type { AnyEffect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import type { Waiting } from '../store/store.ts';
import { startWorker, type Worker } from '../worker.ts';
import { kindOf } from './route.ts';

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

  const worker = startWorker({
    name: 'outbox',
    queue: store.outbox,
    work: perform,
    createdAt: (waiting) => waiting.createdAt,
    clock,
    log,
    lanes: 32,
    holdBack: () => store.inbox.isCrowded(),
    ...(random && { random }),
  });
  const unwatch = store.onWork((where) => where === 'outbox' && worker.wake());
  return {
    ...worker,
    stop() {
      unwatch();
      return worker.stop();
    },
  };
}
