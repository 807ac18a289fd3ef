import type { Inline, Line, View } from '../../shared/render/view.ts';
import type { Change, Run } from '../../shared/run/model.ts';

/** A run's change in a few words: `1f3a9c2 “Fix the door” by ada`. */
export function changeText(change: Change): string {
  const { commit, revision, message, author, actor } = change;
  const what = commit?.slice(0, 7) ?? (revision ? `revision ${revision.slice(0, 12)}` : 'an unknown change');
  const who = author ?? actor;
  return [what, message && `“${message}”`, who && `by ${who}`].filter(Boolean).join(' ');
}

/** A run named for people: the first part of its id, which is enough within one pipeline. */
export function shortId(run: Pick<Run, 'id'>): string {
  return run.id.slice(0, 8);
}

/** `3 minutes ago`. */
export function ago(at: number | undefined, now: number): string {
  if (at === undefined) return 'at an unknown time';
  const minutes = Math.max(0, Math.round((now - at) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return count(minutes, 'minute');
  if (minutes < 48 * 60) return count(Math.round(minutes / 60), 'hour');
  return count(Math.round(minutes / 60 / 24), 'day');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'} ago`;
}

/** A sentence of ours whose words between backticks are code. */
export function withCode(text: string): Line {
  const parts = text.split('`');
  // An odd mark out is a mark.
  if (parts.length % 2 === 0) return text;
  return parts.flatMap((part, index): Inline[] => {
    if (part === '') return [];
    return [index % 2 === 1 ? { code: part } : part];
  });
}

/** At most `limit` UTF-16 units, and no half of a character at the end. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A question with its answers, each a command to press or to write. */
export function question(text: string, choices: readonly { label: string; command: string }[]): View {
  return {
    summary: text,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'list',
        items: choices.map(({ label, command }): Inline[] => [`${label}: `, { code: `/deploy ${command}` }]),
      },
      // Slack takes 25 buttons in a row of them: https://docs.slack.dev/reference/block-kit/blocks/actions-block
      { kind: 'buttons', buttons: choices.slice(0, 25) },
    ],
  };
}
