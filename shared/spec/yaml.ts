import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml';
import type { Place } from '../errors.ts';

/** Something wrong in a file, at a place, in one sentence with the mend. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
}

/** A YAML value that knows where it stands. Anchors, aliases and merge keys (`<<`) are already resolved. */
export type Node =
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      /** A string's own text; for anything else the text as written, such as `0.2` or `yes`. */
      readonly text: string;
      readonly place: Place;
    }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly place: Place }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly place: Place };

interface Entry {
  readonly key: string;
  readonly place: Place;
  readonly value: Node;
}

export type Parsed<T> =
  | { readonly spec: T; readonly problems?: never }
  | { readonly spec?: never; readonly problems: readonly Problem[] };

const limits = {
  /** UTF-16 units of the text. */
  length: 1_048_576,
  /** Values once every alias is expanded: a billion laughs stops here. */
  nodes: 20_000,
  depth: 60,
};

/** Reads one YAML document. Never throws for what the text holds. */
export function parseYaml(text: string, file: string): Parsed<Node> {
  if (text.length > limits.length)
    return { problems: [{ place: { file, line: 1, column: 1 }, message: 'The file is larger than 1 MiB.' }] };
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  let doc: ReturnType<typeof parseDocument>;
  try {
    doc = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: 'error',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ place: at(0), message: 'The file is nested too deeply.' }] };
  }
  // After the first slip of syntax the rest of the complaints are guesses; keys given twice are each their own.
  const [first] = doc.errors;
  if (first) {
    const shown = doc.errors.filter(
      (e) => e === first || (e.code === 'DUPLICATE_KEY' && e.code === first.code),
    );
    return { problems: shown.map((e) => ({ place: at(e.pos[0]), message: sentence(e.code, e.message) })) };
  }
  if (doc.contents === null) return { problems: [{ place: at(0), message: 'The file is empty.' }] };
  try {
    return { spec: new Resolver(doc, at).resolve(doc.contents as ParsedNode, 0) };
  } catch (error) {
    if (error instanceof Refused) return { problems: [error.problem] };
    throw error;
  }
}

function sentence(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS')
    return 'The file must hold one YAML document: remove this `---` and what follows.';
  if (code === 'DUPLICATE_KEY') return 'This key stands here twice: keep one.';
  if (code === 'TAB_AS_INDENT') return 'A tab cannot indent YAML: use spaces.';
  if (message.includes('call stack')) return 'The file is nested too deeply.';
  return `This is not YAML: ${message.split('\n')[0]?.replace(/[.:]?$/, '.')}`;
}

class Refused extends Error {
  readonly problem: Problem;

  constructor(place: Place, message: string) {
    super(message);
    this.problem = { place, message };
  }
}

class Resolver {
  readonly #doc: YamlDocument;
  readonly #at: (offset: number) => Place;
  #nodes = 0;

  constructor(doc: YamlDocument, at: (offset: number) => Place) {
    this.#doc = doc;
    this.#at = at;
  }

  resolve(node: ParsedNode | null, depth: number): Node {
    const place = this.#at(node?.range[0] ?? 0);
    if (++this.#nodes > limits.nodes)
      throw new Refused(
        place,
        `The file holds more than ${limits.nodes} values once its aliases are expanded.`,
      );
    if (depth > limits.depth) throw new Refused(place, 'The file is nested too deeply.');
    if (node === null) return { kind: 'scalar', value: null, text: '', place };
    if (isAlias(node)) {
      const target = node.resolve(this.#doc) as ParsedNode | undefined;
      if (!target) throw new Refused(place, `There is no anchor \`&${node.source}\` above this alias.`);
      return this.resolve(target, depth + 1);
    }
    if (isSeq(node))
      return {
        kind: 'list',
        place,
        items: node.items.map((item) => this.resolve(item as ParsedNode, depth + 1)),
      };
    if (isMap(node)) return { kind: 'map', place, entries: this.#entries(node, depth) };
    if (!isScalar(node)) throw new Refused(place, 'This value is of no kind that can stand here.');
    const { value } = node;
    if (typeof value === 'string') return { kind: 'scalar', value, text: value, place };
    const plain = typeof value === 'number' || typeof value === 'boolean' || value === null;
    if (!plain) throw new Refused(place, 'Use text, a number, true or false here.');
    return { kind: 'scalar', value, text: value === null ? '' : (node.source ?? String(value)), place };
  }

  #entries(node: ParsedNode, depth: number): Entry[] {
    const entries = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const pair of (node as { items: { key: ParsedNode; value: ParsedNode | null }[] }).items) {
      const key = this.resolve(pair.key, depth + 1);
      if (key.kind !== 'scalar') throw new Refused(key.place, 'A key must be plain text.');
      // An empty value has no place of its own: it stands where its key does.
      const value = pair.value?.range
        ? this.resolve(pair.value, depth + 1)
        : ({ kind: 'scalar', value: null, text: '', place: key.place } as const);
      if (key.text === '<<') {
        for (const map of value.kind === 'list' ? value.items : [value]) {
          if (map.kind !== 'map') throw new Refused(map.place, 'A merge key takes a map or a list of maps.');
          merged.push(...map.entries);
        }
      } else if (entries.has(key.text)) {
        // `1` and `"1"` differ for YAML and not for anybody who reads them as names.
        throw new Refused(key.place, 'This key stands here twice: keep one.');
      } else entries.set(key.text, { key: key.text, place: key.place, value });
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  }
}
