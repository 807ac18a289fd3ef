import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../shared/errors.ts';
import { sqliteBusy, sqliteCode } from './fault.ts';

/** A bot that is started anew may meet the last one while that is closing; milliseconds. */
const patience = 3_000;

/**
 * Held by the one bot that may have the file open. The lock is SQLite's, on a file beside it that stays empty, so the
 * system takes it back however the process ends.
 */
export function lockFor(file: string): Disposable {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: patience });
  try {
    // Else a journal comes to lie beside it.
    lock.exec('pragma journal_mode = memory; begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (sqliteCode(error) !== sqliteBusy) throw error;
    const advice = 'stop it first, or give this one its own DRAWBRIDGE_DATA.';
    throw new UserError(`Another bot has ${file} open: ${advice}`, { cause: error });
  }
}
