import { z } from 'zod';
import { defineCommand } from './define.ts';
import { decideTransition, gatherTransition } from './transition.ts';

export default defineCommand({
  name: 'resume',
  help: {
    usage: 'resume [pipeline] <stage> <reason…>',
    summary: 'Lets runs into a stage again that was paused.',
    who: 'Who the policy lets pause the pipeline.',
    examples: ['resume shop Deploy The database is back'],
  },
  aws: ['codepipeline:GetPipelineState', 'codepipeline:EnableStageTransition'],
  args: z.object({
    pipeline: z.string(),
    stage: z.string('Say which stage'),
    reason: z.string('Say why').max(1_000, 'The reason has at most 1,000 characters'),
  }),
  words: ['pipeline', 'stage', 'reason…'],
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'pause', pipeline, stage }),
  gather: (args, ports, request) => gatherTransition(args, ports, request),
  decide: (facts, args, request, now) => decideTransition(facts, { ...args, to: 'open' }, { request, now }),
});
