import type { Kysely } from 'kysely';
import { UserError } from '../../shared/errors.ts';
import type { Tables } from '../store/tables.ts';
import { deadEffects, replayEffect } from '../store/upkeep.ts';
import { openDatabase } from '../tools/database.ts';

/**
 * `npm run outbox -- list` shows what the bot has given up on, `npm run outbox -- replay 42` has it try again. The
 * bot may be running: it looks every minute.
 */
const [verb, number] = process.argv.slice(2);
const mostShown = 50;

try {
  await run();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  fail(error.message);
}

async function run(): Promise<void> {
  const db = await openDatabase(process.env);
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
