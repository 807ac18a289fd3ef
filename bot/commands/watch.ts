import { z } from 'zod';
import { defineCommand } from './define.ts';
import { decideWatch, gatherWatch } from './watching.ts';

export default defineCommand({
  name: 'watch',
  help: {
    usage: 'watch [pipeline]',
    summary:
      'Tells you in Slack, by a message to you alone, when a run of the pipeline ends, fails or waits for an approval.',
    who: 'Who the policy lets see the pipeline. In Slack only.',
    examples: ['watch shop'],
  },
  aws: [],
  args: z.object({ pipeline: z.string() }),
  words: ['pipeline'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  gather: (args, ports, request) => gatherWatch(args, ports, request),
  decide: (facts, { pipeline }, request) => decideWatch(facts, { pipeline, on: true }, request),
});
