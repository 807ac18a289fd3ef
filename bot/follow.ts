import { isTransient } from '../shared/aws/errors.ts';
import { messageOf, UserError } from '../shared/errors.ts';
import { diffRuns } from '../shared/run/diff.ts';
import { applyEvent, mergeRuns, unknownRun } from '../shared/run/merge.ts';
import { type Action, isFinal, type Reason, type Run, type Stage } from '../shared/run/model.ts';
import { runKey } from './effects/places.ts';
import type { DeployEvent } from './events/define.ts';
import { eventOf } from './events/envelope.ts';
import { events } from './events/events.gen.ts';
import { obstacleOf } from './obstacle.ts';
import type { Ports } from './ports.ts';
import type { Transaction } from './store/store.ts';
import { liveIn, mostMessages } from './storm.ts';
import { type News, tell } from './telling.ts';
import { updateHomes, viewersOf } from './viewers.ts';
import { tellPersonally, watchersOf } from './watchers.ts';

/**
 * AWS event in, state and effects out. Events of pipelines that the policy does not know, and events that are
 * none of ours, are dropped. Throws where the store or AWS does not answer: the event is to be tried again.
 */
export function createFollower(ports: Ports): (envelope: unknown) => Promise<void> {
  return async (envelope) => {
    const event = eventOf(envelope, events);
    if (event && ports.policy().pipelines.has(event.pipeline)) await follow(event, ports);
  };
}

async function follow(event: DeployEvent, ports: Ports): Promise<void> {
  const known = await ports.store.run(event.pipeline, event.run);
  await takeIn(await runAfter(event, known, ports), ports, event.id);
}

/** Reads a run from AWS and takes it in: for what events have not told. `endedAt` is as the list of runs says. */
export async function catchUp(
  at: { pipeline: string; id: string; endedAt?: number },
  ports: Ports,
): Promise<void> {
  const known = await ports.store.run(at.pipeline, at.id);
  const read = await readRun(at, known, ports);
  await takeIn(isFinal(read) ? { ...read, updatedAt: endOf(read, known, at.endedAt) } : read, ports);
}

/**
 * AWS does not time the status of a run that it is asked for, and its actions may have ended long before: what it says
 * now came about after all that was told before.
 */
function endOf(read: Run, known: Run | undefined, endedAt = 0): number {
  const afterTold = known && known.status !== read.status ? (known.updatedAt ?? 0) + 1 : 0;
  return Math.max(read.updatedAt ?? 0, endedAt, afterTold);
}

/** A run that AWS does not know any more, since its pipeline was deleted: nothing will ever be heard of it. */
export async function forget(run: Run, ports: Ports): Promise<void> {
  const at = ports.clock.now();
  await takeIn({ ...run, status: 'Cancelled', endedAt: at, updatedAt: at }, ports);
}

/** State and what is told of it, from a run as it is seen now. What an event of this id told counts once. */
async function takeIn(run: Run, ports: Ports, event?: string): Promise<void> {
  const { store, policy } = ports;
  const seen = await withReasons(run, ports);
  const notes = await approvalNotes(seen, ports);
  const watchers = await watchersOf(run.pipeline, ports);
  await store.transaction(async (tx) => {
    if (event !== undefined && !(await tx.once(`event ${event}`))) return;
    // Another event of the run may have been taken in meanwhile.
    const before = await tx.run(run.pipeline, run.id);
    const after = before ? mergeRuns(before, seen) : seen;
    await tx.putRun(after);
    const happenings = diffRuns(before, after);
    const channel = await channelOf({ before, after }, tx, ports);
    const told = tell({ happenings, before, run: after, notes, ...channel }, policy());
    const viewers = await viewersOf(tx, ports.clock.now());
    const others = [
      ...tellPersonally(watchers, { happenings, run: after }),
      ...updateHomes(viewers, happenings),
    ];
    await tx.emit([...told, ...others], event);
  });
}

/** The run with the event taken in; read from AWS where the event alone would leave a gap. */
async function runAfter(event: DeployEvent, known: Run | undefined, ports: Ports): Promise<Run> {
  const base = known ?? unknownRun({ pipeline: event.pipeline, id: event.run, region: event.region });
  const told = applyEvent(base, event);
  if (known && !leavesGap(event, told)) return told;
  try {
    return mergeRuns(told, await readRun({ pipeline: event.pipeline, id: event.run }, known, ports));
  } catch (error) {
    if (!(error instanceof UserError) || isTransient(error)) throw error;
    ports.log.warn(
      { pipeline: event.pipeline, run: event.run, error: error.message },
      'A run could not be read',
    );
    return told;
  }
}

