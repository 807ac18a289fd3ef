import { parseArgs } from 'node:util';
import { UserError } from '../../shared/errors.ts';
import { brokenAt } from '../store/audit.ts';
import { createReads } from '../store/state.ts';
import type { AuditRecord } from '../store/store.ts';
import { openDatabase } from './database.ts';

/** `npm run audit:verify [file] [-- --export]`: whether the audit log's hash chain holds; its entries as JSON lines. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { export: { type: 'boolean', default: false } },
});

try {
  await verify(positionals[0]);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  fail(error.message);
}

async function verify(file: string | undefined): Promise<void> {
  const db = await openDatabase(process.env, { file, readOnly: true });
  try {
    const newestFirst = await createReads(db).auditTrail({ limit: Number.MAX_SAFE_INTEGER });
    const records = newestFirst.toReversed();
    if (values.export) for (const record of records) console.log(JSON.stringify(record));
    report(records);
  } finally {
    await db.destroy();
  }
}

function report(records: readonly AuditRecord[]): void {
  const broken = brokenAt(records);
  if (broken !== undefined) {
    fail(`The chain breaks at entry ${broken}: it, or one before it, was changed or taken out.`);
    return;
  }
  // Kept elsewhere, the last hash shows it if the end of the log is cut off.
  const last = records.at(-1)?.hash ?? 'none';
  console.error(`${records.length} entries, and each follows from the one before. The last hash is ${last}.`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
