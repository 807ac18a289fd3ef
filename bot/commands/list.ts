import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { type Line, sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { visible } from '../policy/identity.ts';
import type { Ports } from '../ports.ts';
import { defineCommand } from './define.ts';
import { ago, changeText } from './words.ts';

/** One pipeline that AWS does not have, or does not show, must not hide the others. */
async function newest(name: string, { pipelines }: Ports): Promise<Run | undefined> {
  try {
    return (await pipelines.recent(name, { limit: 1 }))[0];
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

interface Facts {
  readonly pipelines: readonly { readonly name: string; readonly run?: Run }[];
}

export default defineCommand({
  name: 'list',
  help: {
    usage: 'list',
    summary: 'Lists the pipelines that you may see, each with its newest run.',
    who: 'Everybody; each sees their own.',
    examples: ['list'],
  },
  aws: ['codepipeline:ListPipelineExecutions'],
  args: z.object({}),
  words: [],
  needs: () => ({ kind: 'none' }),

  async gather(_args, ports, { origin }): Promise<Facts> {
    const names = await visible([...ports.policy().pipelines.keys()], origin, ports);
    const pipelines = await Promise.all(
      names.map(async (name) => ({
        name,
        run: (await ports.store.runs(name, 1))[0] ?? (await newest(name, ports)),
      })),
    );
    return { pipelines };
  },

  decide({ pipelines }, _args, _request, now) {
    if (pipelines.length === 0) {
      return { answer: sentence('There is no pipeline here that you may see.'), to: 'asker', effects: [] };
    }
    const rows = pipelines.map(({ name, run }): Line[] => [
      [{ strong: name }],
      run?.status ?? 'has not run',
      run ? changeText(run.change) : '',
      run ? ago(run.startedAt, now) : '',
    ]);
    const summary = `${pipelines.length} pipeline${pipelines.length === 1 ? '' : 's'}: ${pipelines.map(({ name }) => name).join(', ')}`;
    const columns = ['Pipeline', 'Newest run', 'Change', 'Started'];
    return { answer: { summary, blocks: [{ kind: 'table', columns, rows }] }, to: 'asker', effects: [] };
  },
});
