import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  LineCounter,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';
import { UserError } from '../../shared/errors.ts';

const longestFile = 1_000_000;
const mostSlips = 20;

/** YAML of this shape. Throws a `UserError` with one line for each fault, `file:line:column: sentence`. */
export function parseFile<Shape extends z.ZodType>(text: string, file: string, shape: Shape): z.infer<Shape> {
  if (text.length > longestFile) throw new UserError(`${file} is larger than ${longestFile} characters.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const slips = slipsOf(document.errors);
  const faults = slips.map((error) => `${at(error.pos[0])}: ${sentence(error.message)}`);
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  const tooMuch = excess(document.contents, at);
  if (tooMuch) throw new UserError(tooMuch);

  const parsed = shape.safeParse(toJs(document, file) ?? {});
  if (parsed.success) return parsed.data;
  throw new UserError(
    parsed.error.issues
      .flatMap((issue) => explain(issue))
      .map(({ path, message }) => `${at(offsetOf(document, path))}: ${sentence(message)}`)
      .join('\n'),
  );
}

/** What comes after broken syntax is a guess; that a key is there twice is a fault of its own. */
function slipsOf(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const broken = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return broken ? [broken] : errors.slice(0, mostSlips);
}

const deepest = 30;

/**
 * What would cost more than it says: a list or a map as a key, since every level writes out all below it, and what is
 * nested beyond reason.
 */
function excess(node: unknown, at: (offset: number) => string, depth = 0): string | undefined {
  const offset = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
  if (depth > deepest) return `${at(offset)}: The file is nested too deeply.`;
  if (!isCollection(node)) return undefined;
  for (const item of node.items) {
    const { key, value } = isPair(item) ? item : { key: undefined, value: item };
    if (isCollection(key) || isAlias(key)) return `${at(offset)}: A key must be plain text.`;
    const found = excess(value, at, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Aliases are expanded here, and only so far: https://eemeli.org/yaml/#tojs-options */
function toJs(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new UserError(`${file}:1:1: The file's aliases expand too far.`, { cause });
  }
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function explain(issue: z.core.$ZodIssue): Fault[] {
  const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `${where}unknown key “${key}”` }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path: issue.path, message: `${where}${issue.issues[0]?.message ?? issue.message}` }];
  }
  return [{ path: issue.path, message: `${where}${issue.message}` }];
}

/** Where a value stands, or its key, or the nearest thing around it that the file does have. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = document.contents?.range?.[0] ?? 0;
  for (let length = 1; length <= path.length; length++) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => keyText(item.key) === String(key)) : undefined;
    const node: unknown = pair ? pair.key : document.getIn(path.slice(0, length), true);
    offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}

function keyText(key: unknown): string {
  return String((key as { value?: unknown } | null)?.value ?? key);
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
