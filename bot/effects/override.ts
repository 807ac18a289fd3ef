import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  stage: z.string(),
  run: z.string(),
  condition: z.enum(['BEFORE_ENTRY', 'ON_SUCCESS']),
  reason: z.string(),
});

/** Overrides a condition, once: where it no longer stands as failed, an earlier try of ours did it. */
export default defineEffect({
  kind: 'override',
  schema,
  target: pipelineTarget,
  async perform(effect, ports, attempt) {
    const { pipeline, stage, run, condition, name, reason } = effect;
    const what = `override ${pipeline} ${stage}`;
    try {
      const state = (await ports.stages.states(pipeline)).find((each) => each.stage === stage);
      const stands = state?.run === run && state.failedCondition?.kind === condition;
      if (stands || attempt.number === 1) await ports.stages.override({ pipeline, stage, run, condition });
      const text = [
        { strong: `${name} overrode the ${conditionText[condition]} condition of ${stage} of ${pipeline}` },
        `: “${reason}”`,
      ];
      return done(effect, ports, { what, text, run });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not overridden: ${error.message}`, run });
    }
  },
});

export const conditionText = { BEFORE_ENTRY: 'entry', ON_SUCCESS: 'success' } as const;
