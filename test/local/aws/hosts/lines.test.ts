import { expect, test } from 'vitest';
import { linesOf } from '../../../../local/aws/hosts/lines.ts';

async function lines(...chunks: (string | Buffer)[]): Promise<string[]> {
  async function* output() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const found: string[] = [];
  for await (const line of linesOf(output())) found.push(line);
  return found;
}

test.each<[(string | Buffer)[], string[]]>([
  [[], []],
  [['a\nb\n'], ['a', 'b']],
  [
    ['a', 'b\nc'],
    ['ab', 'c'],
  ],
  [
    ['a\r', '\nb\r\n'],
    ['a', 'b'],
  ],
  [['\n\n'], ['', '']],
  [[Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ['é']],
])('%j are the lines %j', async (chunks, expected) => {
  expect(await lines(...chunks)).toEqual(expected);
});

test('a line without end comes in pieces, with nothing lost', async () => {
  const chunk = 'x'.repeat(50_000);
  const found = await lines(chunk, chunk, chunk, chunk, 'y\nz');
  expect(found.join('')).toBe(`${chunk.repeat(4)}yz`);
  expect(Math.max(...found.map((line) => line.length))).toBeLessThanOrEqual(64 * 1024);
  expect(found.at(-1)).toBe('z');
});
