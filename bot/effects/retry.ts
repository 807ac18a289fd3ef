import { z } from 'zod';
import type { Run } from '../../shared/run/model.ts';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  run: z.string(),
  stage: z.string(),
  all: z.boolean(),
  /** `attemptOf` the stage when it was decided. */
  attempt: z.string(),
});

/** Retries a failed stage, once: if other action executions stand there than were seen, it is under way already. */
export default defineEffect({
  kind: 'retry',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, run: id, stage, all, name } = effect;
    const what = `retry ${pipeline} ${stage}${all ? ' --all' : ''}`;
    try {
      const run = await ports.pipelines.run(pipeline, id);
      if (attemptOf(run, stage) === effect.attempt) await ports.pipelines.retry({ pipeline, stage, id, all });
      const text = [
        { strong: `${name} retries ${stage} of ${pipeline}` },
        all ? ', every action of it' : ', what failed of it',
      ];
      return done(effect, ports, { what, text, run: id });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not retried: ${error.message}`, run: id });
    }
  },
});

/** Which try of a stage this is: its state and its actions' execution ids. */
export function attemptOf(run: Run, name: string): string {
  const stage = run.stages.find((each) => each.name === name);
  return [stage?.status, ...(stage?.actions.map(({ executionId }) => executionId ?? '') ?? [])].join(' ');
}
