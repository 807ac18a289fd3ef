import { z } from 'zod';
import { runView } from '../../shared/render/run.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';

export default defineCommand({
  name: 'status',
  help: {
    usage: 'status [pipeline] [run]',
    summary: 'Shows how a run goes: the one of this thread or pull request, or the newest.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['status', 'status shop'],
  },
  args: z.object({ pipeline: z.string(), run: z.string().optional() }),
  words: ['pipeline', 'run'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  gather: (args, ports) => currentRun(args, ports),
  decide: (run: Run | undefined, { pipeline }) => ({
    answer: run ? runView(run) : sentence(`${pipeline} has not run yet.`),
    to: 'asker',
    effects: [],
  }),
});
