import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { messageOf, UserError } from '../../shared/errors.ts';
import type { Problem } from '../../shared/spec/yaml.ts';
import type { GivenInputs } from '../inputs.ts';
import type { Runner } from '../io.ts';

/** Deeper down there may be examples, and tests that want a broken one. */
const usual = /^((buildspec|appspec).*\.ya?ml|appspec.*\.json|pipeline\.(ya?ml|json))$/;

const unknown =
  'This is neither a buildspec nor an appspec nor a pipeline definition: leave it out of `check`.';

/**
 * Checks the buildspec, appspec and pipeline files of the tree, and says what is wrong on their lines. The files.
 *
 * @throws UserError when anything is wrong, once all of it is said.
 */
export async function checkFiles(
  inputs: Pick<GivenInputs, 'check' | 'path'>,
  { workspace, runner }: { workspace: string; runner: Pick<Runner, 'error'> },
): Promise<string[]> {
  const given = inputs.check;
  const folder = resolve(workspace, inputs.path);
  const names = given
    ? globSync(
        given.filter((glob) => glob !== 'none'),
        { cwd: folder },
      )
    : usualIn(folder);
  const files = names.sort().map((name) => relative(workspace, join(folder, name)).split(sep).join('/'));
  if (files.length === 0) return [];
  // Loaded only now: most steps have nothing to check, and all wait for what they load.
  const { problemsOf } = await import('./check-file.ts');
  const checked: string[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const found = await problemsOf(file, readText(join(workspace, file), file));
    if (found) checked.push(file);
    // A pipeline.yml may be that of another tool.
    else if (given) problems.push({ place: { file, line: 1, column: 1 }, message: unknown });
    problems.push(...(found ?? []));
  }
  for (const { message, place } of problems) runner.error(message, { place });
  if (problems.length === 0) return checked;
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  throw new UserError(`${count} wrong with the checked files, so nothing was sent: mend it first.`);
}

/** Not by globs: Node loads a matcher for them, and every step would wait for that. */
function usualIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => usual.test(name));
  } catch {
    return []; // Why a folder cannot be read is said where it is packaged.
  }
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`\`${file}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}
