import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { UserError } from '../../shared/errors.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { readStoreConfig } from '../config.ts';
import { storeFault } from '../store/fault.ts';
import { openPostgres } from '../store/postgres.ts';
import { lockPatience, openSqlite, sqliteDialect } from '../store/sqlite.ts';
import type { Tables } from '../store/tables.ts';

type Environment = Readonly<Record<string, string | undefined>>;
interface Options {
  readonly file?: string | undefined;
  readonly readOnly?: boolean;
}

/** Opens the tables for this work; a `UserError` where they cannot be opened, or are none of the bot's. */
export async function withDatabase(
  work: (db: Kysely<Tables>) => Promise<void>,
  env: Environment,
  options: Options = {},
): Promise<void> {
  const place = placeOf(env, options.file);
  try {
    await using closers = new AsyncDisposableStack();
    const db = await openDatabase(env, options);
    closers.defer(() => db.destroy());
    await work(db);
  } catch (error) {
    throw storeFault(error, place);
  }
}

/**
 * The store's tables, beside a bot that may be running: opening the store as the bot does would take up its work.
 * `file` goes before what the environment says; a `UserError` if there is no such file.
 */
export async function openDatabase(
  env: Environment,
  { file, readOnly = false }: Options = {},
): Promise<Kysely<Tables>> {
  const place = placeOf(env, file);
  if ('url' in place) return openPostgres(place.url);
  const path = place.file;
  if (!existsSync(path)) {
    throw new UserError(`There is no store ${path}: set DRAWBRIDGE_DATA or DATABASE_URL as for the bot.`);
  }
  const database = readOnly ? new DatabaseSync(path, { readOnly, timeout: lockPatience }) : openSqlite(path);
  return new Kysely<Tables>({ dialect: sqliteDialect(database) });
}

function placeOf(env: Environment, file: string | undefined): { file: string } | { url: Secret } {
  if (file) return { file };
  const { data, databaseUrl } = readStoreConfig(env);
  return databaseUrl ? { url: databaseUrl } : { file: data };
}
