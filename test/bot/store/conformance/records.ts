import { describe, expect, test } from 'vitest';
import { run } from './samples.ts';
import type { Subject } from './subject.ts';

export function records(subject: Subject): void {
  describe('runs', () => {
    test('are kept by their newest state, newest first, and live until they are final', async () => {
      await subject.store.transaction(async (tx) => {
        await tx.putRun({ ...run('r1'), startedAt: 100 });
        await tx.putRun({ ...run('r2'), startedAt: 300 });
        await tx.putRun({ ...run('r3'), startedAt: 200 });
        await tx.putRun({ ...run('r9'), pipeline: 'other', startedAt: 900 });
      });
      await subject.store.transaction((tx) =>
        tx.putRun({ ...run('r2'), startedAt: 300, status: 'Succeeded' }),
      );
      expect((await subject.store.runs('shop', 2)).map(({ id }) => id)).toEqual(['r2', 'r3']);
      expect((await subject.store.liveRuns()).map(({ id }) => id)).toEqual(['r1', 'r3', 'r9']);
      expect(Object.fromEntries(await subject.store.liveCounts())).toEqual({ shop: 2, other: 1 });
      expect(Object.fromEntries(await subject.store.liveCounts(['shop', 'third']))).toEqual({ shop: 2 });
      expect((await subject.store.liveCounts([])).size).toBe(0);
      await subject.reopen();
      expect((await subject.store.run('shop', 'r2'))?.status).toBe('Succeeded');
    });

    test('whose start is not known yet stand where they were first seen', async () => {
      const { startedAt: _, ...unknown } = run('r1');
      await subject.store.transaction((tx) => tx.putRun({ ...run('r0'), startedAt: 500 }));
      await subject.store.transaction((tx) => tx.putRun(unknown));
      expect((await subject.store.runs('shop', 5)).map(({ id }) => id)).toEqual(['r1', 'r0']);
      await subject.store.transaction((tx) => tx.putRun({ ...unknown, startedAt: 400 }));
      expect((await subject.store.runs('shop', 5)).map(({ id }) => id)).toEqual(['r0', 'r1']);
    });
  });

  test('messages are found by key, by where they stand, and by place', async () => {
    const first = { key: 'k1', place: 'C1', id: '1.1', pipeline: 'shop', run: 'r1' };
    const second = { key: 'k2', place: 'C1', id: '1.2' };
    await subject.store.transaction((tx) => tx.putShown(first));
    await subject.clock.advance(1);
    await subject.store.transaction((tx) => tx.putShown(second));
    expect(await subject.store.shown('k1')).toEqual(first);
    expect(await subject.store.shownAt('C1', '1.2')).toEqual(second);
    expect(await subject.store.shownAt('C2', '1.2')).toBeUndefined();
    expect(await subject.store.shownIn('C1', 5)).toEqual([second, first]);
    await subject.store.transaction((tx) => tx.putShown({ ...first, id: '1.9' }));
    expect(await subject.store.shownAt('C1', '1.9')).toMatchObject({ key: 'k1' });
    expect(await subject.store.shownAt('C1', '1.1')).toBeUndefined();
  });

  describe('notes', () => {
    const put = (scope: string, key: string, value: unknown) =>
      subject.store.transaction((tx) => tx.putNote({ kind: 'lock', scope, key, value }));

    test('are kept by kind and scope, oldest first, over a restart', async () => {
      await put('shop', 'Prod', { why: 'Audit' });
      await subject.clock.advance(1_000);
      await put('shop', '', { why: 'Fair' });
      await put('shop2', '', {});
      await subject.reopen();
      expect(await subject.store.notes('lock', 'shop')).toEqual([
        { kind: 'lock', scope: 'shop', key: 'Prod', value: { why: 'Audit' }, at: 1_000 },
        { kind: 'lock', scope: 'shop', key: '', value: { why: 'Fair' }, at: 2_000 },
      ]);
      expect(await subject.store.notes('vote', 'shop')).toEqual([]);
    });

    test('take the place of their like, and are dropped', async () => {
      await put('shop', '', 1);
      await put('shop', '', 2);
      expect(await subject.store.notes('lock', 'shop')).toMatchObject([{ value: 2 }]);
      await subject.store.transaction((tx) => tx.dropNote({ kind: 'lock', scope: 'shop', key: '' }));
      expect(await subject.store.notes('lock', 'shop')).toEqual([]);
    });
  });
}
