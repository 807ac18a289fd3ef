import { z } from 'zod';
import { type Line, sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { defineCommand } from './define.ts';
import { ago, changeText, shortId } from './words.ts';

export default defineCommand({
  name: 'history',
  help: {
    usage: 'history [pipeline]',
    summary: 'Lists the ten newest runs of a pipeline.',
    who: 'Who the policy lets see the pipeline.',
    examples: ['history', 'history shop'],
  },
  aws: ['codepipeline:ListPipelineExecutions'],
  args: z.object({ pipeline: z.string() }),
  words: ['pipeline'],
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'see', pipeline }),
  gather: ({ pipeline }, { pipelines }) => pipelines.recent(pipeline, { limit: 10 }),

  decide(runs: readonly Run[], { pipeline }, _request, now) {
    if (runs.length === 0) {
      return { answer: sentence(`${pipeline} has not run yet.`), to: 'asker', effects: [] };
    }
    const rows = runs.map((run): Line[] => [
      [{ code: shortId(run) }],
      run.status,
      run.kind === 'ROLLBACK'
        ? `rollback to ${run.rollbackOf?.slice(0, 8) ?? 'an earlier run'}`
        : changeText(run.change),
      ago(run.startedAt, now),
    ]);
    const columns = ['Run', 'State', 'Change', 'Started'];
    return {
      answer: { summary: `The newest runs of ${pipeline}`, blocks: [{ kind: 'table', columns, rows }] },
      to: 'asker',
      effects: [],
    };
  },
});
