import type { View } from '../../shared/render/view.ts';
import type { Attempt } from '../effect.ts';
import type { Ports } from '../ports.ts';
import type { Shown } from '../store/store.ts';

type Showing = Omit<Shown, 'id'>;

/** Edits the message under this key in a Slack channel, or posts it and remembers where it stands. */
export async function showMessage(
  { channel, shown, view }: { channel: string; shown: Showing; view: View },
  { slack, store }: Pick<Ports, 'slack' | 'store'>,
  attempt: Attempt,
): Promise<void> {
  const known = await store.shown(shown.key);
  const found = known?.id ?? (attempt.number > 1 ? await slack.find({ channel, key: shown.key }) : undefined);
  if (found) await slack.update({ channel, ts: found, view });
  const id = found ?? (await slack.post({ channel, view, key: shown.key }));
  if (!known) await store.transaction((tx) => tx.putShown({ ...shown, id }));
}

/** The same for a comment on a pull request. */
export async function showComment(
  at: { repository: string; number: number; shown: Showing; view: View },
  { github, store }: Pick<Ports, 'github' | 'store'>,
): Promise<void> {
  const { repository, number, shown, view: body } = at;
  const marker = shown.key;
  const known = await store.shown(marker);
  const found = known ? Number(known.id) : await github.findComment({ repository, number, marker });
  if (found) await github.editComment({ repository, comment: found, body, marker });
  const id = found ?? (await github.comment({ repository, number, body, marker }));
  if (!known) await store.transaction((tx) => tx.putShown({ ...shown, id: String(id) }));
}
