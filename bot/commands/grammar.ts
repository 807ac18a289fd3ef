import { UserError } from '../../shared/errors.ts';

/** One word of a command. `raw` is as it was written, quotes and all; `quoted` words are never flags. */
export interface Word {
  readonly value: string;
  readonly raw: string;
  readonly quoted: boolean;
}

/** Longer commands are refused: the longest reason AWS takes has 512 characters. */
const longestText = 4_000;
const longestWord = 1_500;

// Phones and Slack put typographic quotes where plain ones were typed.
const closing: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
};

/** Cuts a command into words in one pass. Throws a `UserError` for what cannot be one. */
export function wordsOf(text: string): Word[] {
  if (text.length > longestText) throw new UserError(`A command has at most ${longestText} characters.`);
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    const word = readWord(text, at);
    if (word.value.length > longestWord) {
      throw new UserError(`“${word.value.slice(0, 20)}…” is longer than ${longestWord} characters.`);
    }
    words.push(word);
    at += word.raw.length;
  }
  return words;
}

/** A quotation mark opens at the start of a word or after its `=`; elsewhere it is a letter like any other. */
function readWord(text: string, start: number): Word {
  let value = '';
  let quoted = false;
  let at = start;
  while (at < text.length && !isSpace(text.charAt(at))) {
    const ends = closing[text.charAt(at)];
    if (ends && (at === start || text.charAt(at - 1) === '=')) {
      const end = indexOfAny(text, ends, at + 1);
      if (end < 0)
        throw new UserError(`A quotation mark is opened before “${peek(text, at)}” and not closed.`);
      value += text.slice(at + 1, end);
      quoted ||= at === start;
      at = end + 1;
    } else {
      value += text.charAt(at);
      at += 1;
    }
  }
  return { value: quoted ? value : plainDashes(value), raw: text.slice(start, at), quoted };
}

/** Slack and phones turn `--to` into `—to`. */
function plainDashes(word: string): string {
  return /^[—–][a-z]/.test(word) ? `--${word.slice(1)}` : word;
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function indexOfAny(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at++) if (characters.includes(text.charAt(at))) return at;
  return -1;
}

function peek(text: string, at: number): string {
  const [first] = text.slice(at + 1, at + 20).split(/\s/);
  return first ?? '';
}

/**
 * What was typed in Slack, without what Slack makes of it: `<@U1|ada>` is `@U1`, `<#C1|deploys>` is `#C1`,
 * `<https://x.example|x.example>` is what stood there, and `&amp;` is `&`.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function withoutSlackMarkup(text: string): string {
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) break;
    plain += text.slice(at, open) + unlinked(text.slice(open + 1, close));
    at = close + 1;
  }
  return (plain + text.slice(at)).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function unlinked(link: string): string {
  const bar = link.indexOf('|');
  const target = bar < 0 ? link : link.slice(0, bar);
  const label = bar < 0 ? '' : link.slice(bar + 1);
  if (/^[@#!]/.test(target)) return target;
  // A bare domain or address that Slack made a link of was typed as its label.
  const typed = target === `http://${label}` || target === `mailto:${label}`;
  return typed ? label : target;
}

/** The candidate that was probably meant, if one is at most two slips away. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    // Two slips in a word of three letters is another word.
    .filter(({ candidate, slips }) => slips <= Math.min(2, Math.floor(candidate.length / 2)))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.candidate;
}

/** Letters put in, left out, changed or swapped with their neighbour: Damerau–Levenshtein, optimal alignment. */
export function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let slips = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) slips = Math.min(slips, before[column - 2]! + 1);
      line.push(slips);
    }
    before = last;
    last = line;
  }
  return last[other.length]!;
}
