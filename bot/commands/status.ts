import { z } from 'zod';
import { renderRun } from '../../shared/render/run.ts';
import { type Line, sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { approversOf } from '../policy/people.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';

interface Facts {
  readonly run?: Run;
  readonly approvers: Line;
}

export default defineCommand({
  name: 'status',
  help: {
    usage: 'status [pipeline] [run]',
    summary: 'Shows how a run goes: the one of this thread or pull request, or the newest.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['status', 'status shop'],
  },
  aws: [...readsNewest],
  args: z.object({ pipeline: z.string(), run: z.string().optional() }),
  words: ['pipeline', 'run'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  gather: async (args, ports, { origin }): Promise<Facts> => ({
    run: await currentRun(args, ports),
    approvers: approversOf(ports.policy(), args.pipeline, origin.kind),
  }),
  decide: ({ run, approvers }, { pipeline }) => ({
    answer: run ? renderRun(run, { approvers }) : sentence(`${pipeline} has not run yet.`),
    to: 'asker',
    effects: [],
  }),
});
