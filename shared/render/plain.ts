// Bidirectional controls can make text read as something else than it is: https://trojansource.codes
const tricks = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
const ellipsis = '…';

/** One line of somebody else's text: without control characters, escape sequences and tricks of direction. */
export function plainLine(text: string): string {
  return withoutColours(text).replace(tricks, ' ').toWellFormed();
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
