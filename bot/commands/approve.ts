import { z } from 'zod';
import { decideApproval, gatherApproval } from './approval.ts';
import { defineCommand } from './define.ts';
import { answersApprovals } from './iam.ts';

export default defineCommand({
  name: 'approve',
  help: {
    usage: 'approve [pipeline] [run] [comment…]',
    summary: 'Lets a run that waits for an approval go on. The comment is kept in CodePipeline.',
    who: 'Who the policy lets approve the pipeline.',
    examples: ['approve', 'approve shop', 'approve shop Checked on staging'],
  },
  aws: answersApprovals,
  args: z.object({
    pipeline: z.string(),
    run: z.string().optional(),
    comment: z.string().max(1_000).optional(),
  }),
  words: ['pipeline', 'run', 'comment…'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'approve', pipeline }),
  gather: (args, ports, request) => gatherApproval({ ...args, status: 'Approved' }, ports, request),
  decide: (facts, { pipeline, comment }, request, now) =>
    decideApproval(facts, { status: 'Approved', comment, pipeline }, { request, now }),
});
