import { z } from 'zod';
import { defineEffect, type Effect } from '../effect.ts';
import type { Origin } from '../request.ts';

/** Puts a reaction on a GitHub comment; GitHub keeps one of a kind, so again is harmless. */
const react = defineEffect({
  kind: 'react',
  schema: z.object({
    repository: z.string(),
    comment: z.number(),
    reaction: z.enum(['eyes', 'rocket', '-1']),
  }),
  target: ({ repository, comment }) => `github:${repository}:reactions:${comment}`,
  async perform(effect, { github }) {
    await github.react(effect);
    return [];
  },
});

export default react;

/** Shows on a comment how what it asked for has ended; in Slack the answer alone does. */
export function reactionTo(origin: Origin, isDone: boolean): Effect[] {
  if (origin.kind === 'slack') return [];
  const { repository, comment } = origin;
  return [react.of({ repository, comment, reaction: isDone ? 'rocket' : '-1' })];
}
