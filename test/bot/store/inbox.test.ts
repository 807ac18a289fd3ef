import { expect, test } from 'vitest';
import type { Engine } from '../../../bot/store/engine.ts';
import { createInbox } from '../../../bot/store/inbox.ts';
import type { LaneQueue } from '../../../bot/store/queue.ts';

/** An inbox that can sort some in, and then no more. */
function inboxWith(claimed: object[]) {
  const sorted = [true];
  const engine = {
    async sortIn() {
      if (sorted.length === 0) throw new Error('disk full');
      return sorted.pop();
    },
  };
  const queue = { claim: async () => claimed.splice(0) };
  return createInbox(engine as unknown as Engine, queue as unknown as LaneQueue<'inbox'>);
}

test('what is claimed is given to be worked on, also when the rest cannot be sorted in', async () => {
  const row = { seq: 1, source: 'aws', id: 'a', kind: 'event', lane: 'a', payload: '{}', attempts: 1 };
  expect(await inboxWith([{ ...row, created_at: 5 }]).claim(9, 2)).toEqual([
    { ...row, payload: {}, receivedAt: 5 },
  ]);
  await expect(inboxWith([]).claim(9, 2)).rejects.toThrow('disk full');
});
