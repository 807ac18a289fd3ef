import { z } from 'zod';
import { wordsOf } from '../shared/render/marks.ts';
import { changeLine, consoleUrl } from '../shared/render/run.ts';
import { sentence, type View } from '../shared/render/view.ts';
import type { Happening } from '../shared/run/diff.ts';
import { failedByCondition, type Run } from '../shared/run/model.ts';
import { changeText, shortId } from './commands/words.ts';
import type { Effect } from './effect.ts';
import notify from './effects/notify.ts';
import tellAuthors from './effects/tell-authors.ts';
import { mayDo } from './policy/identity.ts';
import type { Ports } from './ports.ts';
import { failureView } from './render/failure.ts';

const watchSchema = z.object({ team: z.string() });

/** The Slack users who watch the pipeline and may still see it. */
export async function watchersOf(pipeline: string, ports: Ports): Promise<string[]> {
  const notes = await ports.store.notes('watch', pipeline);
  const seeing = await Promise.all(
    notes.map(async ({ key: user, value }) => {
      const team = watchSchema.safeParse(value).data?.team ?? '';
      const origin = { kind: 'slack' as const, team, channel: user, user };
      return (await mayDo({ kind: 'pipeline', verb: 'see', pipeline }, origin, ports)).allowed;
    }),
  );
  return notes.filter((_, index) => seeing[index]).map(({ key }) => key);
}

/**
 * What people are told by a message to them alone: who watches, that an action fails, an approval waits, or the run
 * ends; the authors of the change, that it fails.
 */
export function tellPersonally(
  watchers: readonly string[],
  { happenings, run }: { happenings: readonly Happening[]; run: Run },
): Effect[] {
  return happenings.flatMap((happening) => {
    const view = newsOf(happening, run);
    if (!view) return [];
    const effects = watchers.map((user) => notify.of({ user, view }));
    if (!isFailureOfChange(happening, run)) return effects;
    return [...effects, tellAuthors.of({ pipeline: run.pipeline, run: run.id, view, told: [...watchers] })];
  });
}

/** A rollback is nobody's change. */
function isFailureOfChange(happening: Happening, run: Run): boolean {
  if (run.kind === 'ROLLBACK') return false;
  if (happening.kind === 'run') return failedByCondition(run);
  return happening.kind === 'action' && happening.action.status === 'Failed';
}

function newsOf(happening: Happening, run: Run): View | undefined {
  const told = (what: string) =>
    sentence([{ strong: `${run.pipeline}: ${what}` }, `, ${changeText(run.change)}.`]);
  if (happening.kind === 'run') {
    // What fails once is told once: the run's end only where no action was to blame.
    const isTold = !happening.ended || (run.status === 'Failed' && !failedByCondition(run));
    return isTold ? undefined : told(wordsOf(run.status));
  }
  if (happening.kind === 'stage') return undefined;
  const { stage, action } = happening;
  if (happening.kind === 'approval') return told(`${stage.name}/${action.name} waits for an approval`);
  if (action.status !== 'Failed') return undefined;
  const { summary, blocks } = failureView(run, stage, action);
  const link = { link: `Run ${shortId(run)}`, to: consoleUrl(run) };
  return { summary, blocks: [...blocks, { kind: 'note', text: [...changeLine(run.change), ' · ', link] }] };
}
