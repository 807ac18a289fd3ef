import { z } from 'zod';
import { isFinal } from '../../shared/run/model.ts';
import { cut } from '../commands/words.ts';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({ ...asked, run: z.string(), abandon: z.boolean(), reason: z.string() });

/** Stops a run. One that is stopping already may still be told to abandon what it does. */
export default defineEffect({
  kind: 'stop',
  schema,
  target: pipelineTarget,
  async perform(effect, ports, attempt) {
    const { pipeline, run: id, abandon, name, reason } = effect;
    const what = `stop ${pipeline} ${id}${abandon ? ' --abandon' : ''}`;
    try {
      const run = await ports.pipelines.run(pipeline, id);
      const before = attempt.number > 1 && ['Stopping', 'Stopped'].includes(run.status);
      if (!before && isFinal(run)) {
        return notDone(effect, ports, {
          what,
          text: `Not stopped: the run is ${run.status} already.`,
          run: id,
        });
      }
      if (!before) await ports.pipelines.stop({ pipeline, id, abandon, reason: reasonText(name, reason) });
      const how = abandon ? ', abandoning what it does' : ' after what it does now';
      return done(effect, ports, {
        what,
        text: [{ strong: `${name} stops ${pipeline}` }, `${how}: “${reason}”`],
        run: id,
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not stopped: ${error.message}`, run: id });
    }
  },
});

/** At most 200 characters, on one line. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StopPipelineExecution.html */
export function reasonText(name: string, reason: string): string {
  return cut(`${name}: ${reason} (via Drawbridge)`.replaceAll(/\p{Cc}+/gu, ' '), 200);
}
