import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { openSqlite, sqliteDialect } from '../store/sqlite.ts';
import type { Tables } from '../store/tables.ts';
import { deadEffects, replayEffect } from '../store/upkeep.ts';

/**
 * `npm run outbox -- list` shows what the bot has given up on, `npm run outbox -- replay 42` has it try again. The
 * bot may be running: it looks every minute.
 */
const [verb, number] = process.argv.slice(2);
const file = process.env.DRAWBRIDGE_DATA ?? 'drawbridge.sqlite';
const mostShown = 50;

if (existsSync(file)) await run();
else fail(`There is no store ${file}: set DRAWBRIDGE_DATA as for the bot.`);

async function run(): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) });
  try {
    if (verb === 'list') await list(db);
    else if (verb === 'replay' && /^\d+$/.test(number ?? '')) await replay(db, Number(number));
    else fail('Say `list`, or `replay` and a number from the list.');
  } finally {
    await db.destroy();
  }
}

async function list(db: Kysely<Tables>): Promise<void> {
  const dead = await deadEffects(db, mostShown);
  if (dead.length === 0) console.log('Nothing was given up on.');
  for (const { seq, kind, lane, created_at, attempts, error } of dead) {
    const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
    console.log(`${seq}  ${new Date(created_at).toISOString()}  ${kind} to ${lane}, ${tries}: ${error}`);
  }
}

async function replay(db: Kysely<Tables>, seq: number): Promise<void> {
  if (await replayEffect(db, seq, Date.now())) console.log(`${seq} is tried again within a minute.`);
  else fail(`There is no ${seq} in the list.`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
