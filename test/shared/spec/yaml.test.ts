import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Node, parseYaml } from '../../../shared/spec/yaml.ts';

/** The problems as an editor shows them, without the file's name. */
function problemsOf(text: string): string[] {
  const { problems = [] } = parseYaml(text, 'a.yml');
  return problems.map(({ place, message }) => `${place.line}:${place.column}: ${message}`);
}

/** What a tree of nodes stands for, scalars as they were written. */
function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

function parsed(text: string): Node {
  const result = parseYaml(text, 'a.yml');
  if (result.problems) throw new Error(JSON.stringify(result.problems));
  return result.spec;
}

describe('parseYaml', () => {
  it('remembers where every key and value stands', () => {
    const node = parsed('a: 1\nb:\n  - x\n  - deep: y\n');
    if (node.kind !== 'map') throw new Error(node.kind);
    expect(node.entries[1]?.place).toEqual({ file: 'a.yml', line: 2, column: 1 });
    const list = node.entries[1]?.value;
    if (list?.kind !== 'list') throw new Error(list?.kind);
    expect(list.items[0]?.place).toEqual({ file: 'a.yml', line: 3, column: 5 });
    const map = list.items[1];
    if (map?.kind !== 'map') throw new Error(map?.kind);
    expect(map.entries[0]?.value.place).toEqual({ file: 'a.yml', line: 4, column: 11 });
  });

  it('keeps scalars as they were written beside what they mean', () => {
    expect(plain(parsed('{a: 0.20, b: yes, c: ~, d: "q", e: 0x1F}'))).toEqual({
      a: '0.20',
      b: 'yes',
      c: '',
      d: 'q',
      e: '0x1F',
    });
  });

  it('resolves anchors and merge keys, what is written winning over what is merged', () => {
    const text = 'base: &b {x: 1, y: 2}\none: *b\ntwo:\n  <<: *b\n  y: 3\n';
    expect(plain(parsed(text))).toEqual({
      base: { x: '1', y: '2' },
      one: { x: '1', y: '2' },
      two: { y: '3', x: '1' },
    });
  });

  it.each([
    ['', '1:1: The file is empty.'],
    ['# only a comment\n', '1:1: The file is empty.'],
    ['a: 1\nb: 2\na: 3\n', '3:1: This key stands here twice: keep one.'],
    ['1: a\n"1": b\n', '2:1: This key stands here twice: keep one.'],
    ['a: 1\n---\nb: 2\n', '2:1: The file must hold one YAML document: remove this `---` and what follows.'],
    ['a:\n\tb: 1\n', '2:1: A tab cannot indent YAML: use spaces.'],
    ['a: *nowhere\n', '1:4: There is no anchor `&nowhere` above this alias.'],
    ['a: &a [*a]\n', '1:7: The file is nested too deeply.'],
    ['? [a]\n: b\n', '1:3: A key must be plain text.'],
    ['a:\n  <<: text\n', '2:7: A merge key takes a map or a list of maps.'],
    ['a: "unclosed\n', '2:1: This is not YAML: Missing closing "quote.'],
  ])('refuses %j with its place', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('stops a billion laughs, a deep nest and a huge file', () => {
    const laughs = ['a: &a [l, l, l, l, l, l, l, l, l]'];
    for (let i = 1; i < 9; i++) {
      const [name, last] = ['abcdefghi'[i], 'abcdefghi'[i - 1]];
      laughs.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`);
    }
    expect(problemsOf(laughs.join('\n'))).toEqual([
      expect.stringContaining('more than 20000 values once its aliases'),
    ]);
    expect(problemsOf('['.repeat(50_000))).toEqual([expect.stringContaining('nested too deeply')]);
    expect(problemsOf('x'.repeat(1_048_577))).toEqual(['1:1: The file is larger than 1 MiB.']);
  });

  it('answers any text with a tree or with problems, and never throws', () => {
    const yamlish = fc.string({
      unit: fc.constantFrom(...'ab:-*&[]{}"\'|>#!? \n\t<,%@`~01.\\'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), yamlish), (text) => {
        const result = parseYaml(text, 'a.yml');
        for (const { place } of result.problems ?? []) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.column).toBeGreaterThan(0);
        }
        expect(result.problems === undefined || result.problems.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
