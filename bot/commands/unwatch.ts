import { z } from 'zod';
import { defineCommand } from './define.ts';
import { decideWatch, gatherWatch } from './watching.ts';

export default defineCommand({
  name: 'unwatch',
  help: {
    usage: 'unwatch [pipeline]',
    summary: 'Ends what `watch` began.',
    who: 'Who the policy lets see the pipeline. In Slack only.',
    examples: ['unwatch shop'],
  },
  aws: [],
  args: z.object({ pipeline: z.string() }),
  words: ['pipeline'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  gather: (args, ports, request) => gatherWatch(args, ports, request),
  decide: (facts, { pipeline }, request) => decideWatch(facts, { pipeline, on: false }, request),
});
