import type { Place } from '../errors.ts';
import type { Node, Parsed, Problem } from './yaml.ts';

/**
 * A grammar for YAML files: each reader turns a node into a typed value and reports what is wrong with it, all
 * of it and not only the first. A reader that reported returns undefined.
 */
export interface Reader<T> {
  (node: Node, at: Context): T | undefined;
  readonly required?: boolean;
}

export interface Context {
  /** Where we are, for messages, such as `phases.build.commands`; empty at the top. */
  readonly path: string;
  report(place: Place, message: string): void;
}

type Value<R> = R extends Reader<infer T> ? T : never;
type Fields = Readonly<Record<string, Reader<unknown>>>;
type Simplify<T> = { [K in keyof T]: T[K] };
type RequiredKeys<F> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];

/** The object that `fields` reads: what is `required(…)` is there, the rest may be absent. */
export type Read<F extends Fields> = Simplify<
  { readonly [K in RequiredKeys<F>]: Value<F[K]> } & {
    readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: Value<F[K]>;
  }
>;

/** Runs a reader over a parsed file. */
export function read<T>(parsed: Parsed<Node>, reader: Reader<T>): Parsed<T> {
  if (parsed.problems) return parsed;
  const problems: Problem[] = [];
  const spec = reader(parsed.spec, {
    path: '',
    report: (place, message) => problems.push({ place, message }),
  });
  if (problems.length > 0 || spec === undefined) return { problems: problems.sort(byPlace) };
  return { spec };
}

const byPlace = (a: Problem, b: Problem) => a.place.line - b.place.line || a.place.column - b.place.column;

/** Marks a field of `fields` that must be there. */
export function required<T>(reader: Reader<T>): Reader<T> & { readonly required: true } {
  return Object.assign((node: Node, at: Context) => reader(node, at), { required: true } as const);
}

/** Text. Numbers and booleans are taken as written, as AWS does: `PORT: 8080` is the text `8080`. */
export const text: Reader<string> = (node, at) => {
  if (node.kind !== 'scalar') return wrong(node, at, 'text');
  if (node.value === null) return empty(node, at);
  return node.text;
};

/** Text that may be left empty: `KEY:` and `KEY: ''` are the empty text. */
export const anyText: Reader<string> = (node, at) =>
  node.kind === 'scalar' ? node.text : wrong(node, at, 'text');

