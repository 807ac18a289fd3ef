import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../shared/errors.ts';
import { parseFile } from '../policy/file.ts';
import { parsePolicy } from '../policy/policy.ts';
import { repositoryFile } from '../policy/schema.ts';
import { readArguments, runTool } from './tool.ts';

/**
 * `npm run config:check [file]`: whether the policy file is one, with each fault's line; with `-- --repository file`,
 * whether that is what a repository may say of its pipelines.
 */
const usage = 'Usage: npm run config:check -- [file], or npm run config:check -- --repository file';

await runTool(async () => {
  const { values, positionals } = readArguments({ repository: { type: 'string' } }, usage);
  const [file = values.repository ?? process.env.DRAWBRIDGE_POLICY ?? 'drawbridge.yml'] = positionals;
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}.`, { cause: error });
  });
  const found = values.repository ? repositoryText(text, file) : policyText(text, file);
  console.log(`${file} is well-formed: ${found}.`);
});

function policyText(text: string, file: string): string {
  const { pipelines, secrets, people } = parsePolicy(text, file);
  return `${pipelines.size} pipelines, ${secrets.length} rules for secrets, ${people.length} people`;
}

function repositoryText(text: string, file: string): string {
  const { pipelines } = parseFile(text, file, repositoryFile);
  return `it narrows ${Object.keys(pipelines).join(', ') || 'nothing'}`;
}
