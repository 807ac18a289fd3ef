import type { Kysely } from 'kysely';
import { UserError } from '../../shared/errors.ts';
import { brokenAt } from '../store/audit.ts';
import { createReads } from '../store/state.ts';
import type { AuditRecord } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { withDatabase } from './database.ts';
import { readArguments, runTool } from './tool.ts';

/** `npm run audit:verify [file] [-- --export]`: whether the audit log's hash chain holds; its entries as JSON lines. */
const usage = 'Usage: npm run audit:verify -- [file] [--export]';

await runTool(async () => {
  const options = { export: { type: 'boolean', default: false } } as const;
  const { positionals, values } = readArguments(options, usage);
  const verify = async (db: Kysely<Tables>) => report(await readAudit(db), values.export);
  await withDatabase(verify, process.env, { file: positionals[0], readOnly: true });
});

async function readAudit(db: Kysely<Tables>): Promise<AuditRecord[]> {
  const newestFirst = await createReads(db).auditTrail({ limit: Number.MAX_SAFE_INTEGER });
  return newestFirst.toReversed();
}

function report(records: readonly AuditRecord[], isExport: boolean): void {
  if (isExport) for (const record of records) console.log(JSON.stringify(record));
  const broken = brokenAt(records);
  if (broken !== undefined) {
    throw new UserError(
      `The chain breaks at entry ${broken}: it, or one before it, was changed or taken out.`,
    );
  }
  // Kept elsewhere, the last hash shows it if the end of the log is cut off.
  const last = records.at(-1)?.hash ?? 'none';
  console.error(`${records.length} entries, and each follows from the one before. The last hash is ${last}.`);
}
