import type { KnownBlock } from '@slack/types';

/** Everything in the blocks that Slack reads as mrkdwn. */
export function markupIn(blocks: readonly KnownBlock[]): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { type, text } = value as { type?: unknown; text?: unknown };
      if (type === 'mrkdwn' && typeof text === 'string') found.push(text);
      Object.values(value).forEach(visit);
    }
  };
  visit(blocks);
  return found;
}
