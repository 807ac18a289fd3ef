import { toMarkdown } from './markdown.ts';
import type { View } from './view.ts';

// https://github.com/orgs/community/discussions/27190
const longestComment = 65_536;

/** A view as a comment that its marker finds again; the marker is not seen. */
export function commentBody(view: View, marker: string): string {
  const head = `${hiddenMarker(marker)}\n`;
  return head + toMarkdown(view, longestComment - head.length);
}

/** What a comment with this marker begins with. */
export function hiddenMarker(marker: string): string {
  return `<!-- drawbridge: ${marker.replaceAll('>', '')} -->`;
}

/**
 * Tells a comment of the Action from one of the bot's: a GitHub App may not edit what another has written.
 * https://github.com/magewirephp/magewire/pull/294
 */
export const byAction = '<!-- by the Action -->';

/** The marker of the one message that shows a run at a place, such as `acme/shop#7`: the bot and the Action share it. */
export function runMarker(run: { pipeline: string; run: string }, place: string): string {
  return `run ${run.pipeline}/${run.run} at ${place}`;
}
