import { z } from 'zod';
import { decideApproval, gatherApproval } from './approval.ts';
import { defineCommand } from './define.ts';
import { answersApprovals } from './iam.ts';

export default defineCommand({
  name: 'reject',
  help: {
    usage: 'reject [pipeline] [run] <reason…>',
    summary: 'Ends a run that waits for an approval. The reason is kept in CodePipeline.',
    who: 'Who the policy lets approve the pipeline.',
    examples: ['reject shop The migration is missing', 'reject “Not on a Friday”'],
  },
  aws: answersApprovals,
  args: z.object({
    pipeline: z.string(),
    run: z.string().optional(),
    reason: z.string('Say why').max(1_000, 'The reason has at most 1,000 characters'),
  }),
  words: ['pipeline', 'run', 'reason…'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'approve', pipeline }),
  gather: (args, ports, request) => gatherApproval({ ...args, status: 'Rejected' }, ports, request),
  decide: (facts, { pipeline, reason }, request, now) =>
    decideApproval(facts, { status: 'Rejected', comment: reason, pipeline }, { request, now }),
});
