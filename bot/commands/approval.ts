import type { PendingApproval } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import { isFinal, type Run } from '../../shared/run/model.ts';
import approveEffect, { goneSentence, waitingMark } from '../effects/approve.ts';
import voteEffect from '../effects/vote.ts';
import { personName } from '../policy/people.ts';
import type { Ports } from '../ports.ts';
import type { Request } from '../request.ts';
import { type Approving, gatherApproving, refuseApproval, takesVotes } from './approving.ts';
import type { Decision } from './define.ts';
import { isOfPull, isOfRepository } from './pull.ts';
import { changeText, question, shortId } from './words.ts';

/** What `approve` and `reject` know before they decide. */
export interface ApprovalFacts {
  /** What the asker is called. */
  readonly name: string;
  /** The run that was meant, if one was. */
  readonly meant?: Run;
  /** Every run of the pipeline that waits for an approval now. */
  readonly waiting: readonly Waiting[];
  /** Of these the ones that can be meant. */
  readonly choices: readonly Waiting[];
  /** Where one is meant and is to be approved: what that takes. */
  readonly approving?: Approving;
}

interface Waiting {
  readonly run: Run;
  readonly approval: PendingApproval;
}

// In a pipeline about 50 runs move at a time at most, and newer ones may have ended: https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html
const newest = 100;

export async function gatherApproval(
  { pipeline, run: id, status }: { pipeline: string; run?: string; status: 'Approved' | 'Rejected' },
  ports: Ports,
  request: Request,
): Promise<ApprovalFacts> {
  const { origin } = request;
  const { pipelines } = ports;
  const meant = id === undefined ? undefined : await pipelines.run(pipeline, id);
  const recent = await pipelines.recent(pipeline, { limit: newest });
  const live = recent.filter((run) => !isFinal(run));
  if (meant && !isFinal(meant) && !live.some((run) => run.id === meant.id)) live.push(meant);
  const found = await Promise.all(
    live.map(async (run) => ({ run, approval: await pipelines.pendingApproval(pipeline, run.id) })),
  );
  const waiting = found.filter((each): each is Waiting => each.approval !== undefined);
  const choices = meantBy({ meant, waiting }, origin);
  const [one, another] = choices;
  const at = one && { run: one.run, stage: one.approval.stage };
  return {
    name: personName(ports.policy(), origin),
    meant,
    waiting,
    choices,
    ...(at && !another && status === 'Approved' && { approving: await gatherApproving(at, ports, request) }),
  };
}

/** Answers the one approval that can be meant; refuses, and says what there is, when that is not clear. */
export function decideApproval(
  facts: ApprovalFacts,
  answer: { status: 'Approved' | 'Rejected'; comment?: string; pipeline: string },
  { request: { id, origin }, now }: { request: Request; now: number },
): Decision {
  const { name, waiting, choices, approving } = facts;
  const verb = answer.status === 'Approved' ? 'approve' : 'reject';
  const [one, another] = choices;
  if (!one) throw new UserError(nothingWaits(facts, answer.pipeline, verb));
  if (another) {
    const text = `Which one? ${choices.length} runs of ${answer.pipeline} wait for an approval.`;
    return {
      answer: question(
        text,
        choices.map((each) => choiceOf(each, verb)),
      ),
      to: 'asker',
      effects: [],
    };
  }
  const { run, approval } = one;
  refuseForeign(run, origin, verb);
  const { pipeline, stage, action } = approval;
  const { status, comment } = answer;
  if (approving) refuseApproval(run, approving, now);
  const words = {
    request: id,
    origin,
    name,
    pipeline,
    run: run.id,
    stage,
    action,
    waiting: waitingMark(approval),
    comment,
  };
  const votes = approving && takesVotes(approving.rules);
  const effect = votes ? voteEffect.of(words) : approveEffect.of({ ...words, status });
  const doing = status === 'Approved' ? 'Approving' : 'Rejecting';
  const others = waiting.length > 1 ? ` (${waiting.length - 1} more waiting)` : '';
  return {
    answer: sentence(`${doing} ${stage}/${action} of ${pipeline}: ${changeText(run.change)}${others}…`),
    to: 'asker',
    effects: [effect],
  };
}

function meantBy(
  { meant, waiting }: Pick<ApprovalFacts, 'meant' | 'waiting'>,
  origin: Request['origin'],
): readonly Waiting[] {
  if (meant) return waiting.filter(({ run }) => run.id === meant.id);
  if (origin.kind === 'slack') return waiting;
  const own = waiting.filter(({ run }) => isOfPull(run.change, origin));
  return own.length > 0 ? own : waiting;
}

/** On a pull request, nothing of another one is answered; a fork has a pull request of the same number perhaps. */
function refuseForeign({ change }: Run, origin: Request['origin'], verb: string): void {
  const { pullRequest, repository } = change;
  if (origin.kind === 'slack' || pullRequest === undefined || isOfPull(change, origin)) return;
  const isHere = isOfRepository(change, origin.repository);
  const which = isHere ? `#${pullRequest}` : `${repository}#${pullRequest}`;
  throw new UserError(
    `The run that waits brings in ${which}, not this pull request; ${verb} it there, or in Slack.`,
  );
}

function choiceOf({ run, approval }: Waiting, verb: string): { label: string; command: string } {
  const label = `${approval.stage}: ${changeText(run.change)}`;
  return { label, command: `${verb} ${approval.pipeline} ${run.id}` };
}

function nothingWaits({ meant, waiting }: ApprovalFacts, pipeline: string, verb: string): string {
  if (!meant) return `Nothing of ${pipeline} waits for an approval.`;
  const others = waiting.map(
    ({ run }) =>
      ` Run ${shortId(run)} (${changeText(run.change)}) waits now: \`/deploy ${verb} ${pipeline} ${run.id}\`.`,
  );
  return `${becameOf(meant)}${others.join('')}`;
}

function becameOf(run: Run): string {
  const stage = run.stages.find(({ actions }) => actions.some(({ category }) => category === 'Approval'));
  const action = stage?.actions.find(({ category }) => category === 'Approval');
  if (stage && action && action.status !== 'Pending' && action.status !== 'InProgress') {
    return goneSentence(run, { stage: stage.name, name: action.name, action });
  }
  return `Run ${shortId(run)} of ${run.pipeline} does not wait for an approval: it is ${run.status}.`;
}
