import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../../bot/store/audit.ts';
import { lease } from '../../../bot/store/queue.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import { systemClock } from '../../../shared/clock.ts';
import { storeConformance } from './conformance/conformance.ts';
import { effect } from './conformance/samples.ts';
import { delivery, onPostgres } from './on-postgres.ts';

const database = onPostgres();
const { replicas } = database;

storeConformance('the store in PostgreSQL', database.open);

describe('several replicas on one PostgreSQL', () => {
  test('start at once on an empty database', async () => {
    const [first, second] = await replicas(4);
    await first!.transaction((tx) => tx.once('x'));
    expect(await second!.transaction((tx) => tx.once('x'))).toBe(false);
  });

  test('carry out each effect once, a target’s in order and one at a time', async () => {
    const all = await replicas(3);
    const targets = ['a', 'b', 'c', 'd', 'e'];
    const each = 40;
    const done = new Map<string, number[]>(targets.map((target) => [target, []]));
    const busy = new Set<string>();

    async function work(store: Store): Promise<void> {
      while ([...done.values()].some(({ length }) => length < each)) {
        const claimed = await store.outbox.claim(systemClock.now(), 3);
        await Promise.all(
          claimed.map(async ({ seq, target, data }) => {
            expect(busy.has(target)).toBe(false);
            busy.add(target);
            await sleep(Math.random() * 3);
            busy.delete(target);
            done.get(target)!.push((data as { value: number }).value);
            await store.outbox.done(seq, []);
          }),
        );
      }
    }
    async function emit(): Promise<void> {
      for (let value = 0; value < each; value++) {
        const emitter = all[value % all.length]!;
        await emitter.transaction((tx) => tx.emit(targets.map((target) => effect(target, value))));
      }
    }
    await Promise.all([emit(), ...all.map(work)]);
    const inOrder = Array.from({ length: each }, (_, value) => value);
    for (const target of targets) expect(done.get(target)).toEqual(inOrder);
  });

  test('write one audit chain, and what one decides by what it read still holds', async () => {
    const all = await replicas(3);
    const count = async (store: Store) => {
      await store.transaction(async (tx) => {
        const [note] = await tx.notes('vote', 'shop');
        const value = Number(note?.value ?? 0) + 1;
        await tx.putNote({ kind: 'vote', scope: 'shop', key: 'count', value });
        await tx.audit({ who: 'slack:U1', what: `vote ${value}`, decision: 'allowed', outcome: 'Done.' });
      });
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => count(all[index % all.length]!)));
    expect(await all[0]!.notes('vote', 'shop')).toMatchObject([{ value: 60 }]);
    const trail = (await all[1]!.auditTrail({ limit: 100 })).toReversed();
    expect(trail.map(({ what }) => what)).toEqual(trail.map((_, index) => `vote ${index + 1}`));
    expect(brokenAt(trail)).toBeUndefined();
  });

  test('take up what another claimed and never finished, and the late one changes nothing', async () => {
    const clock = new ManualClock();
    const [dead, alive] = await replicas(2, clock);
    await dead!.transaction((tx) => tx.emit([effect('a', 1)]));
    const [claimed] = await dead!.outbox.claim(clock.now(), 1);
    // Its event loop stands still, so that it renews nothing.
    const taken = () => alive!.outbox.claim(clock.now() + lease, 1);
    expect(await alive!.outbox.claim(clock.now() + lease - 1, 1)).toEqual([]);
    const [again] = await taken();
    expect(again).toMatchObject({ seq: claimed!.seq, attempts: 2 });
    await dead!.outbox.done(claimed!.seq, [effect('b', 1)]);
    await dead!.outbox.failed(claimed!.seq, { error: 'late' });
    expect(await alive!.outbox.claim(clock.now(), 5)).toEqual([]);
    await alive!.outbox.done(again!.seq, [effect('c', 1)]);
    expect(await alive!.outbox.claim(clock.now(), 5)).toMatchObject([{ target: 'c' }]);
  });

  test('keep what they work on for as long as they live', async () => {
    const clock = new ManualClock();
    const [slow, other] = await replicas(2, clock);
    await slow!.transaction((tx) => tx.emit([effect('a', 1)]));
    const [claimed] = await slow!.outbox.claim(clock.now(), 1);
    for (let turn = 0; turn < 9; turn++) {
      await clock.advance(lease / 3);
      // The renewal is a real round trip.
      await expect.poll(() => renewedUntil()).toBe(clock.now() + lease);
      expect(await other!.outbox.claim(clock.now(), 1)).toEqual([]);
    }
    await slow!.outbox.done(claimed!.seq, []);
    expect(await other!.measure()).toMatchObject([{}, { queue: 'outbox', open: 0 }]);
  });

  async function renewedUntil(): Promise<number> {
    const [row] = await database.postgres.query('select next_at from outbox', database.url.reveal());
    return Number(row?.next_at);
  }

  test('hear within half a second of what another left', async () => {
    const clock = new ManualClock();
    const [one, other] = await replicas(2, clock);
    const heard: string[] = [];
    other!.onWork((where) => heard.push(where));
    await one!.transaction((tx) => tx.emit([effect('a', 1)]));
    expect(heard).toEqual([]);
    await clock.advance(500);
    expect(heard).toEqual(['inbox', 'outbox']);
  });

  test('share a rate', async () => {
    const clock = new ManualClock(0);
    const [one, other] = await replicas(2, clock);
    expect(await one!.reserve('slack C1', 1_000)).toBe(1_000);
    expect(await other!.reserve('slack C1', 1_000)).toBe(2_000);
    expect(await other!.reserve('slack C2', 1_000)).toBe(1_000);
    await clock.advance(5_000);
    expect(await one!.reserve('slack C1', 1_000)).toBe(6_000);
  });

  test('store the others of a crowd when one of it cannot be stored', async () => {
    const [store] = await replicas(1);
    const tooLong = randomBytes(9_000).toString('hex');
    const taken = await Promise.allSettled(
      ['a', tooLong, 'c'].map((id) => store!.inbox.receive(delivery(id))),
    );
    expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store!.inbox.claim(systemClock.now(), 9)).toMatchObject([{ id: 'a' }, { id: 'c' }]);
  });
});
