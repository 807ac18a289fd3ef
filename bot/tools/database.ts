import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { UserError } from '../../shared/errors.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { openPostgres } from '../store/postgres.ts';
import { lockPatience, openSqlite, sqliteDialect } from '../store/sqlite.ts';
import type { Tables } from '../store/tables.ts';

/**
 * The store's tables, beside a bot that may be running: opening the store as the bot does would take up its work.
 * `file` goes before what the environment says; a `UserError` if there is no such file.
 */
export async function openDatabase(
  env: Readonly<Record<string, string | undefined>>,
  { file, readOnly = false }: { file?: string | undefined; readOnly?: boolean } = {},
): Promise<Kysely<Tables>> {
  if (!file && env.DATABASE_URL) return openPostgres(new Secret(env.DATABASE_URL));
  const path = file ?? env.DRAWBRIDGE_DATA ?? 'drawbridge.sqlite';
  if (!existsSync(path)) {
    throw new UserError(`There is no store ${path}: set DRAWBRIDGE_DATA or DATABASE_URL as for the bot.`);
  }
  const database = readOnly ? new DatabaseSync(path, { readOnly, timeout: lockPatience }) : openSqlite(path);
  return new Kysely<Tables>({ dialect: sqliteDialect(database) });
}
