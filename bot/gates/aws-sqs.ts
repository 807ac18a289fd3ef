import { z } from 'zod';
import type { Queue, QueueMessage } from '../../shared/aws/queue.ts';
import { type Clock, sleep } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Store } from '../store/store.ts';
import { awsDelivery } from './aws-delivery.ts';

const pauseAfterError = 5_000;

/** AWS events from an SQS queue: no public address is needed, and what comes while the bot is away waits there. */
export function startSqs(options: { queue: Queue; store: Store; clock: Clock; log: Log }): {
  close(): Promise<void>;
} {
  const { queue, store, clock, log } = options;
  const stop = new AbortController();
  const { signal } = stop;

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      try {
        await take();
      } catch (error) {
        if (signal.aborted) return;
        log.error({ error: messageOf(error) }, 'The queue of AWS events could not be worked off');
        await sleep(clock, pauseAfterError, signal).catch(() => {});
      }
    }
  }

  async function take(): Promise<void> {
    const messages = await queue.receive(signal);
    const stored: QueueMessage[] = [];
    const outcomes = await Promise.allSettled(
      messages.map(async (message) => {
        const delivery = awsDelivery(eventIn(message.body));
        if (delivery) await store.inbox.receive(delivery);
        else log.warn({ message: message.id }, 'A message in the queue is no event and is thrown away');
        stored.push(message);
      }),
    );
    // Only now: what is deleted and not stored would be lost.
    if (stored.length > 0) await queue.remove(stored);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
  }

  const polling = poll();
  return {
    close() {
      stop.abort();
      return polling;
    },
  };
}

/** What SNS delivers to a queue is wrapped, unless the subscription is for raw messages. Who may send says the queue. */
const wrapped = z.object({ Type: z.literal('Notification'), Message: z.string() });

function eventIn(body: string): string {
  try {
    return wrapped.safeParse(JSON.parse(body)).data?.Message ?? body;
  } catch {
    return body;
  }
}
