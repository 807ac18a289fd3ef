import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSqs } from '../../../bot/gates/aws-sqs.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import type { Queue, QueueMessage } from '../../../shared/aws/queue.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';

let clock: ManualClock;
let store: Store;
let waiting: QueueMessage[];
let removed: string[];
let log: ReturnType<typeof keepLog>;
let fail: { receive?: Error; remove?: Error };
let sqs: { close(): Promise<void> };

/** A queue that, like SQS, gives a message again until it is removed. */
const queue: Queue = {
  async receive(signal) {
    if (fail.receive) throw fail.receive;
    while (waiting.length === 0 && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1));
    signal.throwIfAborted();
    return waiting.slice(0, 10);
  },
  async remove(messages) {
    if (fail.remove) throw fail.remove;
    const receipts = messages.map(({ receipt }) => receipt);
    removed.push(...receipts);
    waiting = waiting.filter(({ receipt }) => !receipts.includes(receipt));
  },
};

beforeEach(async () => {
  clock = new ManualClock();
  log = keepLog();
  waiting = [];
  removed = [];
  fail = {};
  store = await openStore({ file: ':memory:', clock, route: testRoute });
  sqs = startSqs({ queue, store, clock, log });
});
afterEach(async () => {
  await sqs.close();
  await store.close();
});

function put(id: string, body: unknown = { id, source: 'aws.codepipeline', detail: {} }): void {
  waiting.push({
    id,
    receipt: `receipt-${id}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const arrived = async () => (await store.inbox.claim(clock.now(), 50)).map(({ id }) => id);

test('messages are stored and then removed', async () => {
  for (let id = 0; id < 15; id++) put(`e${id}`);
  await expect.poll(() => removed).toHaveLength(15);
  expect(await arrived()).toHaveLength(15);
});

test('a message that could not be removed comes again and counts once', async () => {
  fail.remove = new Error('throttled');
  put('e1');
  await expect.poll(() => log.lines).toHaveLength(1);
  fail = {};
  await clock.advance(5_000);
  await expect.poll(() => removed).toEqual(['receipt-e1']);
  expect(await arrived()).toEqual(['e1']);
});

test('a message that could not be stored is not removed', async () => {
  await store.close();
  put('e1');
  await expect.poll(() => log.lines).toMatchObject([{ level: 'error' }]);
  expect(removed).toEqual([]);
  store = await openStore({ file: ':memory:', clock, route: testRoute });
});

test('one that cannot be stored holds up nothing else of its batch', async () => {
  const { receive } = store.inbox;
  vi.spyOn(store.inbox, 'receive').mockImplementation(async (delivery) => {
    if (delivery.id === 'bad') throw new Error('too long');
    return receive(delivery);
  });
  for (const id of ['e1', 'bad', 'e2']) put(id);
  await expect.poll(() => removed).toEqual(['receipt-e1', 'receipt-e2']);
  await expect.poll(() => log.lines).toMatchObject([{ level: 'error', fields: { error: 'too long' } }]);
  expect(waiting).toMatchObject([{ id: 'bad' }]);
});

test('what SNS has delivered to the queue is unwrapped', async () => {
  const event = {
    source: 'aws.codepipeline',
    detailType: 'CodePipeline Pipeline Execution State Change',
    detail: {},
  };
  put('m1', { Type: 'Notification', TopicArn: 'arn:aws:sns:eu-west-1:1:t', Message: JSON.stringify(event) });
  await expect.poll(() => removed).toEqual(['receipt-m1']);
  const [delivery] = await store.inbox.claim(clock.now(), 50);
  expect(delivery).toMatchObject({ kind: event.detailType, payload: event });
});

test('a message that is no event is thrown away with a warning and holds up nothing', async () => {
  put('bad', 'not json');
  put('e1');
  await expect.poll(() => removed).toHaveLength(2);
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { message: 'bad' } }]);
  expect(await arrived()).toEqual(['e1']);
});

test('a queue that cannot be read is tried again after a pause, not in a hurry', async () => {
  fail.receive = new Error('no such queue');
  put('e0');
  await expect.poll(() => removed).toEqual(['receipt-e0']);
  await expect.poll(() => log.lines).toMatchObject([{ fields: { error: 'no such queue' } }]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log.lines).toHaveLength(1);
  fail = {};
  put('e1');
  await clock.advance(5_000);
  await expect.poll(() => removed).toEqual(['receipt-e0', 'receipt-e1']);
});
