import { createHash } from 'node:crypto';
import type { AuditEntry } from './store.ts';

/** What comes before the first entry. */
export const firstHash = '0'.repeat(64);

/** Each entry's hash covers the one before, so that nobody can change, drop or insert one unnoticed. */
export function chainHash(previous: string, at: number, entry: AuditEntry): string {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ ...entry, at }))
    .digest('hex');
}

/** The place of the first entry that does not follow from the one before; undefined if all do. */
export function brokenAt(
  records: readonly (AuditEntry & { seq: number; at: number; hash: string })[],
): number | undefined {
  let previous = firstHash;
  for (const { seq, at, hash, ...entry } of records) {
    if (chainHash(previous, at, entry) !== hash) return seq;
    previous = hash;
  }
  return undefined;
}

/** An entry from its column. One that somebody broke is told as it stands, and its hash does not fit it any more. */
export function readEntry(text: string): AuditEntry {
  try {
    return JSON.parse(text);
  } catch {
    return { who: 'unknown', what: text, decision: 'failed', outcome: 'This entry was broken since.' };
  }
}

/** JSON with the keys of the (flat) object in order, as the hash must not depend on it. */
function canonicalJson(entry: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))));
}
