import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  /** Empty for the whole pipeline. */
  stage: z.string(),
  reason: z.string(),
  /** Whose lock it was. */
  owner: z.string(),
  /** The stages that the lock closed at AWS. */
  open: z.array(z.string()),
});

/** Lifts a lock: AWS first, so that a lock that is gone holds nothing up. */
export default defineEffect({
  kind: 'unlock',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, stage, reason, name, owner, open } = effect;
    const what = `unlock ${pipeline}${stage && ` ${stage}`}`;
    try {
      for (const each of open) await ports.stages.open({ pipeline, stage: each });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not unlocked: ${error.message}` });
    }
    await ports.store.transaction((tx) => tx.dropNote({ kind: 'lock', scope: pipeline, key: stage }));
    const subject = stage ? `${stage} of ${pipeline}` : pipeline;
    const whose = owner === name ? '' : `, which ${owner} had locked`;
    return done(effect, ports, {
      what,
      text: [{ strong: `${name} unlocked ${subject}` }, `${whose}: “${reason}”`],
    });
  },
});
