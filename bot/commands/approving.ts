import { UserError } from '../../shared/errors.ts';
import type { Run } from '../../shared/run/model.ts';
import { type ApprovalSituation, type Approvals, approvalsFor, objection } from '../policy/approvals.ts';
import { authorsOf } from '../policy/authors.ts';
import { whoseIdentity } from '../policy/aws-identity.ts';
import { identify } from '../policy/email.ts';
import { accountOf, namesOf } from '../policy/names.ts';
import { policyOf } from '../policy/narrow.ts';
import type { Commit, Ports } from '../ports.ts';
import type { Request } from '../request.ts';
import { type Lock, locksOf, reachedFrom, refuseLocked } from './locks.ts';
import { isOfPull } from './pull.ts';
import { passagesOf } from './stages.ts';

/** What it takes to approve the one run that is meant, and how things stand. */
export interface Approving {
  readonly rules: Approvals;
  readonly situation: ApprovalSituation;
  readonly locks: readonly Lock[];
  /** The stages the run gets into with it. */
  readonly reached: readonly string[];
  /** What the pull request has that the run has not. */
  readonly missing?: { readonly head: string; readonly commits: readonly Commit[] };
}

/** Reads no more than the rules turn on. */
export async function gatherApproving(
  { run, stage }: { run: Run; stage: string },
  ports: Ports,
  { origin }: Request,
): Promise<Approving> {
  const { pipeline } = run;
  const policy = ports.policy();
  const rules = approvalsFor(await policyOf(pipeline, ports), pipeline, stage);
  const repository = policy.pipelines.get(pipeline)?.github?.repository;
  return {
    rules,
    situation: {
      asker: rules.not.size > 0 ? await identify(origin, repository, ports) : await namesOf(origin, ports),
      authors: rules.not.has('author') ? await authorsOf(run, repository, ports) : { logins: [], said: [] },
      starter: rules.not.has('starter') ? await starterOf(run, repository, ports) : undefined,
      checks: rules.green ? await checksOf(run, repository, ports) : 'none',
    },
    locks: await locksOf(pipeline, ports.store),
    reached: reachedFrom(passagesOf(await ports.pipelines.definition(pipeline)), stage),
    missing: await missingIn(run, origin, ports),
  };
}

type Starter = ApprovalSituation['starter'];

/** Whom we started it for; else whose AWS identity started it, and for a machine's: who pushed the change. */
async function starterOf(run: Run, repository: string | undefined, ports: Ports): Promise<Starter> {
  const { pipeline, id, change, trigger, startedBy } = run;
  const note = (await ports.store.notes('starter', pipeline)).find(({ key }) => key === id);
  if (typeof note?.value === 'string') return identify(accountOf(note.value), repository, ports);
  const pusher = change.actor && (await identify({ kind: 'github', user: change.actor }, repository, ports));
  if (trigger !== undefined && !startedByHand.has(trigger)) return pusher || undefined;
  const who = startedBy === undefined ? undefined : whoseIdentity(startedBy, ports.policy());
  if (who === 'automation') return pusher || 'unknown';
  if (who?.slack) return identify({ kind: 'slack', user: who.slack }, repository, ports);
  if (who?.github) return identify({ kind: 'github', user: who.github }, repository, ports);
  return 'unknown';
}

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ExecutionTrigger.html */
const startedByHand: ReadonlySet<string> = new Set(['StartPipelineExecution', 'ManualRollback']);

async function checksOf({ change }: Run, repository: string | undefined, { github }: Ports) {
  const { commit, workflowUrl: except } = change;
  return repository && commit ? github.checks({ repository, commit, except }) : 'none';
}

/** On a pull request, approving means all of it: what came in after the run is not in the run. */
async function missingIn(
  { change }: Run,
  origin: Request['origin'],
  { github }: Ports,
): Promise<Approving['missing']> {
  const { commit } = change;
  if (origin.kind !== 'github' || !isOfPull(change, origin) || !commit) return undefined;
  const { repository, number } = origin;
  const pull = await github.pullRequest({ repository, number });
  if (!pull?.open || pull.head === commit) return undefined;
  const comparison = await github.compare({ repository, base: commit, head: pull.head });
  // What runs may be a merge that has the head in it.
  if (comparison?.total === 0) return undefined;
  return { head: pull.head, commits: comparison?.commits ?? [] };
}

/** Throws a `UserError` for the first thing that is in the way of this person approving this run now. */
export function refuseApproval(
  run: Run,
  { rules, situation, locks, reached, missing }: Approving,
  now: number,
): void {
  if (missing) throw new UserError(movedSentence(run, missing));
  refuseLocked(locks, { pipeline: run.pipeline, stages: reached }, now);
  const why = objection(rules, situation, now);
  if (why) throw new UserError(why);
}

const mostCommits = 5;

function movedSentence({ change }: Run, { head, commits }: NonNullable<Approving['missing']>): string {
  const names = commits.slice(-mostCommits).map(({ sha, message }) => `\`${sha.slice(0, 7)}\` ${message}`);
  const list = names.length > 0 ? `: it has ${names.join(', ')}` : '';
  return `The pull request has moved on to ${head.slice(0, 7)} and the run that waits brings ${change.commit?.slice(0, 7)}, so nothing was approved${list}.`;
}

/** Whether one approval is enough. */
export function takesVotes({ count, places }: Approvals): boolean {
  return count > 1 || places.length > 0;
}
