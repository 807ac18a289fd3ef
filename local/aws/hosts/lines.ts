import { StringDecoder } from 'node:string_decoder';

/** In characters. Whoever writes without end and without line feeds must not fill the memory. */
const longestLine = 64 * 1024;

/** The lines of an output, without their ends; one that is too long comes in pieces. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split(/\r?\n/);
    rest = lines.pop()!;
    yield* lines.flatMap(inPieces);
    if (rest.length < longestLine) continue;
    const pieces = inPieces(rest);
    rest = pieces.pop()!;
    yield* pieces;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

function inPieces(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const count = Math.ceil(line.length / longestLine);
  return Array.from({ length: count }, (_, n) => line.slice(n * longestLine, (n + 1) * longestLine));
}
