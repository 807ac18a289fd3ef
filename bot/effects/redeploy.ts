import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, markOf, notDone, pipelineTarget } from './asked.ts';
import { afterwards } from './rollback.ts';

const schema = z.object({
  ...asked,
  stage: z.string(),
  /** The run that goes out, as far as is known. */
  from: z.string().optional(),
  /** The run that goes back in. */
  to: z.string(),
  /** The deployment whose revision is deployed again. */
  deployment: z.string(),
  /** What goes out and what returns, in words. */
  change: z.string(),
  why: z.string(),
  commits: z.array(z.string()).optional(),
});

/** Deploys an earlier revision again, once: CreateDeployment takes no client token, so its description tells ours. */
export default defineEffect({
  kind: 'redeploy',
  schema,
  target: pipelineTarget,
  async perform(effect, ports, attempt) {
    const { pipeline, stage, to, deployment, name, change, why, request } = effect;
    const what = `rollback ${pipeline} ${stage} --to ${to}`;
    const description = `Rollback by Drawbridge ${markOf(`redeploy ${request}`)}`;
    try {
      const there = attempt.number > 1 && (await ports.deployments.described(deployment, description));
      const id = there || (await ports.deployments.repeat(deployment, description));
      const text = [
        { strong: `${name} is rolling back ${pipeline}` },
        ` in ${stage}: ${change} (deployment `,
        { code: id },
        `). ${why}`,
      ];
      return done(effect, ports, { what, text, run: to, more: afterwards(effect) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not rolled back: ${error.message}` });
    }
  },
});
