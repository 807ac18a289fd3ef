import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';
import { storeConformance, testRoute } from './conformance.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (clock: ManualClock) =>
  openStore({ file: join(folder, 'store.sqlite'), clock, route: testRoute });

storeConformance('the store in a SQLite file', open);

test('a commit is on disk: WAL with full sync', async () => {
  const store = await open(new ManualClock());
  await store.transaction((tx) => tx.once('x'));
  const other = new DatabaseSync(join(folder, 'store.sqlite'));
  expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(other.prepare('select id from handled').all()).toEqual([{ id: 'x' }]);
  other.close();
  await store.close();
});

test('a file of a newer version is left alone, and the operator is told', async () => {
  await (await open(new ManualClock())).close();
  const other = new DatabaseSync(join(folder, 'store.sqlite'));
  other.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
  other.close();
  await expect(open(new ManualClock())).rejects.toThrow('written by a newer version of the bot');
});
