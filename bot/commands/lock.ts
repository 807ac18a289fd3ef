import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import lockEffect from '../effects/lock.ts';
import { personName } from '../policy/people.ts';
import { defineCommand } from './define.ts';
import { type Lock, lockSentence, locksOf } from './locks.ts';
import { stageNamed } from './stages.ts';

interface Facts {
  readonly name: string;
  readonly locks: readonly Lock[];
  /** In the pipeline's order. */
  readonly stages: readonly { readonly stage: string; readonly closed?: unknown }[];
}

export default defineCommand({
  name: 'lock',
  help: {
    usage: 'lock [pipeline] [--stage stage] [--hard] <reason…>',
    summary:
      'Lets nobody start, approve or retry anything that brings a change into the pipeline, or into one stage. With --hard AWS lets nothing in either, so that nobody goes round Drawbridge. Rolling back stays possible.',
    who: 'Who the policy lets lock the pipeline.',
    examples: ['lock shop Stocktaking', 'lock shop --stage Deploy --hard Incident 42'],
  },
  aws: ['codepipeline:GetPipelineState', 'codepipeline:DisableStageTransition'],
  args: z.object({
    pipeline: z.string(),
    stage: z.string().optional(),
    hard: z.literal(true).optional(),
    reason: z.string('Say why').max(500, 'The reason has at most 500 characters'),
  }),
  words: ['pipeline', 'reason…'],
  flags: { stage: 'value', hard: 'switch' },
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'lock', pipeline, stage }),

  async gather({ pipeline }, ports, { origin }): Promise<Facts> {
    const [locks, stages] = await Promise.all([
      locksOf(pipeline, ports.store),
      ports.stages.states(pipeline),
    ]);
    return { name: personName(ports.policy(), origin), locks, stages };
  },

  decide({ name, locks, stages }, { pipeline, stage: asked, hard, reason }, { id, origin }, now) {
    const names = stages.map((each) => each.stage);
    const stage = asked === undefined ? '' : stageNamed(asked, names, pipeline);
    const before = locks.find((lock) => (lock.stage ?? '') === stage);
    if (before) throw new UserError(lockSentence(pipeline, before, now));
    // What somebody else has closed stays closed when the lock is lifted; nothing leads into the first stage.
    const closable = stages.slice(1).filter(({ closed }) => !closed);
    const close = hard ? closable.filter((each) => !stage || each.stage === stage) : [];
    return {
      answer: sentence(`Locking ${stage ? `${stage} of ` : ''}${pipeline}…`),
      to: 'asker',
      effects: [
        lockEffect.of({
          request: id,
          origin,
          name,
          pipeline,
          stage,
          reason,
          close: close.map((each) => each.stage),
        }),
      ],
    };
  },
});
