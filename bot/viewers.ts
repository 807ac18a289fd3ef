import { z } from 'zod';
import type { Happening } from '../shared/run/diff.ts';
import type { Effect } from './effect.ts';
import showHome from './effects/show-home.ts';
import type { Viewer } from './home.ts';
import type { Ports } from './ports.ts';
import type { Reads } from './store/store.ts';

const noteSchema = z.object({ team: z.string() });

/** How long a Home tab that nobody opens is kept up to date. */
const kept = 24 * 60 * 60_000;

/** Shows somebody their Home tab, and remembers that they look at it. */
export async function openHome({ team, user }: Viewer, { store }: Ports): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.putNote({ kind: 'home', scope: 'viewers', key: user, value: { team } });
    await tx.emit([showHome.of({ team, user })]);
  });
}

/** Who has looked at their Home tab of late. What they may see of it is decided when it is shown. */
export async function viewersOf(store: Reads, now: number): Promise<Viewer[]> {
  const notes = await store.notes('home', 'viewers');
  return notes.flatMap(({ key: user, value, at }) => {
    const note = now - at < kept ? noteSchema.safeParse(value).data : undefined;
    return note ? [{ team: note.team, user }] : [];
  });
}

/** Their tabs are brought up to date by what is to be seen there: a run that begins or ends, a stage, an approval. */
export function updateHomes(viewers: readonly Viewer[], happenings: readonly Happening[]): Effect[] {
  const isSeen = happenings.some(
    (happening) => happening.kind !== 'action' || happening.action.category === 'Approval',
  );
  return isSeen ? viewers.map((viewer) => showHome.of(viewer)) : [];
}
