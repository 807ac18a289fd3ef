import { type Clock, sleep } from '../../shared/clock.ts';
import { commentBody, hiddenMarker, runMarker } from '../../shared/render/comment.ts';
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

/** Tells a comment of ours from one of the bot's, which only the bot may edit. */
const byAction = '<!-- by the Action -->';
/** How long after the run's start the bot has to be the first. */
const grace = 10_000;

/**
 * Shows the run in one comment on its pull request. Where the bot runs, the bot has written it by then, and
 * keeps it up to date; a second one is never written.
 */
export async function showComment(github: GitHub, request: CommentRequest): Promise<void> {
  const { repository, number, run, view, clock, signal } = request;
  const [owner = '', repo = ''] = repository.split('/');
  const marker = runMarker({ pipeline: run.pipeline, run: run.id }, `${repository}#${number}`);
  const find = async () => {
    const at = { owner, repo, issue_number: number, per_page: 100 };
    const comments = await github.paginate(github.rest.issues.listComments, at);
    return comments.find(({ body }) => body?.startsWith(hiddenMarker(marker)));
  };
  let found = await find();
  const early = (run.startedAt ?? 0) + grace - clock.now();
  if (!found && early > 0) {
    await sleep(clock, early, signal);
    found = await find();
  }
  const body = commentBody(view, marker).replace('\n', `\n${byAction}\n`);
  if (!found) await github.rest.issues.createComment({ owner, repo, issue_number: number, body });
  else if (found.body?.includes(byAction)) {
    await github.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  }
}
