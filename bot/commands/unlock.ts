import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import unlockEffect from '../effects/unlock.ts';
import { personName } from '../policy/people.ts';
import { defineCommand } from './define.ts';
import { type Lock, locksOf } from './locks.ts';

interface Facts {
  readonly name: string;
  readonly locks: readonly Lock[];
}

export default defineCommand({
  name: 'unlock',
  help: {
    usage: 'unlock [pipeline] [--stage stage] <reason…>',
    summary: 'Lifts a lock, and opens at AWS what the lock had closed.',
    who: 'Who the policy lets lock the pipeline.',
    examples: ['unlock shop All counted', 'unlock shop --stage Deploy Incident 42 is over'],
  },
  aws: ['codepipeline:EnableStageTransition'],
  args: z.object({
    pipeline: z.string(),
    stage: z.string().optional(),
    reason: z.string('Say why').max(500, 'The reason has at most 500 characters'),
  }),
  words: ['pipeline', 'reason…'],
  flags: { stage: 'value' },
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'lock', pipeline, stage }),

  async gather({ pipeline }, ports, { origin }): Promise<Facts> {
    return { name: personName(ports.policy(), origin), locks: await locksOf(pipeline, ports.store) };
  },

  decide({ name, locks }, { pipeline, stage: asked, reason }, { id, origin }) {
    const lock = locks.find(({ stage }) => (stage ?? '').toLowerCase() === (asked ?? '').toLowerCase());
    if (!lock) throw new UserError(notLocked(pipeline, asked, locks));
    const stage = lock.stage ?? '';
    const effect = {
      request: id,
      origin,
      name,
      pipeline,
      stage,
      reason,
      owner: lock.name,
      open: lock.closed,
    };
    return {
      answer: sentence(`Unlocking ${stage ? `${stage} of ` : ''}${pipeline}…`),
      to: 'asker',
      effects: [unlockEffect.of(effect)],
    };
  },
});

function notLocked(pipeline: string, stage: string | undefined, locks: readonly Lock[]): string {
  const [other] = locks;
  const what = stage ? `${stage} of ${pipeline}` : pipeline;
  if (!other) return `${what} is not locked.`;
  return `${what} is not locked; ${other.stage ? `its stage ${other.stage}` : 'the whole pipeline'} is.`;
}
