import { existsSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { SecretValues } from '../../shared/aws/secret-values.ts';
import { messageOf, UserError } from '../../shared/errors.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import type { Runner } from '../io.ts';
import { secretFilesVariable } from '../secret-files.ts';
import { isReserved, type SecretLine } from '../secret-lines.ts';

export interface SecretPorts {
  readonly values: SecretValues;
  readonly runner: Pick<Runner, 'info' | 'mask' | 'saveState' | 'setVariable'>;
  /** The folder that relative paths are in. */
  readonly workspace: string;
  /** Files that steps before this one have written secrets to. */
  readonly secretFiles: readonly string[];
}

/**
 * Reads every secret, masks it, and only then sets variables and writes files, all or nothing. The files, which
 * the post step removes; nothing else of this is told to anybody.
 */
export async function takeSecrets(lines: readonly SecretLine[], ports: SecretPorts): Promise<string[]> {
  const { runner, values, workspace } = ports;
  const found = (await Promise.all(lines.map((line) => read(line, values)))).flat();
  refuseDoubles(found);
  for (const { value } of found) for (const text of textsToMask(value)) runner.mask(text);

  const inFiles = found.flatMap(({ file, value }) => (file === undefined ? [] : [{ file, value }]));
  const files = inFiles.map(({ file }) => resolve(workspace, file.replace(/^~(?=\/)/, homedir())));
  for (const [index, path] of files.entries()) refuseDetour(inFiles[index]!.file, path, workspace);
  const there = files.find((path) => existsSync(path));
  if (there !== undefined)
    throw new UserError(`The secret file \`${there}\` is there already: name another.`);
  // Before they are written: a step that is killed in between leaves none behind.
  if (files.length > 0) {
    runner.saveState('secret-files', JSON.stringify(files));
    runner.setVariable(secretFilesVariable, [...ports.secretFiles, ...files].join('\n'));
  }
  for (const [index, path] of files.entries()) await writeSecret(path, inFiles[index]!.value);
  let variables = 0;
  for (const { variable, value } of found) {
    if (variable === undefined) continue;
    runner.setVariable(variable, value);
    variables += 1;
  }
  runner.info(
    `Secrets: ${count(variables, 'environment variable')} and ${count(files.length, 'file')}, masked.`,
  );
  return files;
}

interface Found {
  readonly variable?: string;
  readonly file?: string;
  readonly value: Secret;
  /** The line that it came by. */
  readonly line: SecretLine;
}

async function read(line: SecretLine, values: SecretValues): Promise<Found[]> {
  const { target, source } = line;
  if (target.kind === 'variables') {
    const many =
      source.kind === 'path' ? await below(source.path, values) : fieldsOf(await one(line, values), line);
    if (many.size === 0) throw new UserError(`There is nothing at \`${line.text}\` of \`secrets\`.`);
    return [...many].map(([name, value]) => ({ variable: nameOf(target.prefix, name, line), value, line }));
  }
  const whole = await one(line, values);
  const field = source.kind === 'secret' ? source.field : undefined;
  const value = field === undefined ? whole : fieldsOf(whole, line).get(field);
  if (!value) throw new UserError(`The secret of \`${line.text}\` has no field \`${field}\`.`);
  return [
    target.kind === 'file' ? { file: target.path, value, line } : { variable: target.name, value, line },
  ];
}

/** What a path is found by is left out of the names. */
async function below(path: string, values: SecretValues): Promise<ReadonlyMap<string, Secret>> {
  const found = await values.parametersBelow(path);
  return new Map([...found].map(([name, value]) => [name.slice(path.length), value]));
}

async function one({ source, text }: SecretLine, values: SecretValues): Promise<Secret> {
  const value =
    source.kind === 'secret'
      ? await values.secret(source)
      : source.kind === 'parameter'
        ? await values.parameter(source.name)
        : undefined;
  if (value) return value;
  throw new UserError(
    `The secret of \`${text}\` does not exist: check its name, its version and the region.`,
  );
}

/** The members of a JSON secret, each as text. */
function fieldsOf(secret: Secret, { text }: SecretLine): ReadonlyMap<string, Secret> {
  const members = parsed(secret.reveal());
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    throw new UserError(`The secret of \`${text}\` is no JSON object, so it has no fields to take.`);
  }
  return new Map(
    Object.entries(members).map(([name, value]) => [
      name,
      new Secret(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The parser's message would quote the secret.
  }
}

/** `db/url` → `DB_URL` */
function nameOf(prefix: string, found: string, { text }: SecretLine): string {
  const name = `${prefix}${found.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
  if (/^[A-Za-z_]/.test(name) && !isReserved(name)) return name;
  throw new UserError(
    `\`${found}\` of \`${text}\` cannot become the environment variable \`${name}\`: take it by a line of its own.`,
  );
}

function refuseDoubles(found: readonly Found[]): void {
  const lines = new Map<string, SecretLine>();
  for (const { variable, line } of found) {
    if (variable === undefined) continue;
    const other = lines.get(variable);
    if (other)
      throw new UserError(`\`${other.text}\` and \`${line.text}\` of \`secrets\` both set \`${variable}\`.`);
    lines.set(variable, line);
  }
}

/**
 * What the runner is to hide of a secret: its lines one by one, because logs are masked by line, and the values of
 * a JSON document, because they show without it. A brace or a digit alone would blot out the log.
 */
export function textsToMask(secret: Secret): string[] {
  const texts = new Set<string>();
  const add = (text: string) => {
    for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trim())) {
      if (line.length > 1 && /[\p{L}\p{N}]/u.test(line)) texts.add(line);
    }
  };
  const addLeaves = (value: unknown) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(addLeaves);
    else if (typeof value === 'string' || typeof value === 'number') add(String(value));
  };
  add(secret.reveal());
  addLeaves(parsed(secret.reveal()));
  return [...texts];
}

/** A link that somebody has committed must not lead a secret out of the workspace. */
function refuseDetour(given: string, path: string, workspace: string): void {
  if (!given.startsWith('.')) return;
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  const way = relative(realpathSync(workspace), realpathSync(folder));
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new UserError(
    `The secret file \`${given}\` leads out of the workspace by a symbolic link: name another.`,
  );
}

async function writeSecret(path: string, value: Secret): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, value.reveal(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new UserError(`The secret file \`${path}\` cannot be written: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
