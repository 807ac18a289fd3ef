import { z } from 'zod';
import type { Line } from '../../shared/render/view.ts';
import { peopleLine } from '../policy/people.ts';
import { pipelineVerbs } from '../policy/permission.ts';
import { defineCommand } from './define.ts';

export default defineCommand({
  name: 'who',
  help: {
    usage: 'who [pipeline]',
    summary: 'Tells who may do what with a pipeline. Who may do anything may also see it.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['who', 'who shop'],
  },
  aws: [],
  args: z.object({ pipeline: z.string() }),
  words: ['pipeline'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),

  async gather({ pipeline }, ports, { origin }): Promise<Line[][]> {
    const policy = ports.policy();
    return pipelineVerbs.map((verb) => [verb, peopleLine(policy, { pipeline, verb, platform: origin.kind })]);
  },

  decide: (rows: Line[][], { pipeline }) => ({
    answer: {
      summary: `Who may do what with ${pipeline}`,
      blocks: [
        { kind: 'text', text: [{ strong: pipeline }] },
        { kind: 'table', columns: ['May', 'Who'], rows },
      ],
    },
    to: 'asker',
    effects: [],
  }),
});
