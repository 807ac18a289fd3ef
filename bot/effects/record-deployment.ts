import { z } from 'zod';
import { defineEffect } from '../effect.ts';

/** Keeps the one GitHub Deployment of a run. What the Action has made for it is taken up, not doubled. */
export default defineEffect({
  kind: 'record-deployment',
  schema: z.object({
    repository: z.string(),
    commit: z.string(),
    environment: z.string(),
    pipeline: z.string(),
    run: z.string(),
    pullRequest: z.number().optional(),
    state: z.enum(['in_progress', 'success', 'failure', 'error', 'inactive']),
    description: z.string(),
    url: z.string(),
  }),
  target: ({ repository, environment }) => `github:${repository}:${environment}`,
  coalesce: ({ repository, pipeline, run }) => keyOf(repository, pipeline, run),
  async perform(effect, { github, store }) {
    const { repository, pipeline, run, environment } = effect;
    const key = keyOf(repository, pipeline, run);
    const known = (await store.shown(key))?.id;
    const deployment =
      (known && Number(known)) ||
      ((await github.findDeployment(effect)) ?? (await github.createDeployment(effect)));
    if (!known) {
      const place = `${repository}:${environment}`;
      await store.transaction((tx) => tx.putShown({ key, place, pipeline, run, id: String(deployment) }));
    }
    await github.setDeploymentStatus({ ...effect, deployment });
    return [];
  },
});

function keyOf(repository: string, pipeline: string, run: string): string {
  return `deployment ${repository} ${pipeline}/${run}`;
}
