import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../../shared/errors.ts';
import { parseFile } from '../policy/file.ts';
import { parsePolicy } from '../policy/policy.ts';
import { repositoryFile } from '../policy/schema.ts';

/**
 * `npm run config:check [file]`: whether the policy file is one, with each fault's line; with `-- --repository file`,
 * whether that is what a repository may say of its pipelines.
 */
const { values, positionals } = parseArgs({
  options: { repository: { type: 'string' } },
  allowPositionals: true,
});
const [file = values.repository ?? process.env.DRAWBRIDGE_POLICY ?? 'drawbridge.yml'] = positionals;
try {
  const text = await readFile(file, 'utf8');
  console.log(`${file} is well-formed: ${values.repository ? repositoryText(text) : policyText(text)}.`);
} catch (error) {
  console.error(error instanceof UserError ? error.message : `${file} cannot be read: ${messageOf(error)}.`);
  process.exitCode = 1;
}

function policyText(text: string): string {
  const { pipelines, secrets, people } = parsePolicy(text, file);
  return `${pipelines.size} pipelines, ${secrets.length} rules for secrets, ${people.length} people`;
}

function repositoryText(text: string): string {
  const { pipelines } = parseFile(text, file, repositoryFile);
  return `it narrows ${Object.keys(pipelines).join(', ') || 'nothing'}`;
}