/** Text that matches; `what` finishes the sentence "… must be". */
export function matching(pattern: RegExp, what: string): Reader<string> {
  return (node, at) => {
    const value = text(node, at);
    if (value === undefined || pattern.test(value)) return value;
    at.report(node.place, `${name(at)} must be ${what}, not ${quote(value)}.`);
    return undefined;
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  return (node, at) => {
    const value = text(node, at);
    if (value === undefined) return undefined;
    const found = values.find((v) => v === value);
    if (found === undefined)
      at.report(node.place, `${name(at)} must be ${alternatives(values)}, not ${quote(value)}.`);
    return found;
  };
}

/** True or false, also as `yes` and `no`. */
export const flag: Reader<boolean> = (node, at) => {
  const value = text(node, at);
  if (value === undefined) return undefined;
  if (/^(true|yes)$/i.test(value)) return true;
  if (/^(false|no)$/i.test(value)) return false;
  at.report(node.place, `${name(at)} must be \`yes\` or \`no\`, not ${quote(value)}.`);
  return undefined;
};

export function integer(min: number, max: number): Reader<number> {
  return (node, at) => {
    const value = text(node, at);
    if (value === undefined) return undefined;
    if (/^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    at.report(node.place, `${name(at)} must be a whole number from ${min} to ${max}, not ${quote(value)}.`);
    return undefined;
  };
}

export function list<T>(
  reader: Reader<T>,
  options: { min?: number; max?: number } = {},
): Reader<readonly T[]> {
  const { min = 0, max = Number.POSITIVE_INFINITY } = options;
  return (node, at) => {
    if (node.kind === 'scalar' && node.value === null) return empty(node, at);
    if (node.kind !== 'list') return wrong(node, at, 'a list');
    if (node.items.length < min)
      at.report(node.place, `${name(at)} needs at least ${min === 1 ? 'one item' : `${min} items`}.`);
    if (node.items.length > max)
      at.report(node.place, `${name(at)} takes at most ${max} items, not ${node.items.length}.`);
    const values = node.items.map((item, i) => reader(item, { ...at, path: `${at.path}[${i}]` }));
    return values.filter((value) => value !== undefined);
  };
}

/** A map from names that the user chooses. `check` reports what is wrong with a name. */
export function record<T>(
  reader: Reader<T>,
  check?: (key: string) => string | undefined,
): Reader<Readonly<Record<string, T>>> {
  return (node, at) => {
    if (node.kind === 'scalar' && node.value === null) return empty(node, at);
    if (node.kind !== 'map') return wrong(node, at, 'a map of names to values');
    const values: Record<string, T> = Object.create(null);
    for (const entry of node.entries) {
      const complaint = check?.(entry.key);
      if (complaint) at.report(entry.place, complaint);
      const value = reader(entry.value, inside(at, entry.key));
      if (value !== undefined) values[entry.key] = value;
    }
    return values;
  };
}

/** A map of known keys. An unknown key is reported with the nearest known one. */
export function fields<const F extends Fields>(known: F): Reader<Read<F>> {
  return (node, at) => {
    if (node.kind === 'scalar' && node.value === null) return empty(node, at);
    if (node.kind !== 'map') return wrong(node, at, 'a map');
    const values: Record<string, unknown> = {};
    for (const entry of node.entries) {
      const reader = Object.hasOwn(known, entry.key) ? known[entry.key] : undefined;
      if (reader) values[entry.key] = reader(entry.value, inside(at, entry.key));
      else at.report(entry.place, unknownKey(at.path, entry.key, Object.keys(known)));
    }
    for (const [key, reader] of Object.entries(known))
      if (reader.required && !node.entries.some((entry) => entry.key === key))
        at.report(node.place, `${at.path ? name(at) : 'The file'} needs \`${key}\`.`);
    return values as Read<F>;
  };
}

/** Reads, then checks what only several parts together can tell. `check` returns a sentence, or nothing. */
export function checked<T>(
  reader: Reader<T>,
  check: (value: T, at: Context) => string | undefined,
): Reader<T> {
  return (node, at) => {
    const value = reader(node, at);
    const complaint = value === undefined ? undefined : check(value, at);
    if (complaint) at.report(node.place, complaint);
    return value;
  };
}

/** Turns what was read into what is used. */
export function mapped<A, B>(reader: Reader<A>, map: (value: A) => B): Reader<B> {
  return (node, at) => {
    const value = reader(node, at);
    return value === undefined ? undefined : map(value);
  };
}

/** ``Unknown key `comands` in `phases.build`: did you mean `commands`?`` */
function unknownKey(path: string, key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  const mend = near ? `did you mean \`${near}\`?` : `use ${alternatives(known)}.`;
  return `Unknown key ${quote(key)}${path ? ` in \`${path}\`` : ''}: ${mend}`;
}

/** The one of `known` that a slip of the keyboard would turn into `word`, if there is one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (s: string) => s.toLowerCase().replaceAll(/[_\s-]/g, '');
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(plain(word.slice(0, 100)), plain(candidate)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 4))
    ? best.candidate
    : undefined;
}

/** How many letters are missing, too many, wrong, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

/** The context of a key within a map. */
function inside(at: Context, key: string): Context {
  return { ...at, path: at.path ? `${at.path}.${key}` : key };
}

const name = (at: Context) => (at.path ? `\`${at.path}\`` : 'The file');
const quote = (value: string) =>
  `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``.replaceAll(/\s+/g, ' ');

function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function wrong(node: Node, at: Context, wanted: string): undefined {
  const got = { scalar: 'text', list: 'a list', map: 'a map' }[node.kind];
  const mend =
    wanted === 'text' && node.kind === 'map' ? ': quote the whole if a `: ` is part of the text' : '';
  at.report(node.place, `${name(at)} must be ${wanted}, not ${got}${mend}.`);
}

function empty(node: Node, at: Context): undefined {
  at.report(node.place, `${name(at)} is empty: give it a value or remove it.`);
}
