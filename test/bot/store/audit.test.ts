import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { brokenAt } from '../../../bot/store/audit.ts';
import { openStore } from '../../../bot/store/open.ts';
import { ManualClock } from '../../../local/clock.ts';
import { entry, testRoute } from './conformance/samples.ts';

/** The audit trail after somebody has written past the bot, oldest first; and that of shop, newest first. */
async function trailAfter(sql: string) {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'bot.sqlite');
  const open = () => openStore({ file, clock: new ManualClock(1_000), route: testRoute });

  const before = await open();
  for (const what of ['start shop', 'secret get /x', 'stop shop', 'approve shop']) {
    const pipeline = what.endsWith('shop') ? { pipeline: 'shop' } : {};
    await before.transaction((tx) => tx.audit({ ...entry(what), ...pipeline }));
  }
  await before.close();

  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();

  const after = await open();
  onTestFinished(() => after.close());
  const all = (await after.auditTrail({ limit: 10 })).toReversed();
  return { all, shop: await after.auditTrail({ pipeline: 'shop', limit: 10 }) };
}

test('a trail that nobody has touched is whole', async () => {
  const { all } = await trailAfter('select 1');
  expect(all).toHaveLength(4);
  expect(brokenAt(all)).toBeUndefined();
});

test.each([
  ['taken out of its pipeline', "update audit set pipeline = 'other' where seq = 3", 3],
  ['taken out of all pipelines', 'update audit set pipeline = null where seq = 3', 3],
  ['put into a pipeline', "update audit set pipeline = 'shop' where seq = 2", 2],
  ['made unreadable', "update audit set entry = '{broken' where seq = 3", 3],
  ['made something else', "update audit set entry = 'null' where seq = 3", 3],
])('it shows which entry was %s', async (_, sql, seq) => {
  const { all } = await trailAfter(sql);
  expect(brokenAt(all)).toBe(seq);
});

test('an entry that cannot be read hides no other', async () => {
  const { shop } = await trailAfter("update audit set entry = '{broken' where seq = 3");
  expect(shop.map(({ what }) => what)).toEqual(['approve shop', '{broken', 'start shop']);
});
