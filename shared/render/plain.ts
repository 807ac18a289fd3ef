/**
 * What is not seen: controls, of direction too, which make text read as something else than it is, zero-width
 * characters, separators of lines, blank letters. What joins two emoji to one stays. https://trojansource.codes
 */
const tricks =
  /(?:(?!(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0])+/gu;
/** More marks on one letter than any language writes reach over the lines above and below. */
const piledUp = /(\p{M}{4})\p{M}+/gu;
const ellipsis = '…';

/** One line of somebody else's text: without what is not seen, escape sequences and tricks of direction. */
export function plainLine(text: string): string {
  return withoutColours(text).replace(tricks, ' ').replace(piledUp, '$1').toWellFormed();
}

/** At most `limit` UTF-16 units, cut between characters, with an ellipsis where something is missing. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}${ellipsis}`;
}

/** Build tools write colours as ECMA-48 control sequences. */
function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for.
  return text.replace(/\u001B\[[0-9;?]*[ -/]*[@-~]/g, '');
}
