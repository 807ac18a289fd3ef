import type { Kysely } from 'kysely';
import { UserError } from '../../shared/errors.ts';
import type { Tables } from '../store/tables.ts';
import { deadEffects, replayEffect } from '../store/upkeep.ts';
import { withDatabase } from '../tools/database.ts';
import { readArguments, runTool } from '../tools/tool.ts';

/**
 * `npm run outbox -- list` shows what the bot has given up on, `npm run outbox -- replay 42` has it try again. The
 * bot may be running: it looks every minute.
 */
const usage = 'Usage: npm run outbox -- list, or npm run outbox -- replay 42';
const mostShown = 50;

await runTool(async () => {
  const [verb, number = ''] = readArguments({}, usage).positionals;
  if (verb === 'list') await withDatabase(list, process.env);
  else if (verb === 'replay' && /^\d{1,15}$/.test(number)) {
    await withDatabase((db) => replay(db, Number(number)), process.env);
  } else throw new UserError('Say `list`, or `replay` and a number from the list.');
});

async function list(db: Kysely<Tables>): Promise<void> {
  const dead = await deadEffects(db, mostShown);
  if (dead.length === 0) console.log('Nothing was given up on.');
  for (const { seq, kind, lane, created_at, attempts, error } of dead) {
    const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
    console.log(`${seq}  ${new Date(created_at).toISOString()}  ${kind} to ${lane}, ${tries}: ${error}`);
  }
}

async function replay(db: Kysely<Tables>, seq: number): Promise<void> {
  if (!(await replayEffect(db, seq, Date.now()))) throw new UserError(`There is no ${seq} in the list.`);
  console.log(`${seq} is tried again within a minute.`);
}
