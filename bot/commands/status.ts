import { z } from 'zod';
import { renderRun } from '../../shared/render/run.ts';
import { type Line, sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { obstacleOf } from '../obstacle.ts';
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
    summary:
      'Shows how a run goes and what it waits for: the one of this thread or pull request, or the newest.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['status', 'status shop'],
  },
  aws: [...readsNewest, 'codepipeline:GetPipelineState'],
  args: z.object({ pipeline: z.string(), run: z.string().optional() }),
  words: ['pipeline', 'run'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  async gather(args, ports, { origin }): Promise<Facts> {
    const run = await currentRun(args, ports);
    return {
      run: run && { ...run, obstacle: await obstacleOf(run, ports) },
      approvers: approversOf(ports.policy(), args.pipeline, origin.kind),
    };
  },
  decide: ({ run, approvers }, { pipeline }) => ({
    answer: run ? renderRun(run, { approvers }) : sentence(`${pipeline} has not run yet.`),
    to: 'asker',
    effects: [],
  }),
});
