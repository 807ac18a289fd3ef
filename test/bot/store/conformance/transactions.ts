import { describe, expect, test } from 'vitest';
import { delivery, effect, entry, run } from './samples.ts';
import type { Subject } from './subject.ts';

export function transactions(subject: Subject): void {
  describe('a transaction', () => {
    test('writes all or nothing', async () => {
      const failing = subject.store.transaction(async (tx) => {
        await tx.putRun(run('r1'));
        await tx.emit([effect('a', 1)]);
        await tx.audit(entry('start shop'));
        throw new Error('crash');
      });
      await expect(failing).rejects.toThrow('crash');
      expect(await subject.store.run('shop', 'r1')).toBeUndefined();
      expect(await subject.store.outbox.claim(subject.clock.now(), 10)).toEqual([]);
      expect(await subject.store.auditTrail({ limit: 10 })).toEqual([]);
    });

    test('sees what it wrote itself, and gives its result', async () => {
      const seen = await subject.store.transaction(async (tx) => {
        await tx.putRun(run('r1'));
        return tx.run('shop', 'r1');
      });
      expect(seen).toEqual(run('r1'));
    });

    test('lets an id pass once, also after a restart and not if it was rolled back', async () => {
      const once = (id: string) => subject.store.transaction((tx) => tx.once(id));
      await subject.store
        .transaction(async (tx) => {
          await tx.once('r');
          throw new Error('crash');
        })
        .catch(() => {});
      expect(await once('r')).toBe(true);
      expect(await once('r')).toBe(false);
      await subject.reopen();
      expect(await once('r')).toBe(false);
      expect(await once('other')).toBe(true);
    });

    test('is alone: concurrent ones come one after the other', async () => {
      const ids = Array.from({ length: 20 }, () => subject.store.transaction((tx) => tx.once('same')));
      expect((await Promise.all(ids)).filter(Boolean)).toHaveLength(1);
    });

    test('that throws undoes nothing of those that are committed with it', async () => {
      const all = [...Array(30).keys()].map((index) =>
        subject.store.transaction(async (tx) => {
          await tx.putRun(run(`r${index}`));
          if (index % 3 === 0) throw new Error(`no ${index}`);
          return index;
        }),
      );
      const settled = await Promise.allSettled(all);
      expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(
        settled.map((_, index) => index % 3 !== 0),
      );
      expect(await subject.store.runs('shop', 100)).toHaveLength(20);
      expect(await subject.store.run('shop', 'r3')).toBeUndefined();
    });

    test('tells who waits for work, after the commit', async () => {
      const heard: string[] = [];
      const stop = subject.store.onWork((where) => heard.push(where));
      await subject.store.transaction((tx) => tx.putRun(run('r1')));
      expect(heard).toEqual([]);
      await subject.store.transaction((tx) => tx.emit([effect('a', 1)]));
      await subject.store.inbox.receive(delivery('d1'));
      expect(heard).toEqual(['outbox', 'inbox']);
      stop();
      await subject.store.inbox.receive(delivery('d2'));
      expect(heard).toHaveLength(2);
    });
  });
}
