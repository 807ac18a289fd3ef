import { z } from 'zod';
import type { Block } from '../../shared/render/view.ts';
import { defineEffect } from '../effect.ts';
import { asked, done, isRefusal, notDone, pipelineTarget } from './asked.ts';
import { noteStarter } from './starter.ts';

const schema = z.object({
  ...asked,
  stage: z.string(),
  /** The run that goes out, as far as is known. */
  from: z.string().optional(),
  /** The execution whose artifacts are deployed again. */
  to: z.string(),
  /** The rollbacks that were there when it was decided. */
  before: z.array(z.string()),
  /** What goes out and what returns, in words. */
  change: z.string(),
  /** The commits that go out, newest first, as far as is known. */
  commits: z.array(z.string()).optional(),
});

/** Starts a rollback, once: RollbackStage takes no client token, so a newer rollback to the same run is ours. */
export default defineEffect({
  kind: 'rollback',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, stage, to, before, name, change } = effect;
    const what = `rollback ${pipeline} ${stage} --to ${to}`;
    const recent = await ports.pipelines.recent(pipeline, { limit: 20 });
    const there = recent.find(
      (run) => run.kind === 'ROLLBACK' && run.rollbackOf === to && !before.includes(run.id),
    );
    try {
      const run = there?.id ?? (await ports.pipelines.rollback({ pipeline, stage, to }));
      await noteStarter(effect, run, ports);
      const text = [
        { strong: `${name} is rolling back ${pipeline}` },
        ` in ${stage}: ${change} (run `,
        { code: run },
        ')',
      ];
      return done(effect, ports, { what, text, run, more: afterwards(effect) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return notDone(effect, ports, { what, text: `Not rolled back: ${error.message}` });
    }
  },
});

interface Gone {
  readonly pipeline: string;
  readonly to: string;
  readonly commits?: readonly string[] | undefined;
}

/** What to know and to do next: what went out, and that nobody should bring it in again. */
export function afterwards({ pipeline, to, commits = [] }: Gone): Block[] {
  const out: Block[] =
    commits.length > 0
      ? [
          { kind: 'note', text: 'These commits go out:' },
          { kind: 'list', items: commits },
        ]
      : [];
  const command = `lock ${pipeline} Rolled back to ${to.slice(0, 8)}`;
  return [...out, { kind: 'buttons', buttons: [{ label: `Lock ${pipeline}`, command }] }];
}
