import { z } from 'zod';
import { defineEffect } from '../effect.ts';

/** Sets the status that a commit has from a pipeline. GitHub shows the last one of a context, so again is harmless. */
export default defineEffect({
  kind: 'mark-commit',
  schema: z.object({
    repository: z.string(),
    commit: z.string(),
    context: z.string(),
    state: z.enum(['pending', 'success', 'failure', 'error']),
    description: z.string(),
    url: z.string(),
  }),
  target: ({ repository, commit }) => `github:${repository}:${commit}`,
  coalesce: ({ repository, commit, context }) => `status ${repository}@${commit} ${context}`,
  async perform(effect, { github }) {
    await github.setStatus(effect);
    return [];
  },
});
