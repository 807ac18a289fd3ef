import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../../bot/effect.ts';
import { effect } from './samples.ts';
import type { Subject } from './subject.ts';

export function outbox(subject: Subject): void {
  describe('the outbox', () => {
    const claim = () => subject.store.outbox.claim(subject.clock.now(), 10);
    const data = async () => (await claim()).map((each) => each.data);
    const emit = (...effects: Effect[]) => subject.store.transaction((tx) => tx.emit(effects, 'request-1'));

    test('gives each target’s effects in order with what caused them', async () => {
      await emit(effect('a', 1), effect('b', 1), effect('a', 2));
      const claimed = await claim();
      expect(claimed).toMatchObject([
        { kind: 'note', target: 'a', attempts: 1, request: 'request-1', createdAt: 1_000 },
        { target: 'b' },
      ]);
      await subject.store.outbox.done(claimed[0]!.seq, []);
      expect(await data()).toEqual([{ target: 'a', value: 2 }]);
    });

    test('gives of some lanes only, or of all others', async () => {
      await emit(effect('github:a', 1), effect('slack:a', 2), effect('git', 3), effect('github:b', 4));
      const { outbox } = subject.store;
      const now = subject.clock.now();
      const there = await outbox.claim(now, 1, { prefix: 'github:' });
      expect(there.map(({ target }) => target)).toEqual(['github:a']);
      const elsewhere = await outbox.claim(now, 10, { prefix: 'github:', others: true });
      expect(elsewhere.map(({ target }) => target)).toEqual(['slack:a', 'git']);
      expect(await outbox.nextAt({ prefix: 'github:' })).toBe(now);
      expect(await outbox.nextAt({ prefix: 'github:', others: true })).toBeUndefined();
    });

    test('keeps only the newest of a key, in the place of the first', async () => {
      const view = (value: number) => effect('a', value, 'message');
      await emit(view(1), effect('a', 10), view(2));
      await emit(view(3));
      const [first] = await claim();
      expect(first?.data).toMatchObject({ value: 3 });
      // What is being carried out is not changed any more.
      await emit(view(4), view(5));
      await subject.store.outbox.done(first!.seq, []);
      const [second] = await claim();
      expect(second?.data).toMatchObject({ value: 10 });
      await subject.store.outbox.done(second!.seq, []);
      expect(await data()).toMatchObject([{ value: 5 }]);
    });

    test('stores what follows from an effect with the mark that it is done', async () => {
      await emit(effect('a', 1));
      const [first] = await claim();
      await expect(subject.store.outbox.done(first!.seq, [{ kind: 'nothing', data: {} }])).rejects.toThrow();
      await subject.dieAtWork();
      const [again] = await claim();
      expect(again).toMatchObject({ id: first!.id, attempts: 2 });
      await subject.store.outbox.done(again!.seq, [effect('b', 2)], 'request-1');
      await subject.reopen();
      expect(await claim()).toMatchObject([{ target: 'b', request: 'request-1' }]);
    });

    test('tells when all that a request has caused is done or given up', async () => {
      expect(await subject.store.outbox.isSettled('request-1')).toBe(true);
      await emit(effect('a', 1));
      const [first] = await claim();
      expect(await subject.store.outbox.isSettled('request-1')).toBe(false);
      await subject.store.outbox.done(first!.seq, [effect('b', 2)], 'request-1');
      expect(await subject.store.outbox.isSettled('request-1')).toBe(false);
      expect(await subject.store.outbox.isSettled('request-2')).toBe(true);
      const [second] = await claim();
      await subject.store.outbox.failed(second!.seq, { error: 'gone' });
      expect(await subject.store.outbox.isSettled('request-1')).toBe(true);
    });

    test('sets aside what is given up and lets the next pass', async () => {
      await emit(effect('a', 1), effect('a', 2));
      const [first] = await claim();
      await subject.store.outbox.failed(first!.seq, { error: 'channel_not_found' });
      expect(await data()).toMatchObject([{ value: 2 }]);
      expect(await subject.store.outbox.dead(10)).toMatchObject([
        { seq: first!.seq, error: 'channel_not_found' },
      ]);
    });

    test('forgets what was given up on once something newer takes its place', async () => {
      await emit(effect('a', 1, 'message'), effect('a', 2), effect('b', 3, 'message'));
      for (const { seq } of await claim()) await subject.store.outbox.failed(seq, { error: 'archived' });
      await subject.store.outbox.failed((await claim())[0]!.seq, { error: 'archived' });
      await emit(effect('a', 4, 'message'));
      expect((await subject.store.outbox.dead(10)).map((each) => each.data)).toMatchObject([
        { value: 3 },
        { value: 2 },
      ]);
    });
  });
}
