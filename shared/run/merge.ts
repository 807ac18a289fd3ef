import type { Action, Run, Stage } from './model.ts';

/** Something moved: a run, a stage of it, or an action. `state` is AWS's word in an event or in the API. */
export type RunChange = { readonly at: number; readonly pipeline: string; readonly run: string } & (
  | { readonly kind: 'run'; readonly state: string }
  | { readonly kind: 'stage'; readonly stage: string; readonly state: string }
  | {
      readonly kind: 'action';
      readonly stage: string;
      readonly action: string;
      readonly state: string;
      readonly externalId?: string;
      readonly externalUrl?: string;
      readonly summary?: string;
    }
);

/** A run of which nothing is known but that it is. */
export function unknownRun(at: { pipeline: string; id: string; region: string }): Run {
  return { ...at, status: 'InProgress', kind: 'STANDARD', change: {}, stages: [] };
}

/**
 * The run with one event taken in. Events come in any order, more than once or not at all; whichever way they
 * come, the same events give the same run, because every status is the latest that was ever told. Events of
 * another run change nothing.
 */
export function applyEvent(run: Run, event: RunChange): Run {
  if (event.run !== run.id || event.pipeline !== run.pipeline) return run;
  const told = statusAt(event.state, event.at);
  if (event.kind === 'run') return join(run, told);
  if (event.kind === 'stage') return withStage(run, event.stage, (stage) => join(stage, told));
  const { externalId, externalUrl, summary } = event;
  const facts = externalId || externalUrl || summary ? { externalId, externalUrl, summary } : undefined;
  const toldAt = facts && event.at;
  return withStage(run, event.stage, (stage) =>
    withAction(stage, event.action, (action) => joinAction(action, { ...told, ...facts, toldAt })),
  );
}

/** Two readings of the same run as one, the later word on everything; `read` gives order and categories. */
export function mergeRuns(known: Run, read: Run): Run {
  return known.stages.reduce(
    (run, stage) =>
      stage.actions.reduce(
        (merged, action) =>
          withStage(merged, stage.name, (own) =>
            withAction(own, action.name, (ownAction) => joinAction(ownAction, action)),
          ),
        withStage(run, stage.name, (own) => join(own, stage)),
      ),
    join(read, known),
  );
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html */
const statusOfState: Readonly<Record<string, string>> = {
  STARTED: 'InProgress',
  RESUMED: 'InProgress',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  CANCELED: 'Cancelled',
  CANCELLED: 'Cancelled',
  SUPERSEDED: 'Superseded',
  STOPPING: 'Stopping',
  STOPPED: 'Stopped',
  SKIPPED: 'Skipped',
  ABANDONED: 'Abandoned',
};

/** What has a status, and the times that belong to it. */
interface Timed {
  readonly status: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly updatedAt?: number;
}

function statusAt(state: string, at: number): Timed {
  const status = statusOfState[state] ?? state;
  const rank = rankOf(status);
  return {
    status,
    updatedAt: at,
    startedAt: rank === 0 ? at : undefined,
    endedAt: rank === 2 ? at : undefined,
  };
}

/** The later status; `startedAt` is the latest start, so that a retry counts its own time. */
function join<T extends Timed>(own: T, told: Timed): T {
  const { status, endedAt, updatedAt } = isLater(told, own) ? told : own;
  return { ...own, status, endedAt, updatedAt, startedAt: latest(own.startedAt, told.startedAt) };
}

type Facts = Pick<Action, 'externalId' | 'externalUrl' | 'summary' | 'toldAt' | 'reason'>;

function joinAction(own: Action, told: Timed & Facts): Action {
  const action = join(own, told);
  const facts = toldLater(told, own) ? told : own;
  const { externalId, externalUrl, summary, toldAt } = isPast(facts, action) ? nothingTold : facts;
  const [last, before] = isLater(told, own) ? [told, own] : [own, told];
  // The reason belongs to one failure: a later attempt's is another.
  const sameFailure = last.status === before.status && !(timeOf(action.startedAt) > timeOf(before.updatedAt));
  const reason = last.reason ?? (sameFailure ? before.reason : undefined);
  return { ...action, externalId, externalUrl, summary, toldAt, reason };
}

const nothingTold: Facts = {};

/** A retry is another build or deployment. Of one start an event and a reading may differ by a second. */
function isPast({ toldAt }: Facts, { startedAt }: Timed): boolean {
  return Math.floor(timeOf(startedAt) / 1000) > Math.floor(timeOf(toldAt) / 1000) + 1;
}

/**
 * Events are timed in whole seconds, so within one second what comes later in the life of a run is later: a
 * start, something in between, an end. The rest decides between equals, so that the order is total.
 */
function isLater(a: Timed, b: Timed): boolean {
  return compare(order(a), order(b)) > 0;
}

function order({ status, updatedAt }: Timed): (number | string)[] {
  return [Math.floor(timeOf(updatedAt) / 1000), rankOf(status), timeOf(updatedAt), status];
}

function toldLater(a: Facts, b: Facts): boolean {
  const words = ({ externalId, externalUrl, summary }: Facts) =>
    JSON.stringify([externalId, externalUrl, summary]);
  return compare([timeOf(a.toldAt), words(a)], [timeOf(b.toldAt), words(b)]) > 0;
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, own] of a.entries()) {
    const other = b[index]!;
    if (own !== other) return own > other ? 1 : -1;
  }
  return 0;
}

const ends: ReadonlySet<string> = new Set([
  'Succeeded',
  'Failed',
  'Cancelled',
  'Superseded',
  'Stopped',
  'Skipped',
  'Abandoned',
]);

function rankOf(status: string): number {
  if (ends.has(status)) return 2;
  if (status === 'Pending') return -1;
  return status === 'InProgress' ? 0 : 1;
}

function timeOf(time: number | undefined): number {
  return time ?? -Infinity;
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  return timeOf(b) > timeOf(a) ? b : a;
}

function withStage(run: Run, name: string, change: (stage: Stage) => Stage): Run {
  const fresh: Stage = { name, status: 'Pending', actions: [] };
  const isDefined = ({ actions }: Stage) => actions.some(({ category }) => category !== '');
  return { ...run, stages: replace(run.stages, { fresh, change, isDefined }) };
}

function withAction(stage: Stage, name: string, change: (action: Action) => Action): Stage {
  const fresh: Action = { name, category: '', provider: '', runOrder: 1, status: 'Pending' };
  const isDefined = ({ category }: Action) => category !== '';
  return { ...stage, actions: replace(stage.actions, { fresh, change, isDefined }) };
}

/** What only events have told of stands after what the definition holds, by name, whichever came first. */
function replace<T extends { readonly name: string }>(
  items: readonly T[],
  { fresh, change, isDefined }: { fresh: T; change: (item: T) => T; isDefined: (item: T) => boolean },
): T[] {
  if (items.some(({ name }) => name === fresh.name)) {
    return items.map((item) => (item.name === fresh.name ? change(item) : item));
  }
  const all = [...items, change(fresh)];
  const told = all.filter((item) => !isDefined(item));
  return [...all.filter(isDefined), ...told.sort((a, b) => (a.name < b.name ? -1 : 1))];
}
