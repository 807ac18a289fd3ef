import { z } from 'zod';
import type { Inline, Line } from '../../shared/render/view.ts';
import { asListed, narrowingOf } from '../policy/narrow.ts';
import { peopleLine } from '../policy/people.ts';
import { type PipelineVerb, pipelineVerbs } from '../policy/permission.ts';
import type { Policy } from '../policy/policy.ts';
import { defineCommand } from './define.ts';

interface Facts {
  readonly rows: readonly Line[][];
  /** The repository's file that has a say in it. */
  readonly file: string | undefined;
}

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

  async gather({ pipeline }, ports, { origin }): Promise<Facts> {
    const narrowing = await narrowingOf(pipeline, ports);
    const line = (policy: Policy, verb: PipelineVerb) =>
      parts(peopleLine(policy, { pipeline, verb, platform: origin.kind }));
    const rows = pipelineVerbs.map((verb): Line[] => {
      const listed = narrowing && asListed(narrowing, pipeline, verb);
      const only = listed ? ['; of these only ', ...line(listed, verb)] : [];
      return [verb, [...line(ports.policy(), verb), ...only]];
    });
    return { rows, file: narrowing?.file };
  },

  decide: ({ rows, file }: Facts, { pipeline }) => ({
    answer: {
      summary: `Who may do what with ${pipeline}`,
      blocks: [
        { kind: 'text', text: [{ strong: pipeline }] },
        { kind: 'table', columns: ['May', 'Who'], rows },
        ...(file ? [{ kind: 'note' as const, text: `“Only” is what ${file} says.` }] : []),
      ],
    },
    to: 'asker',
    effects: [],
  }),
});

function parts(line: Line): readonly Inline[] {
  return typeof line === 'string' ? [line] : line;
}
