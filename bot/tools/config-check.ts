import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../shared/errors.ts';
import { parsePolicy } from '../policy/policy.ts';

/** `npm run config:check [file]`: whether the policy file is one, with each fault's line. */
const [file = process.env.DRAWBRIDGE_POLICY ?? 'drawbridge.yml'] = process.argv.slice(2);
try {
  const { pipelines, secrets, people } = parsePolicy(await readFile(file, 'utf8'), file);
  console.log(
    `${file} is well-formed: ${pipelines.size} pipelines, ${secrets.length} rules for secrets, ${people.length} people.`,
  );
} catch (error) {
  console.error(error instanceof UserError ? error.message : `${file} cannot be read: ${messageOf(error)}.`);
  process.exitCode = 1;
}
