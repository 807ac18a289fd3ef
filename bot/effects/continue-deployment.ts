import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  run: z.string(),
  deployment: z.string(),
  wait: z.enum(['READY_WAIT', 'TERMINATION_WAIT']),
});

/** Ends a deployment's wait, once: one that no longer waits was continued by an earlier try. */
export default defineEffect({
  kind: 'continue',
  schema,
  target: pipelineTarget,
  async perform(effect, ports, attempt) {
    const { pipeline, run, deployment, wait, name } = effect;
    const what = `continue ${pipeline} ${deployment}${wait === 'TERMINATION_WAIT' ? ' --terminate' : ''}`;
    try {
      const waits = (await ports.deployments.read(deployment))?.status === 'Ready';
      // A wait before the old hosts end has no state of its own, and AWS refuses a second call.
      if (waits || attempt.number === 1) await ports.deployments.proceed(deployment, wait);
      const deed =
        wait === 'READY_WAIT' ? 'lets the traffic over to the new hosts' : 'lets the old hosts end';
      return done(effect, ports, {
        what,
        text: [{ strong: `${name} ${deed}` }, ` in deployment `, { code: deployment }, ` of ${pipeline}`],
        run,
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not continued: ${error.message}`, run });
    }
  },
});
