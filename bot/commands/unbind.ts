import { reasonToCome } from './bind.ts';
import type { AnyCommand } from './define.ts';

/** The words that stand for a command with these arguments: what `bind` makes of them is the same again. */
export function unbind(
  { name, words, insteadOfPipeline, flags = {} }: AnyCommand,
  args: Readonly<Record<string, unknown>>,
): string {
  const text = words.at(-1)?.endsWith('…') ? args[words.at(-1)!.slice(0, -1)] : undefined;
  const given = (value: unknown): value is string => typeof value === 'string';
  return [
    name,
    ...(insteadOfPipeline && args[insteadOfPipeline] === true ? [insteadOfPipeline] : []),
    ...words
      .map((word) => args[word])
      .filter(given)
      .map(quoted),
    ...Object.keys(flags).flatMap((flag) => {
      const value = args[flag];
      if (value === true) return [`--${flag}`];
      return given(value) ? [`--${flag}=${quoted(value)}`] : [];
    }),
    ...Object.entries(args.variables ?? {}).map(([key, value]) => `${key}=${quoted(String(value))}`),
    ...(given(text) && text !== reasonToCome ? [quoted(text)] : []),
  ].join(' ');
}

/** One word: in quotation marks where it would be several, or a flag; those it has itself stay as they are. */
function quoted(text: string): string {
  if (/^[^\s"“”„«»—–-]\S*$/.test(text)) return text;
  return /["“”]/.test(text) ? text : `"${text}"`;
}
