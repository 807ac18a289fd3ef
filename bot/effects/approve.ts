import { z } from 'zod';
import type { PendingApproval } from '../../shared/aws/ports.ts';
import type { UserError } from '../../shared/errors.ts';
import type { Action, Run } from '../../shared/run/model.ts';
import { cut } from '../commands/words.ts';
import { defineEffect, type Effect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import { asked, done, isRefusal, markOf, notDone, pipelineTarget } from './asked.ts';

const schema = z.object({
  ...asked,
  run: z.string(),
  stage: z.string(),
  action: z.string(),
  /** Which waiting of that action was meant: `waitingMark` of the approval that was shown. */
  waiting: z.string(),
  status: z.enum(['Approved', 'Rejected']),
  comment: z.string().optional(),
});

type Approve = z.infer<typeof schema>;

/** Answers a manual approval, if it is still the very one that was meant. */
export default defineEffect({
  kind: 'approve',
  schema,
  target: pipelineTarget,
  async perform(effect, ports) {
    const { pipeline, run, status } = effect;
    const approval = await ports.pipelines.pendingApproval(pipeline, run);
    let refusal: UserError | undefined;
    if (approval && waitingMark(approval) === effect.waiting) {
      try {
        await ports.pipelines.approve({ approval, status, summary: summaryOf(effect) });
        return given(effect, ports);
      } catch (error) {
        // Somebody may have been quicker by a moment: what stands there now tells.
        if (!isRefusal(error)) throw error;
        refusal = error;
      }
    }
    return afterwards(effect, ports, refusal);
  },
});

/** Tells one waiting of an approval from the next, without keeping its token. */
export function waitingMark(approval: PendingApproval): string {
  return markOf(approval.token.reveal());
}

function given(effect: Approve, ports: Ports): Promise<Effect[]> {
  const { pipeline, run, stage, action, status, name, comment } = effect;
  const said = comment ? `: “${comment}”` : '.';
  return done(effect, ports, {
    what: `${status === 'Approved' ? 'approve' : 'reject'} ${pipeline} ${run}`,
    text: [{ strong: `${name} ${status.toLowerCase()}` }, ` ${stage}/${action} of ${pipeline}`, said],
    run,
  });
}

/** The approval is not there to be answered: by ours before a crash, by somebody else, or by time. */
async function afterwards(effect: Approve, ports: Ports, refusal: UserError | undefined): Promise<Effect[]> {
  const { pipeline, run: id, stage, action: name } = effect;
  const run = await ports.pipelines.run(pipeline, id);
  const action = run.stages.find((each) => each.name === stage)?.actions.find((each) => each.name === name);
  if (action?.summary?.includes(ownMark(effect))) return given(effect, ports);
  const stillWaits = action?.status === 'InProgress' && refusal;
  return notDone(effect, ports, {
    what: `${effect.status === 'Approved' ? 'approve' : 'reject'} ${pipeline} ${id}`,
    text: stillWaits ? refusal.message : goneSentence(run, { stage, name, action }),
    run: id,
  });
}

/** What became of an approval that no longer waits. */
export function goneSentence(run: Run, at: { stage: string; name: string; action?: Action }): string {
  const { status, summary } = at.action ?? {};
  const what = `${at.stage}/${at.name} of ${run.pipeline}`;
  const words = summary ? `: “${summary}”` : '.';
  if (status === 'Succeeded') return `${what} is approved already${words}`;
  if (status === 'Failed') return `${what} was rejected or expired${words}`;
  if (status === 'InProgress') return `${what} waits anew since you answered: look at it again.`;
  return `${what} no longer waits: the run is ${run.status}.`;
}

const longestSummary = 512;

/** `Approved by Ada in Slack: comment (via Drawbridge 1a2b…)`, cut in the comment where it is too long. */
export function summaryOf(
  effect: Pick<Approve, 'request' | 'origin' | 'name' | 'status' | 'comment'>,
): string {
  const { status, name, origin, comment } = effect;
  const place = origin.kind === 'slack' ? 'in Slack' : `on ${origin.repository}#${origin.number}`;
  const head = `${status} by ${name} ${place}`;
  const tail = ` (via Drawbridge ${ownMark(effect)})`;
  if (!comment) return `${head}${tail}`;
  const room = longestSummary - head.length - tail.length - 2;
  return `${head}: ${cut(comment, room)}${tail}`;
}

/** By this an answer is known for ours when it is read back. */
function ownMark({ request }: { request: string }): string {
  return markOf(`answer ${request}`);
}
