import { UserError } from '../shared/errors.ts';
import { Secret } from '../shared/secrets/secret.ts';

/**
 * One input: what `action.yml` says of it and what its text means. Hand-made rather than of a schema library
 * because the whole Action is to start within a few milliseconds of bare Node; zod alone takes about five.
 */
export interface Input<T> {
  readonly description: string;
  /** As it stands in `action.yml`; an input left empty has it too. */
  readonly default: string;
  readonly required?: true;
  /** The meaning of a text that is not empty; says what is wrong with it as the end of a sentence. */
  readonly parse: (text: string) => T | Wrong;
}

/** What is wrong, as it goes on after "The input `x` ". */
export class Wrong {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Words = { readonly description: string; readonly default?: string; readonly required?: true };

export function text(words: Words & { pattern?: RegExp; must?: string }): Input<string> {
  return {
    ...words,
    default: words.default ?? '',
    parse: (value) => (words.pattern?.test(value) === false ? new Wrong(words.must ?? '') : value),
  };
}

export function secret(words: Words): Input<Secret> {
  return { ...words, default: words.default ?? '', parse: (value) => new Secret(value) };
}

export function choice<const T extends string>(
  words: Words & { of: readonly T[]; default: NoInfer<T> },
): Input<T> {
  return {
    ...words,
    parse: (value) =>
      words.of.find((one) => one === value) ?? new Wrong(`must be ${either(words.of)}, not \`${value}\``),
  };
}

/** Words of a fixed set, separated by commas, spaces or lines; the word `none` is the empty set. */
export function several<const T extends string>(
  words: Words & { of: readonly T[]; default: string },
): Input<readonly T[]> {
  return {
    ...words,
    parse: (value) => {
      if (value === 'none') return [];
      const given = value.split(/[\s,]+/).filter(Boolean);
      const unknown = given.find((one) => !words.of.some((known) => known === one));
      if (unknown !== undefined) return new Wrong(`takes ${either(words.of)}, or none; not \`${unknown}\``);
      return words.of.filter((known) => given.includes(known));
    },
  };
}

/** One item a line; an empty line and one that begins with `#` are nothing. */
export function lines(words: Words): Input<readonly string[]> {
  return { ...words, default: words.default ?? '', parse: linesOf };
}

/** A whole number between the two, both included. */
export function whole(words: Words & { default: string; from: number; to: number }): Input<number> {
  return {
    ...words,
    parse: (value) => {
      const number = Number(value);
      const fits = Number.isInteger(number) && number >= words.from && number <= words.to;
      return fits
        ? number
        : new Wrong(`must be a whole number from ${words.from} to ${words.to}, not \`${value}\``);
    },
  };
}

export function linesOf(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
}

/** What an input's text means; undefined when it is empty and has no default. */
export function readInput<T>(name: string, input: Input<T>, given: string): T | undefined {
  const value = given.trim() || plainDefault(input);
  if (!value) {
    if (!input.required) return undefined;
    throw new UserError(`The input \`${name}\` is missing: give ${lower(input.description)}`);
  }
  const parsed = input.parse(value);
  if (parsed instanceof Wrong) throw new UserError(`The input \`${name}\` ${parsed.text}.`);
  return parsed;
}

/** The runner puts in what an expression stands for; where there is no runner, it stands for nothing. */
function plainDefault({ default: text }: Input<unknown>): string {
  return text.startsWith('${{') ? '' : text;
}

/** `a`, `b` or `c` */
function either(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
