import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderTables } from './gen/tables.ts';

/**
 * Writes the tables that list every command, event, effect, provider and local service, so that one more of
 * them is one file and nobody has to remember a second place; then the references made from them. With
 * `--check` it writes nothing and fails if anything would change.
 */
const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const [file, content] of await renderTables()) await put(file, content);
// The references are made from what the tables list, so they are loaded after the tables are right.
const { renderReferences } = await import('./gen/references.ts');
for (const [file, content] of await renderReferences()) await put(file, content);

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run \`npm run gen\` and commit what it writes.`);
  process.exitCode = 1;
}

async function put(file: string, content: string): Promise<void> {
  const path = join(root, file);
  const before = existsSync(path) ? await readFile(path, 'utf8') : '';
  if (before === content) return;
  if (check) stale.push(file);
  else await writeFile(path, content);
}
