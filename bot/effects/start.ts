import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, markOf, notDone, pipelineTarget } from './asked.ts';
import { noteStarter } from './starter.ts';

const schema = z.object({
  ...asked,
  /** On what, in words, where it is not the newest source. */
  on: z.string().optional(),
  /** Why, where that is not plain from the words. */
  because: z.string().optional(),
  variables: z.record(z.string(), z.string()),
  sourceRevisions: z.array(
    z.object({
      action: z.string(),
      type: z.enum(['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY']),
      value: z.string(),
    }),
  ),
});

/** Starts a run; the client token makes a second try the same run. */
export default defineEffect({
  kind: 'start',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, variables, sourceRevisions, name, request, on, because = '' } = effect;
    const what = `start ${pipeline}`;
    try {
      const token = `drawbridge-${markOf(`start ${request}`)}`;
      const run = await ports.pipelines.start({ pipeline, variables, sourceRevisions, token });
      await noteStarter(effect, run, ports);
      return done(effect, ports, {
        what,
        text: [
          { strong: `${name} started ${pipeline}` },
          on ? ` on ${on}` : '',
          ': run ',
          { code: run },
          because,
        ],
        run,
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not started: ${error.message}` });
    }
  },
});
