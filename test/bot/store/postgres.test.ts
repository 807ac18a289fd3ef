import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { brokenAt } from '../../../bot/store/audit.ts';
import { openStore } from '../../../bot/store/open.ts';
import { lease } from '../../../bot/store/queue.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import { type Clock, systemClock } from '../../../shared/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { type Postgres, startPostgres } from '../../postgres.ts';
import { storeConformance } from './conformance/conformance.ts';
import { testRoute } from './conformance/samples.ts';

let postgres: Postgres;
let url: Secret;
let stores: Store[];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.close());
beforeEach(async () => {
  url = new Secret(await postgres.createDatabase());
  stores = [];
});
afterEach(() => Promise.all(stores.map((store) => store.close())));

const open = (clock: Clock) => openStore({ url, clock, route: testRoute });

storeConformance('the store in PostgreSQL', open);

/** Several processes on one database, as far as the store can tell. */
async function replicas(count: number, clock: Clock = systemClock): Promise<Store[]> {
  stores = await Promise.all(Array.from({ length: count }, () => open(clock)));
  return stores;
}

const effect = (target: string, value: number) => ({ kind: 'note', data: { target, value } });
const delivery = (id: string) => ({ source: 'aws' as const, id, kind: 'event', lane: id, payload: {} });

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
    const [row] = await postgres.query('select next_at from outbox', url.reveal());
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
    const taken = await Promise.allSettled(['a', 'b\0', 'c'].map((id) => store!.inbox.receive(delivery(id))));
    expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store!.inbox.claim(systemClock.now(), 9)).toMatchObject([{ id: 'a' }, { id: 'c' }]);
  });
});

describe('when connections break', { timeout: 60_000 }, () => {
  test('what was committed counts once and what was not is done again', async () => {
    const all = await replicas(2);
    const total = 150;
    const cutting = cutAgainAndAgain();
    onTestFinished(() => void cutting.stop());
    await Promise.all(
      Array.from({ length: total }, async (_, index) => {
        const store = all[index % 2]!;
        await sleep(index * 15);
        await store.inbox.receive(delivery(`d${index}`));
        await store.transaction(async (tx) => {
          if (!(await tx.once(`id ${index}`))) throw new Error(`${index} counted twice`);
          await tx.audit({ who: 'x', what: `${index}`, decision: 'allowed', outcome: 'Done.' });
          await tx.emit([effect(`t${index}`, index)]);
        });
      }),
    );
    expect(await cutting.stop()).toBeGreaterThan(3);
    const trail = (await all[0]!.auditTrail({ limit: 1_000 })).toReversed();
    expect(brokenAt(trail)).toBeUndefined();
    expect(trail).toHaveLength(total);
    expect(await all[0]!.measure()).toMatchObject([{ open: total }, { open: total }]);
  });

  /** Ends every session of the test's database again and again, in the midst of whatever it does. */
  function cutAgainAndAgain() {
    let going = true;
    let cuts = 0;
    const cutting = (async () => {
      while (going) {
        const rows = await postgres.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = '${new URL(url.reveal()).pathname.slice(1)}' and application_name = 'drawbridge'`,
        );
        cuts += rows.length > 0 ? 1 : 0;
        await sleep(100 + Math.random() * 400);
      }
    })();
    return {
      async stop() {
        going = false;
        await cutting;
        return cuts;
      },
    };
  }

  test('what was claimed without our hearing of it is claimed again, and only by us', async () => {
    const clock = new ManualClock();
    const way = await startWay();
    const through = new URL(url.reveal());
    through.port = String(way.port);
    const store = await openStore({ url: new Secret(through.href), clock, route: testRoute });
    const other = await open(clock);
    stores = [store, other];
    await other.transaction((tx) => tx.emit(['a', 'b'].map((target) => effect(target, 1))));
    const [held] = await store.outbox.claim(clock.now(), 1);
    way.losesAnswers = true;
    await expect(store.outbox.claim(clock.now(), 1)).rejects.toThrow();
    way.losesAnswers = false;
    expect(await other.outbox.claim(clock.now(), 5)).toEqual([]);
    expect(await store.outbox.claim(clock.now(), 5)).toMatchObject([{ target: 'b', attempts: 2 }]);
    await store.outbox.done(held!.seq, []);
    expect(await store.outbox.claim(clock.now(), 5)).toEqual([]);
  });

  /** A way to the server on which, at a word, connections break when it answers. */
  async function startWay() {
    const way = { losesAnswers: false, port: 0 };
    const server = createServer((near) => {
      const far = connect(postgres.port, '127.0.0.1');
      near.pipe(far);
      far.on('data', (answer) => (way.losesAnswers ? near.destroy() : near.write(answer)));
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    way.port = (server.address() as AddressInfo).port;
    return way;
  }

  test('a restart of the server is waited for, and who asks whether it is ready is told at once', async () => {
    const [store] = await replicas(1);
    await store!.transaction((tx) => tx.once('before'));
    const restarted = postgres.restart(700);
    await sleep(200);
    await expect(store!.outbox.nextAt()).rejects.toThrow();
    expect(await store!.transaction((tx) => tx.once('during'))).toBe(true);
    await store!.inbox.receive(delivery('during'));
    await restarted;
    expect(await store!.inbox.claim(systemClock.now(), 9)).toMatchObject([{ id: 'during' }]);
    expect(await store!.outbox.nextAt()).toBeUndefined();
  });
});