async function readRun(
  { pipeline, id }: { pipeline: string; id: string },
  known: Run | undefined,
  ports: Ports,
): Promise<Run> {
  const read = await ports.pipelines.run(pipeline, id);
  const pullRequest =
    read.change.pullRequest ?? known?.change.pullRequest ?? (await pullRequestOf(read, ports));
  const obstacle = await obstacleOf(read, ports);
  return { ...read, change: { ...read.change, pullRequest }, obstacle };
}

/** A stage or action the definition was not read with, a change that is known by now, or the end of the run. */
function leavesGap(event: DeployEvent, run: Run): boolean {
  if (event.kind === 'run') return isFinal(run);
  const stage = run.stages.find(({ name }) => name === event.stage);
  const unread = stage?.actions.some(({ category }) => category === '') || stage?.actions.length === 0;
  const changeUnknown = !run.change.commit && !run.change.revision;
  return unread || (changeUnknown && event.state === 'SUCCEEDED');
}

/** Nothing that GitHub does may hold back what Slack is told. */
async function pullRequestOf(run: Run, { github, policy, log }: Ports): Promise<number | undefined> {
  const repository = policy().pipelines.get(run.pipeline)?.github?.repository;
  const { commit } = run.change;
  if (!repository || !commit) return undefined;
  try {
    return (await github.pullRequestsOf({ repository, commit }))[0];
  } catch (error) {
    log.warn(
      { repository, commit, error: messageOf(error) },
      'The pull request of a commit could not be found',
    );
    return undefined;
  }
}

const hour = 60 * 60_000;

/** What there is in the run's channel by now; what ends a storm is still part of it. */
async function channelOf(
  { before, after }: { before: Run | undefined; after: Run },
  tx: Transaction,
  { policy, clock }: Ports,
): Promise<Pick<News, 'storm' | 'hasMessage'>> {
  const channel = policy().pipelines.get(after.pipeline)?.slack?.channel;
  if (channel === undefined) return { hasMessage: false };
  const key = runKey({ pipeline: after.pipeline, run: after.id }, { kind: 'slack', channel });
  const hasMessage = (await tx.shown(key)) !== undefined;
  const live = await liveIn(channel, tx, policy());
  const hasEnded = before !== undefined && !isFinal(before) && isFinal(after);
  const isOver = live === mostMessages && hasEnded;
  if (live <= mostMessages && !isOver) return { hasMessage };
  // After an hour a new board, so that it stands where people look.
  return { hasMessage, storm: { id: String(Math.floor(clock.now() / hour)), isOver } };
}

async function withReasons(run: Run, ports: Ports): Promise<Run> {
  const stages = await Promise.all(
    run.stages.map(async (stage) => ({
      ...stage,
      actions: await Promise.all(stage.actions.map((action) => withReason(run, { stage, action }, ports))),
    })),
  );
  return { ...run, stages };
}

async function withReason(run: Run, at: { stage: Stage; action: Action }, ports: Ports): Promise<Action> {
  const { stage, action } = at;
  if (action.status !== 'Failed' || action.reason) return action;
  return { ...action, reason: await reasonOf(run, { stage: stage.name, action: action.name }, ports) };
}

/** A failure is told even if nobody can say why it failed. */
async function reasonOf(
  run: Run,
  { stage, action }: { stage: string; action: string },
  { reasonOf, log }: Ports,
): Promise<Reason | undefined> {
  try {
    return await reasonOf(run, stage, action);
  } catch (error) {
    log.warn(
      { pipeline: run.pipeline, run: run.id, stage, action, error: messageOf(error) },
      'A failure could not be explained',
    );
    return undefined;
  }
}

/** What whoever set the pipeline up wants an approver to read, by action. */
async function approvalNotes(run: Run, { pipelines, log }: Ports): Promise<ReadonlyMap<string, string>> {
  const waits = run.stages.some(({ actions }) =>
    actions.some(({ category, status }) => category === 'Approval' && status === 'InProgress'),
  );
  if (!waits || isFinal(run)) return new Map();
  try {
    const approval = await pipelines.pendingApproval(run.pipeline, run.id);
    return new Map(
      approval?.customData ? [[`${approval.stage}/${approval.action}`, approval.customData]] : [],
    );
  } catch (error) {
    log.warn(
      { pipeline: run.pipeline, run: run.id, error: messageOf(error) },
      'An approval could not be read',
    );
    return new Map();
  }
}
