import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Effect } from '../../../bot/effect.ts';
import { brokenAt } from '../../../bot/store/audit.ts';
import { lease } from '../../../bot/store/queue.ts';
import type { Delivery, Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import type { Run } from '../../../shared/run/model.ts';

/** What every store must do. `open` opens the same one again when it is called again within a test. */
export function storeConformance(name: string, open: (clock: ManualClock) => Promise<Store>): void {
  describe(name, () => {
    let clock: ManualClock;
    let store: Store;

    beforeEach(async () => {
      clock = new ManualClock(1_000);
      store = await open(clock);
    });
    afterEach(() => store.close());

    async function reopen(): Promise<void> {
      await store.close();
      store = await open(clock);
    }

    /** Another process takes up what the last one had claimed: at once where there is only one, else when that ends. */
    async function dieAtWork(): Promise<void> {
      await reopen();
      await clock.advance(lease);
    }

    describe('a transaction', () => {
      test('writes all or nothing', async () => {
        const failing = store.transaction(async (tx) => {
          await tx.putRun(run('r1'));
          await tx.emit([effect('a', 1)]);
          await tx.audit(entry('start shop'));
          throw new Error('crash');
        });
        await expect(failing).rejects.toThrow('crash');
        expect(await store.run('shop', 'r1')).toBeUndefined();
        expect(await store.outbox.claim(clock.now(), 10)).toEqual([]);
        expect(await store.auditTrail({ limit: 10 })).toEqual([]);
      });

      test('sees what it wrote itself, and gives its result', async () => {
        const seen = await store.transaction(async (tx) => {
          await tx.putRun(run('r1'));
          return tx.run('shop', 'r1');
        });
        expect(seen).toEqual(run('r1'));
      });

      test('lets an id pass once, also after a restart and not if it was rolled back', async () => {
        const once = (id: string) => store.transaction((tx) => tx.once(id));
        await store
          .transaction(async (tx) => {
            await tx.once('r');
            throw new Error('crash');
          })
          .catch(() => {});
        expect(await once('r')).toBe(true);
        expect(await once('r')).toBe(false);
        await reopen();
        expect(await once('r')).toBe(false);
        expect(await once('other')).toBe(true);
      });

      test('is alone: concurrent ones come one after the other', async () => {
        const ids = Array.from({ length: 20 }, () => store.transaction((tx) => tx.once('same')));
        expect((await Promise.all(ids)).filter(Boolean)).toHaveLength(1);
      });

      test('that throws undoes nothing of those that are committed with it', async () => {
        const all = [...Array(30).keys()].map((index) =>
          store.transaction(async (tx) => {
            await tx.putRun(run(`r${index}`));
            if (index % 3 === 0) throw new Error(`no ${index}`);
            return index;
          }),
        );
        const settled = await Promise.allSettled(all);
        expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(
          settled.map((_, index) => index % 3 !== 0),
        );
        expect(await store.runs('shop', 100)).toHaveLength(20);
        expect(await store.run('shop', 'r3')).toBeUndefined();
      });

      test('tells who waits for work, after the commit', async () => {
        const heard: string[] = [];
        const stop = store.onWork((where) => heard.push(where));
        await store.transaction((tx) => tx.putRun(run('r1')));
        expect(heard).toEqual([]);
        await store.transaction((tx) => tx.emit([effect('a', 1)]));
        await store.inbox.receive(delivery('d1'));
        expect(heard).toEqual(['outbox', 'inbox']);
        stop();
        await store.inbox.receive(delivery('d2'));
        expect(heard).toHaveLength(2);
      });
    });

    describe('runs', () => {
      test('are kept by their newest state, newest first, and live until they are final', async () => {
        await store.transaction(async (tx) => {
          await tx.putRun({ ...run('r1'), startedAt: 100 });
          await tx.putRun({ ...run('r2'), startedAt: 300 });
          await tx.putRun({ ...run('r3'), startedAt: 200 });
          await tx.putRun({ ...run('r9'), pipeline: 'other', startedAt: 900 });
        });
        await store.transaction((tx) => tx.putRun({ ...run('r2'), startedAt: 300, status: 'Succeeded' }));
        expect((await store.runs('shop', 2)).map(({ id }) => id)).toEqual(['r2', 'r3']);
        expect((await store.liveRuns()).map(({ id }) => id)).toEqual(['r1', 'r3', 'r9']);
        expect(Object.fromEntries(await store.liveCounts())).toEqual({ shop: 2, other: 1 });
        expect(Object.fromEntries(await store.liveCounts(['shop', 'third']))).toEqual({ shop: 2 });
        expect((await store.liveCounts([])).size).toBe(0);
        await reopen();
        expect((await store.run('shop', 'r2'))?.status).toBe('Succeeded');
      });

      test('whose start is not known yet stand where they were first seen', async () => {
        const { startedAt: _, ...unknown } = run('r1');
        await store.transaction((tx) => tx.putRun({ ...run('r0'), startedAt: 500 }));
        await store.transaction((tx) => tx.putRun(unknown));
        expect((await store.runs('shop', 5)).map(({ id }) => id)).toEqual(['r1', 'r0']);
        await store.transaction((tx) => tx.putRun({ ...unknown, startedAt: 400 }));
        expect((await store.runs('shop', 5)).map(({ id }) => id)).toEqual(['r0', 'r1']);
      });
    });

    test('messages are found by key, by where they stand, and by place', async () => {
      const first = { key: 'k1', place: 'C1', id: '1.1', pipeline: 'shop', run: 'r1' };
      const second = { key: 'k2', place: 'C1', id: '1.2' };
      await store.transaction((tx) => tx.putShown(first));
      await clock.advance(1);
      await store.transaction((tx) => tx.putShown(second));
      expect(await store.shown('k1')).toEqual(first);
      expect(await store.shownAt('C1', '1.2')).toEqual(second);
      expect(await store.shownAt('C2', '1.2')).toBeUndefined();
      expect(await store.shownIn('C1', 5)).toEqual([second, first]);
      await store.transaction((tx) => tx.putShown({ ...first, id: '1.9' }));
      expect(await store.shownAt('C1', '1.9')).toMatchObject({ key: 'k1' });
      expect(await store.shownAt('C1', '1.1')).toBeUndefined();
    });

    describe('the audit trail', () => {
      beforeEach(async () => {
        for (const what of ['start shop', 'approve shop', 'secret get /x', 'stop shop']) {
          const pipeline = what.endsWith('shop') ? { pipeline: 'shop' } : {};
          await store.transaction((tx) => tx.audit({ ...entry(what), ...pipeline }));
          await clock.advance(5);
        }
      });

      test('is read newest first, of one pipeline or of all', async () => {
        const all = await store.auditTrail({ limit: 10 });
        expect(all.map(({ what }) => what)).toEqual([
          'stop shop',
          'secret get /x',
          'approve shop',
          'start shop',
        ]);
        expect(all.at(-1)).toMatchObject({ ...entry('start shop'), seq: 1, at: 1_000 });
        const shop = await store.auditTrail({ pipeline: 'shop', limit: 2 });
        expect(shop.map(({ what }) => what)).toEqual(['stop shop', 'approve shop']);
      });

      test('is a chain in which every change shows', async () => {
        await reopen();
        await store.transaction((tx) => tx.audit(entry('after a restart')));
        const chain = (await store.auditTrail({ limit: 10 })).toReversed();
        expect(brokenAt(chain)).toBeUndefined();
        const forged = chain.with(1, { ...chain[1]!, who: 'slack:U0LEE' });
        expect(brokenAt(forged)).toBe(2);
        expect(brokenAt(chain.toSpliced(2, 1))).toBe(4);
        expect(brokenAt(chain.with(3, { ...chain[3]!, at: 1 }))).toBe(4);
      });
    });

    describe('notes', () => {
      const put = (scope: string, key: string, value: unknown) =>
        store.transaction((tx) => tx.putNote({ kind: 'lock', scope, key, value }));

      test('are kept by kind and scope, oldest first, over a restart', async () => {
        await put('shop', 'Prod', { why: 'Audit' });
        await clock.advance(1_000);
        await put('shop', '', { why: 'Fair' });
        await put('shop2', '', {});
        await reopen();
        expect(await store.notes('lock', 'shop')).toEqual([
          { kind: 'lock', scope: 'shop', key: 'Prod', value: { why: 'Audit' }, at: 1_000 },
          { kind: 'lock', scope: 'shop', key: '', value: { why: 'Fair' }, at: 2_000 },
        ]);
        expect(await store.notes('vote', 'shop')).toEqual([]);
      });

      test('take the place of their like, and are dropped', async () => {
        await put('shop', '', 1);
        await put('shop', '', 2);
        expect(await store.notes('lock', 'shop')).toMatchObject([{ value: 2 }]);
        await store.transaction((tx) => tx.dropNote({ kind: 'lock', scope: 'shop', key: '' }));
        expect(await store.notes('lock', 'shop')).toEqual([]);
      });
    });

    describe('the inbox', () => {
      const claim = async () => (await store.inbox.claim(clock.now(), 10)).map(({ id }) => id);

      test('takes a delivery once, however often and how much at a time it comes', async () => {
        const ids = [...Array(50).keys()].flatMap((index) => [`d${index}`, `d${index}`]);
        await Promise.all(ids.map((id) => store.inbox.receive({ ...delivery(id), lane: id })));
        await reopen();
        await store.inbox.receive(delivery('d1'));
        const claimed = await store.inbox.claim(clock.now(), 99);
        expect(claimed.map(({ id }) => id)).toEqual([...new Set(ids)]);
        await store.inbox.done(claimed[1]!.seq);
        await store.inbox.receive(delivery('d1'));
        expect(await claim()).toEqual([]);
        await store.inbox.receive({ ...delivery('d1'), source: 'aws' });
        expect(await claim()).toEqual(['d1']);
      });

      test('gives what has come until then, as many as are asked for, and counts the rest as open', async () => {
        for (const id of ['a', 'b', 'c', 'd']) {
          await store.inbox.receive({ ...delivery(id), lane: id });
          await clock.advance(1);
        }
        const open = async () => (await store.measure()).find(({ queue }) => queue === 'inbox');
        expect(await open()).toMatchObject({ open: 4, oldestAt: 1_000 });
        const ids = async (now: number, limit: number) =>
          (await store.inbox.claim(now, limit)).map(({ id }) => id);
        expect(await ids(1_002, 2)).toEqual(['a', 'b']);
        expect(await ids(1_002, 2)).toEqual(['c']);
        expect(await open()).toMatchObject({ open: 4, oldestAt: 1_000 });
        expect(await ids(clock.now(), 9)).toEqual(['d']);
      });

      test('passes what is of a lane that waits', async () => {
        for (const id of ['a1', 'a2', 'a3', 'b1']) {
          await store.inbox.receive({ ...delivery(id), lane: id.slice(0, 1) });
        }
        expect((await store.inbox.claim(clock.now(), 1)).map(({ id }) => id)).toEqual(['a1']);
        expect((await store.inbox.claim(clock.now(), 1)).map(({ id }) => id)).toEqual(['b1']);
      });

      test('gives a lane’s deliveries one at a time and in order', async () => {
        for (const id of ['a1', 'b1', 'a2', 'b2']) {
          await store.inbox.receive({ ...delivery(id), lane: id.slice(0, 1) });
        }
        const [a1, b1, ...more] = await store.inbox.claim(clock.now(), 10);
        expect([a1?.id, b1?.id, more]).toEqual(['a1', 'b1', []]);
        expect(a1).toMatchObject({ ...delivery('a1'), lane: 'a', attempts: 1, receivedAt: 1_000 });
        await store.inbox.done(a1!.seq);
        expect(await claim()).toEqual(['a2']);
        expect(await claim()).toEqual([]);
      });

      test('gives again what was being worked on when the process died', async () => {
        await store.inbox.receive(delivery('a'));
        expect(await claim()).toEqual(['a']);
        await dieAtWork();
        const [again] = await store.inbox.claim(clock.now(), 10);
        expect(again).toMatchObject({ id: 'a', attempts: 2 });
      });

      test('holds a lane up while its head waits for the next try, and passes what is given up', async () => {
        await store.inbox.receive(delivery('a'));
        await store.inbox.receive(delivery('b'));
        const [a] = await store.inbox.claim(clock.now(), 10);
        await store.inbox.failed(a!.seq, { error: 'no', at: clock.now() + 50 });
        expect(await claim()).toEqual([]);
        expect(await store.inbox.nextAt()).toBe(clock.now() + 50);
        await clock.advance(50);
        expect(await claim()).toEqual(['a']);
        await store.inbox.failed(a!.seq, { error: 'never' });
        expect(await claim()).toEqual(['b']);
        expect(await store.inbox.nextAt()).toBeUndefined();
      });
    });

    describe('the outbox', () => {
      const claim = () => store.outbox.claim(clock.now(), 10);
      const data = async () => (await claim()).map((each) => each.data);
      const emit = (...effects: Effect[]) => store.transaction((tx) => tx.emit(effects, 'request-1'));

      test('gives each target’s effects in order with what caused them', async () => {
        await emit(effect('a', 1), effect('b', 1), effect('a', 2));
        const claimed = await claim();
        expect(claimed).toMatchObject([
          { kind: 'note', target: 'a', attempts: 1, request: 'request-1', createdAt: 1_000 },
          { target: 'b' },
        ]);
        await store.outbox.done(claimed[0]!.seq, []);
        expect(await data()).toEqual([{ target: 'a', value: 2 }]);
      });

      test('keeps only the newest of a key, in the place of the first', async () => {
        const view = (value: number) => effect('a', value, 'message');
        await emit(view(1), effect('a', 10), view(2));
        await emit(view(3));
        const [first] = await claim();
        expect(first?.data).toMatchObject({ value: 3 });
        // What is being carried out is not changed any more.
        await emit(view(4), view(5));
        await store.outbox.done(first!.seq, []);
        const [second] = await claim();
        expect(second?.data).toMatchObject({ value: 10 });
        await store.outbox.done(second!.seq, []);
        expect(await data()).toMatchObject([{ value: 5 }]);
      });

      test('stores what follows from an effect with the mark that it is done', async () => {
        await emit(effect('a', 1));
        const [first] = await claim();
        await expect(store.outbox.done(first!.seq, [{ kind: 'nothing', data: {} }])).rejects.toThrow();
        await dieAtWork();
        const [again] = await claim();
        expect(again).toMatchObject({ id: first!.id, attempts: 2 });
        await store.outbox.done(again!.seq, [effect('b', 2)], 'request-1');
        await reopen();
        expect(await claim()).toMatchObject([{ target: 'b', request: 'request-1' }]);
      });

      test('tells when all that a request has caused is done or given up', async () => {
        expect(await store.outbox.isSettled('request-1')).toBe(true);
        await emit(effect('a', 1));
        const [first] = await claim();
        expect(await store.outbox.isSettled('request-1')).toBe(false);
        await store.outbox.done(first!.seq, [effect('b', 2)], 'request-1');
        expect(await store.outbox.isSettled('request-1')).toBe(false);
        expect(await store.outbox.isSettled('request-2')).toBe(true);
        const [second] = await claim();
        await store.outbox.failed(second!.seq, { error: 'gone' });
        expect(await store.outbox.isSettled('request-1')).toBe(true);
      });

      test('sets aside what is given up and lets the next pass', async () => {
        await emit(effect('a', 1), effect('a', 2));
        const [first] = await claim();
        await store.outbox.failed(first!.seq, { error: 'channel_not_found' });
        expect(await data()).toMatchObject([{ value: 2 }]);
        expect(await store.outbox.dead(10)).toMatchObject([{ seq: first!.seq, error: 'channel_not_found' }]);
      });
    });
  });
}

/** Where the test's effects queue: as their data says. */
export function testRoute({ kind, data }: Effect): { target: string; coalesce?: string } {
  if (kind !== 'note') throw new Error(`There is no effect called ${kind}`);
  return data as { target: string; coalesce?: string };
}

function effect(target: string, value: number, coalesce?: string): Effect {
  return { kind: 'note', data: { target, value, ...(coalesce && { coalesce }) } };
}

function entry(what: string) {
  return { who: 'slack:U0MAYA', what, decision: 'allowed' as const, outcome: 'Done.' };
}

function delivery(id: string): Delivery {
  return { source: 'slack', id, kind: 'slash_command', lane: 'lane', payload: { text: id } };
}

function run(id: string): Run {
  return {
    pipeline: 'shop',
    id,
    region: 'eu-central-1',
    status: 'InProgress',
    kind: 'STANDARD',
    change: { commit: 'c0ffee' },
    startedAt: 50,
    stages: [],
  };
}
