import fc from 'fast-check';
import type { Target } from './parsers.ts';

/** Hostile to a regular expression that backtracks, and to a reader that recurses. */
export const repeated = [
  ...[
    'a',
    ' ',
    '\t',
    '\n',
    '-',
    '—',
    '"',
    '“',
    '`',
    '~',
    '<',
    '<!--',
    '<a|',
    '&amp;',
    '=',
    'a=',
    '--a ',
    '\\',
    '#',
    '.',
  ],
  ...[
    '[',
    '{',
    '- ',
    '? ',
    ': ',
    'a: ',
    '\n- ',
    '[a,',
    '{"a":',
    '&a ',
    '*a ',
    '!',
    '0',
    '9.',
    'RETRY-1-',
    'a? ',
    '/',
    '*',
    '**/',
  ],
];

/** Where in a text: clamped to it. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

function spoil(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, { at, length, put }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + put + now.slice(start + length);
  }, text);
}

/** Texts near to what a parser takes, made of what its language is made of, repeated beyond reason, or anything. */
export function inputsFor({ examples, tokens }: Target): fc.Arbitrary<string> {
  const token = fc.oneof(fc.constantFrom(...tokens), fc.constantFrom(...repeated));
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const example = fc.constantFrom(...examples);
  const run = fc.tuple(token, fc.integer({ min: 1, max: 400 })).map(([unit, times]) => unit.repeat(times));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(400)),
    put: fc.oneof(fc.constant(''), token, fc.string({ maxLength: 6 }), anything, run),
  });
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(example, fc.array(edit, { minLength: 1, maxLength: 5 }))
        .map(([text, edits]) => spoil(text, edits)),
    },
    { weight: 3, arbitrary: fc.array(token, { maxLength: 40 }).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.tuple(token, run, run, token).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.oneof(anything, fc.anything({ maxDepth: 3 }).map(asText)) },
  );
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member)) ?? '';
}
