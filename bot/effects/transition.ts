import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  stage: z.string(),
  to: z.enum(['closed', 'open']),
  reason: z.string(),
});

/** Closes or opens the way into a stage; doing it twice is doing it once. */
export default defineEffect({
  kind: 'transition',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, stage, to, name, reason } = effect;
    const what = `${to === 'closed' ? 'pause' : 'resume'} ${pipeline} ${stage}`;
    try {
      if (to === 'closed') {
        await ports.stages.close({ pipeline, stage, reason: `${name}: ${reason} (Drawbridge)` });
      } else {
        await ports.stages.open({ pipeline, stage });
      }
      const deed = to === 'closed' ? 'lets nothing into' : 'lets runs into';
      const text = [{ strong: `${name} ${deed} ${stage} of ${pipeline}` }, `: “${reason}”`];
      return done(effect, ports, { what, text });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const failed = to === 'closed' ? 'Not paused' : 'Not resumed';
      return notDone(effect, ports, { what, text: `${failed}: ${error.message}` });
    }
  },
});
