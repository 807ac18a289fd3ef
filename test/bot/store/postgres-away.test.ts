import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { brokenAt } from '../../../bot/store/audit.ts';
import { StoreAwayError } from '../../../bot/store/engine.ts';
import { ManualClock } from '../../../local/clock.ts';
import { systemClock } from '../../../shared/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { effect } from './conformance/samples.ts';
import { delivery, onPostgres } from './on-postgres.ts';

const database = onPostgres();
const { replicas } = database;

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

  /** Those of the test's database; how many there were. */
  async function endSessions(): Promise<number> {
    const ended = await database.postgres.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = '${database.name}' and application_name = 'drawbridge'`,
    );
    return ended.length;
  }

  /** Ends every session again and again, in the midst of whatever it does. */
  function cutAgainAndAgain() {
    let going = true;
    let cuts = 0;
    const cutting = (async () => {
      while (going) {
        cuts += (await endSessions()) > 0 ? 1 : 0;
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
    const [store] = await replicas(1, clock, way.url);
    const [other] = await replicas(1, clock);
    await other!.transaction((tx) => tx.emit(['a', 'b'].map((target) => effect(target, 1))));
    const [held] = await store!.outbox.claim(clock.now(), 1);
    way.losesAnswers = true;
    await expect(store!.outbox.claim(clock.now(), 1)).rejects.toThrow();
    way.losesAnswers = false;
    expect(await other!.outbox.claim(clock.now(), 5)).toEqual([]);
    expect(await store!.outbox.claim(clock.now(), 5)).toMatchObject([{ target: 'b', attempts: 2 }]);
    await store!.outbox.done(held!.seq, []);
    expect(await store!.outbox.claim(clock.now(), 5)).toEqual([]);
  });

  /** A way to the server on which, at a word, connections break when it answers. */
  async function startWay() {
    const way = { losesAnswers: false, url: database.url };
    const server = createServer((near) => {
      const far = connect(database.postgres.port, '127.0.0.1');
      near.pipe(far);
      far.on('data', (answer) => (way.losesAnswers ? near.destroy() : near.write(answer)));
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const through = new URL(database.url.reveal());
    through.port = String((server.address() as AddressInfo).port);
    way.url = new Secret(through.href);
    return way;
  }

  test('a restart of the server is waited for, and who asks whether it is ready is told at once', async () => {
    const [store] = await replicas(1);
    await store!.transaction((tx) => tx.once('before'));
    const restarted = database.postgres.restart(700);
    await sleep(200);
    await expect(store!.outbox.nextAt()).rejects.toThrow();
    expect(await store!.transaction((tx) => tx.once('during'))).toBe(true);
    await store!.inbox.receive(delivery('during'));
    await restarted;
    expect(await store!.inbox.claim(systemClock.now(), 9)).toMatchObject([{ id: 'during' }]);
    expect(await store!.outbox.nextAt()).toBeUndefined();
  });

  test('everything that waits is refused after ten seconds, however much it is', async () => {
    const clock = new ManualClock();
    const way = await startWay();
    const [store] = await replicas(1, clock, way.url);
    const begun = clock.now();
    // It makes the others be stored one by one, in the midst of which the database goes away.
    const tooLong = delivery(randomBytes(9_000).toString('hex'));
    store!.inbox.receive(tooLong).catch(() => {
      way.losesAnswers = true;
    });
    const ids = [...Array(1_200).keys()].map((index) => `d${index}`);
    const refusals = ids.map((id) =>
      expect(store!.inbox.receive(delivery(id))).rejects.toThrow(StoreAwayError),
    );
    let open = true;
    const refused = Promise.all(refusals).finally(() => {
      open = false;
    });
    while (open) {
      await clock.advance(100);
      // Each try is a real round trip.
      await sleep(5);
    }
    await refused;
    expect(clock.now() - begun).toBeLessThan(19_000);
    way.losesAnswers = false;
    await store!.inbox.receive(delivery('after'));
  });

  test('a server that only reads, as the old one after a failover, is waited for until the new one is found', async () => {
    const [store] = await replicas(1);
    await readOnly('on');
    const taken = store!.inbox.receive(delivery('during'));
    await sleep(300);
    await readOnly('off');
    await taken;
    expect(await store!.inbox.claim(systemClock.now(), 9)).toMatchObject([{ id: 'during' }]);
    await store!.transaction((tx) => tx.once('after'));
  });

  test('a connection to a server that only reads is given up, whatever it was used for', async () => {
    const [store] = await replicas(1);
    await readOnly('on');
    await store!.transaction((tx) => tx.once('during')).catch(() => {});
    await database.postgres.query(`alter database ${database.name} set default_transaction_read_only = off`);
    expect(await store!.transaction((tx) => tx.once('after'))).toBe(true);
  });

  /** Sessions that begin from now on only read, or write again; those there were are ended. */
  async function readOnly(word: 'on' | 'off') {
    await database.postgres.query(
      `alter database ${database.name} set default_transaction_read_only = ${word}`,
    );
    await endSessions();
  }
});
