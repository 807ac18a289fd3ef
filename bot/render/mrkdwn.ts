import { clip, plainLine } from '../../shared/render/plain.ts';
import type { Inline, Line } from '../../shared/render/view.ts';

/**
 * A line as Slack's mrkdwn of at most `limit` characters. What others wrote stays text: it cannot become a
 * link, a mention or a format, https://docs.slack.dev/messaging/formatting-message-text#escaping. It is cut between
 * characters, never inside an escape or a link, and ends in `…` then.
 */
export function mrkdwn(line: Line, limit: number): string {
  let text = '';
  for (const part of typeof line === 'string' ? [line] : line) {
    const piece = inline(part);
    if (text.length + piece.length <= limit) {
      text += piece;
      continue;
    }
    const room = limit - text.length - 1;
    if (room < 0) return `${dropLast(text)}…`;
    return `${text}${typeof part === 'string' ? escapeUpTo(unmarked(plainLine(part)), room) : ''}…`;
  }
  return text;
}

/** Preformatted lines, the last of them if not all fit, under a note of how many are missing. */
export function preformatted(lines: readonly string[], limit: number): string {
  const fence = '```';
  const note = (count: number) => `… ${count} ${count === 1 ? 'line' : 'lines'} left out\n`;
  const room = limit - 2 * fence.length - 2 - note(lines.length).length;
  const kept: string[] = [];
  let length = 0;
  for (const line of lines.toReversed()) {
    const whole = escapeText(withoutFence(line));
    const text = whole.length <= room ? whole : `${escapeUpTo(withoutFence(line), room - 1)}…`;
    if (length + text.length + 1 > room + 1) break;
    kept.unshift(text);
    length += text.length + 1;
  }
  const missing = lines.length - kept.length;
  return `${fence}\n${missing > 0 ? note(missing) : ''}${kept.join('\n')}\n${fence}`;
}

/** Plain text of at most `limit` characters, for where Slack takes no markup. */
export function plainText(text: string, limit: number): string {
  return clip(plainLine(text), limit);
}

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeText(unmarked(plainLine(part)));
  if ('strong' in part) return wrap(unmarked(part.strong), '*');
  if ('code' in part) return wrap(part.code.replaceAll('`', 'ˋ'), '`');
  if ('link' in part) return link(part.link, part.to);
  if ('slack' in part) return mention(part.slack);
  return escapeText(unmarked(plainLine(`@${part.github}`)));
}

// mrkdwn has no way to escape these: what looks the same and marks nothing stands in their place.
const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** Text in which no mark makes anything bold, slanted, struck through or code; within a word `_` marks nothing. */
function unmarked(text: string): string {
  return text.replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => lookalikes[mark] ?? mark);
}

function wrap(text: string, mark: string): string {
  const inner = escapeText(plainLine(text).trim());
  return inner === '' ? '' : `${mark}${inner}${mark}`;
}

function link(label: string, to: string): string {
  const text = escapeText(unmarked(plainLine(label).replaceAll('|', '¦')));
  if (!URL.canParse(to) || !/^https?:/i.test(to)) return text;
  const address = new URL(to).href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return address.length > longestAddress ? text : `<${address.replaceAll('&', '&amp;')}|${text || address}>`;
}

const longestAddress = 2000;

/** Only what can be an id is a mention: a name that says `channel` or `here` stays a word. */
function mention(id: string): string {
  if (/^[UW][A-Z0-9]{2,20}$/.test(id)) return `<@${id}>`;
  if (/^S[A-Z0-9]{2,20}$/.test(id)) return `<!subteam^${id}>`;
  return escapeText(unmarked(plainLine(`@${id}`)));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeUpTo(text: string, room: number): string {
  let escaped = '';
  for (const character of text) {
    const next = escapeText(character);
    if (escaped.length + next.length > room) break;
    escaped += next;
  }
  return escaped;
}

/** Without what was added last: one link, mention, entity or character. */
function dropLast(text: string): string {
  return text.replace(/(?:<[^<>]*>|&(?:amp|lt|gt);|.)$/su, '');
}

function withoutFence(line: string): string {
  return plainLine(line).replaceAll('```', 'ˋˋˋ');
}
