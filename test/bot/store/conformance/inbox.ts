import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../../bot/store/store.ts';
import { delivery } from './samples.ts';
import type { Subject } from './subject.ts';

export function inbox(subject: Subject): void {
  describe('the inbox', () => {
    const claim = async () => (await subject.store.inbox.claim(subject.clock.now(), 10)).map(({ id }) => id);

    test('takes a delivery once, however often and how much at a time it comes', async () => {
      const ids = [...Array(50).keys()].flatMap((index) => [`d${index}`, `d${index}`]);
      await Promise.all(ids.map((id) => subject.store.inbox.receive({ ...delivery(id), lane: id })));
      await subject.reopen();
      await subject.store.inbox.receive(delivery('d1'));
      const claimed = await subject.store.inbox.claim(subject.clock.now(), 99);
      expect(claimed.map(({ id }) => id)).toEqual([...new Set(ids)]);
      await subject.store.inbox.done(claimed[1]!.seq);
      await subject.store.inbox.receive(delivery('d1'));
      expect(await claim()).toEqual([]);
      await subject.store.inbox.receive({ ...delivery('d1'), source: 'aws' });
      expect(await claim()).toEqual(['d1']);
    });

    test('takes whatever characters a delivery holds, and gives its payload as it came', async () => {
      const odd = 'NUL \0, halves \ud83d and \udc00, a whole 😀, "\\u0000"';
      const payload = { text: odd, [odd]: [{ deep: [odd, null, 1.5] }] };
      const first: Delivery = { source: 'aws', id: odd, kind: odd, lane: odd, payload };
      const second = { ...first, id: `second ${odd}` };
      const all = [delivery('plain'), first, first, second];
      await Promise.all(all.map((each) => subject.store.inbox.receive(each)));
      await subject.store.inbox.receive(first);
      const [plain, taken, ...more] = await subject.store.inbox.claim(subject.clock.now(), 10);
      expect([plain?.id, taken?.payload, more]).toEqual(['plain', payload, []]);
      await subject.store.inbox.done(taken!.seq);
      expect(await subject.store.inbox.claim(subject.clock.now(), 10)).toMatchObject([{ payload }]);
    });

    test.each([['text'], [['list']], [null]])('gives a payload of %j as it came', async (payload) => {
      await subject.store.inbox.receive({ ...delivery('a'), payload });
      expect(await subject.store.inbox.claim(subject.clock.now(), 10)).toMatchObject([{ payload }]);
    });

    test('gives what has come until then, as many as are asked for, and counts the rest as open', async () => {
      for (const id of ['a', 'b', 'c', 'd']) {
        await subject.store.inbox.receive({ ...delivery(id), lane: id });
        await subject.clock.advance(1);
      }
      const open = async () => (await subject.store.measure()).find(({ queue }) => queue === 'inbox');
      expect(await open()).toMatchObject({ open: 4, oldestAt: 1_000 });
      const ids = async (now: number, limit: number) =>
        (await subject.store.inbox.claim(now, limit)).map(({ id }) => id);
      expect(await ids(1_002, 2)).toEqual(['a', 'b']);
      expect(await ids(1_002, 2)).toEqual(['c']);
      expect(await open()).toMatchObject({ open: 4, oldestAt: 1_000 });
      expect(await ids(subject.clock.now(), 9)).toEqual(['d']);
    });

    test('passes what is of a lane that waits', async () => {
      for (const id of ['a1', 'a2', 'a3', 'b1']) {
        await subject.store.inbox.receive({ ...delivery(id), lane: id.slice(0, 1) });
      }
      expect((await subject.store.inbox.claim(subject.clock.now(), 1)).map(({ id }) => id)).toEqual(['a1']);
      expect((await subject.store.inbox.claim(subject.clock.now(), 1)).map(({ id }) => id)).toEqual(['b1']);
    });

    test('gives a lane’s deliveries one at a time and in order', async () => {
      for (const id of ['a1', 'b1', 'a2', 'b2']) {
        await subject.store.inbox.receive({ ...delivery(id), lane: id.slice(0, 1) });
      }
      const [a1, b1, ...more] = await subject.store.inbox.claim(subject.clock.now(), 10);
      expect([a1?.id, b1?.id, more]).toEqual(['a1', 'b1', []]);
      expect(a1).toMatchObject({ ...delivery('a1'), lane: 'a', attempts: 1, receivedAt: 1_000 });
      await subject.store.inbox.done(a1!.seq);
      expect(await claim()).toEqual(['a2']);
      expect(await claim()).toEqual([]);
    });

    test('gives again what was being worked on when the process died', async () => {
      await subject.store.inbox.receive(delivery('a'));
      expect(await claim()).toEqual(['a']);
      await subject.dieAtWork();
      const [again] = await subject.store.inbox.claim(subject.clock.now(), 10);
      expect(again).toMatchObject({ id: 'a', attempts: 2 });
    });

    test('holds a lane up while its head waits for the next try, and passes what is given up', async () => {
      await subject.store.inbox.receive(delivery('a'));
      await subject.store.inbox.receive(delivery('b'));
      const [a] = await subject.store.inbox.claim(subject.clock.now(), 10);
      await subject.store.inbox.failed(a!.seq, { error: 'no', at: subject.clock.now() + 50 });
      expect(await claim()).toEqual([]);
      expect(await subject.store.inbox.nextAt()).toBe(subject.clock.now() + 50);
      await subject.clock.advance(50);
      expect(await claim()).toEqual(['a']);
      await subject.store.inbox.failed(a!.seq, { error: 'never' });
      expect(await claim()).toEqual(['b']);
      expect(await subject.store.inbox.nextAt()).toBeUndefined();
    });

    test('tells what went wrong with the last try', async () => {
      await subject.store.inbox.receive(delivery('a'));
      const [first] = await subject.store.inbox.claim(subject.clock.now(), 1);
      expect(first).not.toHaveProperty('error');
      await subject.store.inbox.failed(first!.seq, { error: 'no', at: subject.clock.now() });
      expect(await subject.store.inbox.claim(subject.clock.now(), 1)).toMatchObject([
        { attempts: 2, error: 'no' },
      ]);
    });

    test('tells of what has come and was not claimed yet', async () => {
      expect(await subject.store.inbox.nextAt()).toBeUndefined();
      await subject.store.inbox.receive(delivery('a'));
      expect(await subject.store.inbox.nextAt()).toBe(subject.clock.now());
    });

    test('remembers an error whatever characters it holds', async () => {
      await subject.store.inbox.receive(delivery('a'));
      const [first] = await subject.store.inbox.claim(subject.clock.now(), 1);
      await subject.store.inbox.failed(first!.seq, { error: 'a \0 and half a \ud83d' });
      expect(await claim()).toEqual([]);
    });
  });
}
