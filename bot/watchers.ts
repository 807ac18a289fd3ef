import { z } from 'zod';
import { sentence } from '../shared/render/view.ts';
import type { Happening } from '../shared/run/diff.ts';
import type { Run } from '../shared/run/model.ts';
import { changeText } from './commands/words.ts';
import type { Effect } from './effect.ts';
import notify from './effects/notify.ts';
import { mayDo } from './policy/identity.ts';
import type { Ports } from './ports.ts';

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

/** What each of them is told: that an action fails, an approval waits, or the run ends. */
export function tellWatchers(
  users: readonly string[],
  { happenings, run }: { happenings: readonly Happening[]; run: Run },
): Effect[] {
  return happenings.flatMap((happening) => {
    const what = newsOf(happening);
    if (!what) return [];
    const view = sentence([{ strong: `${run.pipeline}: ${what}` }, `, ${changeText(run.change)}.`]);
    return users.map((user) => notify.of({ user, view }));
  });
}

function newsOf(happening: Happening): string | undefined {
  if (happening.kind === 'run') return happening.ended ? `the run is ${happening.run.status}` : undefined;
  if (happening.kind === 'stage') return undefined;
  const where = `${happening.stage.name}/${happening.action.name}`;
  if (happening.kind === 'approval') return `${where} waits for an approval`;
  return happening.action.status === 'Failed' ? `${where} failed` : undefined;
}
