import { z } from 'zod';
import { defineCommand } from './define.ts';
import { decideTransition, gatherTransition } from './transition.ts';

export default defineCommand({
  name: 'pause',
  help: {
    usage: 'pause [pipeline] <stage> <reason…>',
    summary: 'Lets no run into a stage until it is resumed. The reason is kept in CodePipeline.',
    who: 'Who the policy lets pause the pipeline.',
    examples: ['pause shop Deploy Waiting for the database', 'pause Deploy Stocktaking'],
  },
  aws: ['codepipeline:GetPipelineState', 'codepipeline:DisableStageTransition'],
  args: z.object({
    pipeline: z.string(),
    stage: z.string('Say which stage'),
    reason: z.string('Say why').max(1_000, 'The reason has at most 1,000 characters'),
  }),
  words: ['pipeline', 'stage', 'reason…'],
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'pause', pipeline, stage }),
  gather: (args, ports, request) => gatherTransition(args, ports, request),
  decide: (facts, args, request, now) => decideTransition(facts, { ...args, to: 'closed' }, { request, now }),
});
