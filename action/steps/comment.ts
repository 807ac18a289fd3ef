import { type Clock, sleep } from '../../shared/clock.ts';
import { byAction, commentBody, hiddenMarker, runMarker } from '../../shared/render/comment.ts';
import type { View } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import type { GitHub } from '../github.ts';

export interface CommentRequest {
  readonly repository: string;
  readonly number: number;
  readonly run: Run;
  readonly view: View;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How long after the run's start the bot has to be the first. */
const grace = 10_000;

/**
 * Shows the run in one comment on its pull request. Where the bot runs, the bot has mostly written it by then, and
 * keeps it up to date. Should both have written one at the same time, ours goes: whoever looks last sees one.
 */
export async function showComment(github: GitHub, request: CommentRequest): Promise<void> {
  const { repository, number, run, view, clock, signal } = request;
  const [owner = '', repo = ''] = repository.split('/');
  const marker = runMarker({ pipeline: run.pipeline, run: run.id }, `${repository}#${number}`);
  const at = { owner, repo };
  const look = async (): Promise<Found> => {
    const all = { ...at, issue_number: number, per_page: 100 };
    const comments = await github.paginate(github.rest.issues.listComments, all);
    const marked = comments.filter(({ body }) => body?.startsWith(hiddenMarker(marker)));
    const ours = marked.filter((comment) => comment.body?.includes(byAction)).map(({ id }) => id);
    return { ours, isByBot: ours.length < marked.length };
  };
  const remove = async (ids: readonly number[]) => {
    for (const comment_id of ids) await github.rest.issues.deleteComment({ ...at, comment_id });
  };

  let found = await look();
  const early = (run.startedAt ?? 0) + grace - clock.now();
  if (!found.isByBot && found.ours.length === 0 && early > 0) {
    await sleep(clock, early, signal);
    found = await look();
  }
  if (found.isByBot) return remove(found.ours);
  const body = commentBody(view, marker).replace('\n', `\n${byAction}\n`);
  const [first] = found.ours;
  if (first !== undefined) await github.rest.issues.updateComment({ ...at, comment_id: first, body });
  else await github.rest.issues.createComment({ ...at, issue_number: number, body });
  const now = await look();
  await remove(now.isByBot ? now.ours : now.ours.slice(1));
}

interface Found {
  /** The ids of our comments, the oldest first. */
  readonly ours: readonly number[];
  readonly isByBot: boolean;
}
