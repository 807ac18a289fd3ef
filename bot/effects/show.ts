import type { View } from '../../shared/render/view.ts';
import type { Attempt } from '../effect.ts';
import type { Ports } from '../ports.ts';
import type { Shown } from '../store/store.ts';

type Showing = Omit<Shown, 'id'>;

interface SlackShowing {
  readonly channel: string;
  readonly thread?: string;
  readonly shown: Showing;
  readonly view: View;
  /** Whether failures and approvals come first. */
  readonly patient?: boolean;
}

/** Edits the message under this key in a Slack channel or thread, or posts it and remembers where it stands. */
export async function showMessage(
  { channel, thread, shown, view, patient }: SlackShowing,
  { slack, store }: Pick<Ports, 'slack' | 'store'>,
  attempt: Attempt,
): Promise<void> {
  const known = (await store.shown(shown.key))?.id;
  const ts =
    known ?? (attempt.number > 1 ? await slack.find({ channel, thread, key: shown.key }) : undefined);
  const edited = ts !== undefined && (await slack.update({ channel, ts, view, patient })) === 'updated';
  const id = edited ? ts : await slack.post({ channel, thread, view, key: shown.key, patient });
  if (id !== known) await store.transaction((tx) => tx.putShown({ ...shown, id }));
}

/** The same for a comment on a pull request. True where it is a new one. */
export async function showComment(
  at: { repository: string; number: number; shown: Showing; view: View },
  { github, store }: Pick<Ports, 'github' | 'store'>,
): Promise<boolean> {
  const { repository, number, shown, view: body } = at;
  const marker = shown.key;
  const known = (await store.shown(marker))?.id;
  const comment = known ? Number(known) : await github.findComment({ repository, number, marker });
  const edited =
    comment !== undefined && (await github.editComment({ repository, comment, body, marker })) === 'updated';
  const id = String(edited ? comment : await github.comment({ repository, number, body, marker }));
  if (id !== known) await store.transaction((tx) => tx.putShown({ ...shown, id }));
  return !edited;
}
