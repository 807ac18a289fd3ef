import { z } from 'zod';
import { defineEffect } from '../effect.ts';

/** Puts a reaction on a GitHub comment; GitHub keeps one of a kind, so again is harmless. */
export default defineEffect({
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
