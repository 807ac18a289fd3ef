import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { mkdtemp, open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';
import { UserError } from '../../../shared/errors.ts';
import { storeConformance } from './conformance/conformance.ts';
import { testRoute } from './conformance/samples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (clock: ManualClock) =>
  openStore({ file: join(folder, 'store.sqlite'), clock, route: testRoute });

storeConformance('the store in a SQLite file', open);

test('a commit is in the file, in its write-ahead log', async () => {
  const store = await open(new ManualClock());
  await store.transaction((tx) => tx.once('x'));
  const other = new DatabaseSync(join(folder, 'store.sqlite'));
  expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(other.prepare('select id from handled').all()).toEqual([{ id: 'x' }]);
  other.close();
  await store.close();
});

test('a start waits for whoever has the file locked, as after a crash who repairs it', async () => {
  await (await open(new ManualClock())).close();
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { DatabaseSync } from 'node:sqlite';
    const database = new DatabaseSync(${JSON.stringify(join(folder, 'store.sqlite'))});
    database.exec('pragma locking_mode = exclusive; begin exclusive');
    process.stdout.write('locked');
    setTimeout(() => database.close(), 500);`,
  ]);
  await once(holder.stdout, 'data');
  await (await open(new ManualClock())).close();
  if (holder.exitCode === null) await once(holder, 'exit');
  expect(holder.exitCode).toBe(0);
});

describe('one bot at a time', () => {
  const file = () => join(folder, 'store.sqlite');

  /** Another bot, up to its open store. */
  async function another() {
    const [opener, clock] = ['bot/store/open.ts', 'shared/clock.ts'].map((path) =>
      JSON.stringify(join(import.meta.dirname, '..', '..', '..', path)),
    );
    const bot = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { openStore } from ${opener};
      import { systemClock as clock } from ${clock};
      const store = await openStore({ file: ${JSON.stringify(file())}, clock, route: () => ({ target: 'C1' }) });
      await store.transaction((tx) => tx.emit([{ kind: 'note', data: {} }]));
      await store.outbox.claim(Date.now(), 1);
      process.stdout.write('open');
      setInterval(() => {}, 1_000);`,
    ]);
    onTestFinished(() => void bot.kill('SIGKILL'));
    await once(bot.stdout, 'data');
    return bot;
  }

  test('a second one is refused, and what the first has begun stays with it', async () => {
    await another();
    await expect(open(new ManualClock())).rejects.toThrow(
      new UserError(
        `Another bot has ${file()} open: stop it first, or give this one its own DRAWBRIDGE_DATA.`,
      ),
    );
    const beside = new DatabaseSync(file(), { readOnly: true });
    expect(beside.prepare('select state from outbox').all()).toEqual([{ state: 'working' }]);
    beside.close();
    expect(fs.statSync(`${file()}.lock`).size).toBe(0);
    expect(fs.readdirSync(folder)).not.toContain('store.sqlite.lock-journal');
  });

  test('the next one starts as soon as the last is killed', async () => {
    const last = await another();
    last.kill('SIGKILL');
    const store = await open(new ManualClock(Date.now()));
    expect(await store.outbox.claim(Date.now(), 9)).toHaveLength(1);
    await store.close();
  });

  test('a start that fails leaves the file to the next', async () => {
    await (await open(new ManualClock())).close();
    const write = (sql: string) => {
      const other = new DatabaseSync(file());
      other.exec(sql);
      other.close();
    };
    write("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
    await expect(open(new ManualClock())).rejects.toThrow(UserError);
    write("delete from kysely_migration where name = '9999-later'");
    await (await open(new ManualClock())).close();
  });
});

test('a file of a newer version is left alone, and the operator is told', async () => {
  await (await open(new ManualClock())).close();
  const other = new DatabaseSync(join(folder, 'store.sqlite'));
  other.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
  other.close();
  await expect(open(new ManualClock())).rejects.toThrow('written by a newer version of the bot');
});

describe('the disk', () => {
  const delivery = (id: string) => ({ source: 'aws' as const, id, kind: 'event', lane: id, payload: {} });
  afterEach(() => vi.restoreAllMocks());

  /** What every sync of a log does from now on. */
  async function onSync(sync: () => Promise<void>) {
    const file = await openFile(join(folder, 'any'), 'w');
    vi.spyOn(Object.getPrototypeOf(file), 'datasync').mockImplementation(sync);
    await file.close();
  }

  /** Whether it has come to its end some turns of the event loop later. */
  async function isDone(work: Promise<unknown>): Promise<boolean> {
    let done = false;
    void work.then(() => {
      done = true;
    });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return done;
  }

  test('is waited for by what is acknowledged or sent, not by what may be done again; one sync does for many', async () => {
    const clock = new ManualClock();
    const store = await open(clock);
    await store.transaction((tx) => tx.emit([{ kind: 'note', data: { target: 'C1' } }]));
    const syncs: (() => void)[] = [];
    await onSync(() => new Promise((resolve) => syncs.push(resolve)));
    const atOnce = vi.spyOn(fs, 'fdatasyncSync');

    await store.inbox.receive(delivery('first'));
    expect(atOnce).toHaveBeenCalledTimes(1);
    const writing = store.transaction((tx) => tx.once('x'));
    expect(await isDone(writing)).toBe(false);
    const [first] = await store.inbox.claim(clock.now(), 9);
    await store.inbox.done(first!.seq);
    const sending = store.outbox.claim(clock.now(), 9);
    const more = store.transaction((tx) => tx.once('y'));

    expect(await isDone(Promise.race([writing, sending, more]))).toBe(false);
    expect(syncs).toHaveLength(1);
    syncs[0]!();
    expect(await isDone(writing)).toBe(true);
    expect(await isDone(Promise.race([sending, more]))).toBe(false);
    expect(syncs).toHaveLength(2);
    syncs[1]!();
    expect(await isDone(Promise.all([sending, more]))).toBe(true);
    expect(atOnce).toHaveBeenCalledTimes(1);
    await store.close();
  });

  test('that failed once is not believed again', async () => {
    const store = await open(new ManualClock());
    await onSync(() => Promise.reject(new Error('EIO')));
    const failure = 'could not be brought to the disk: EIO';
    expect(store.failure()).toBeUndefined();
    await expect(store.transaction((tx) => tx.once('x'))).rejects.toThrow(failure);
    await onSync(() => Promise.resolve());
    await expect(store.transaction((tx) => tx.once('y'))).rejects.toThrow(failure);
    await expect(store.inbox.receive(delivery('lost'))).rejects.toThrow(failure);
    expect(store.failure()?.message).toContain(failure);
    await store.close();
  });

  test('that failed while a sender waits is told to it, whenever it sends again', async () => {
    const store = await open(new ManualClock());
    const atOnce = vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
      throw new Error('EIO');
    });
    const failure = 'could not be brought to the disk: EIO';
    await expect(store.inbox.receive(delivery('lost'))).rejects.toThrow(failure);
    atOnce.mockRestore();
    await expect(store.inbox.receive(delivery('lost'))).rejects.toThrow(failure);
    await store.close();
  });
});
