import { z } from 'zod';
import type { StageState } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import overrideEffect, { conditionText } from '../effects/override.ts';
import { personName } from '../policy/people.ts';
import { defineCommand } from './define.ts';
import { type Lock, locksOf, type Passage, reachedFrom, refuseLocked } from './locks.ts';
import { passagesOf, stageNamed } from './stages.ts';

interface Facts {
  readonly name: string;
  readonly states: readonly StageState[];
  readonly locks: readonly Lock[];
  readonly passages: readonly Passage[];
}

export default defineCommand({
  name: 'override',
  help: {
    usage: 'override [pipeline] <stage> <reason…>',
    summary: 'Lets the run go on although a condition of the stage has failed.',
    who: 'Who the policy lets override conditions of the pipeline.',
    examples: ['override shop Deploy The alarm was a false one'],
  },
  aws: ['codepipeline:GetPipelineState', 'codepipeline:GetPipeline', 'codepipeline:OverrideStageCondition'],
  args: z.object({
    pipeline: z.string(),
    stage: z.string('Say which stage'),
    reason: z.string('Say why').max(1_000, 'The reason has at most 1,000 characters'),
  }),
  words: ['pipeline', 'stage', 'reason…'],
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'override', pipeline, stage }),

  async gather({ pipeline }, ports, { origin }): Promise<Facts> {
    const [states, locks, definition] = await Promise.all([
      ports.stages.states(pipeline),
      locksOf(pipeline, ports.store),
      ports.pipelines.definition(pipeline),
    ]);
    return { name: personName(ports.policy(), origin), states, locks, passages: passagesOf(definition) };
  },

  decide({ name, states, locks, passages }, { pipeline, stage: asked, reason }, { id, origin }, now) {
    const stage = stageNamed(
      asked,
      states.map((each) => each.stage),
      pipeline,
    );
    const { run, failedCondition } = states.find((each) => each.stage === stage) ?? {};
    if (!run || !failedCondition) throw new UserError(`No condition of ${stage} of ${pipeline} has failed.`);
    refuseLocked(locks, { pipeline, stages: reachedFrom(passages, stage) }, now);
    const { kind: condition, summary } = failedCondition;
    const why = summary ? ` (${summary})` : '';
    return {
      answer: sentence(
        `Overriding the ${conditionText[condition]} condition of ${stage} of ${pipeline}${why}…`,
      ),
      to: 'asker',
      effects: [overrideEffect.of({ request: id, origin, name, pipeline, stage, run, condition, reason })],
    };
  },
});
