import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  /** Empty for the whole pipeline. */
  stage: z.string(),
  reason: z.string(),
  /** The stages to let nobody into at AWS, too. */
  close: z.array(z.string()),
});

/** Locks a pipeline or a stage: noted first, so that nothing gets by while AWS is told. */
export default defineEffect({
  kind: 'lock',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, stage, reason, name, close } = effect;
    const what = `lock ${pipeline}${stage && ` ${stage}`}${close.length > 0 ? ' --hard' : ''}`;
    const note = { kind: 'lock' as const, scope: pipeline, key: stage };
    await ports.store.transaction((tx) => tx.putNote({ ...note, value: { reason, name, closed: close } }));
    try {
      for (const each of close) {
        await ports.stages.close({
          pipeline,
          stage: each,
          reason: `Locked by ${name}: ${reason} (Drawbridge)`,
        });
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const text = `Locked here, but AWS did not close the way: ${error.message}`;
      return notDone(effect, ports, { what, text });
    }
    const subject = stage ? `${stage} of ${pipeline}` : pipeline;
    const hard = close.length > 0 ? `; AWS lets nothing into ${close.join(', ')}` : '';
    return done(effect, ports, {
      what,
      text: [{ strong: `${name} locked ${subject}` }, `: “${reason}”${hard}`],
    });
  },
});
