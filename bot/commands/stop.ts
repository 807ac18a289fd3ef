import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import { isFinal, type Run } from '../../shared/run/model.ts';
import stopEffect from '../effects/stop.ts';
import { personName } from '../policy/people.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { changeText } from './words.ts';

interface Facts {
  readonly name: string;
  readonly run?: Run;
}

export default defineCommand({
  name: 'stop',
  help: {
    usage: 'stop [pipeline] [run] [--abandon] <reason…>',
    summary:
      'Stops the run after the action it is at; with --abandon at once, leaving that action to itself.',
    who: 'Who the policy lets stop the pipeline.',
    examples: ['stop shop Wrong branch', 'stop shop --abandon The hosts are on fire'],
  },
  aws: [...readsNewest, 'codepipeline:StopPipelineExecution'],
  args: z.object({
    pipeline: z.string(),
    run: z.string().optional(),
    abandon: z.literal(true).optional(),
    reason: z.string('Say why').max(1_000, 'The reason has at most 1,000 characters'),
  }),
  words: ['pipeline', 'run', 'reason…'],
  flags: { abandon: 'switch' },
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'stop', pipeline }),

  async gather(args, ports, { origin }): Promise<Facts> {
    return { name: personName(ports.policy(), origin), run: await currentRun(args, ports) };
  },

  decide({ name, run }, { pipeline, abandon = false, reason }, { id, origin }) {
    if (!run) throw new UserError(`${pipeline} has not run yet.`);
    if (isFinal(run)) throw new UserError(`Nothing of ${pipeline} to stop: its newest run is ${run.status}.`);
    return {
      answer: sentence(`Stopping ${pipeline}: ${changeText(run.change)}…`),
      to: 'asker',
      effects: [stopEffect.of({ request: id, origin, name, pipeline, run: run.id, abandon, reason })],
    };
  },
});
