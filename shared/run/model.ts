/**
 * A run: one pipeline execution with its stages and actions, as one value that everything renders from.
 * Times are epoch milliseconds. States are AWS's own words; one that AWS adds later is kept as it came.
 * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineExecution.html
 */
export interface Run {
  readonly pipeline: string;
  /** The pipeline execution id. */
  readonly id: string;
  readonly region: string;
  readonly status: RunStatus;
  readonly kind: 'STANDARD' | 'ROLLBACK';
  /** For a rollback: the execution whose artifacts are deployed again. */
  readonly rollbackOf?: string;
  /** For a rollback that AWS began by itself: the execution whose failure it makes up for. */
  readonly makesUpFor?: string;
  /** What started it, such as `StartPipelineExecution` or `CloudWatchEvent`. */
  readonly trigger?: string;
  /** Who started it or began its rollback by hand: an IAM ARN. */
  readonly startedBy?: string;
  /** What each source action gave it, by the action's name; from a list of runs only. */
  readonly revisions?: Readonly<Record<string, string>>;
  /** The pipeline's structure version the run started under. */
  readonly version?: number;
  readonly change: Change;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** When its status came about, as far as is known: of two reports the later one holds. */
  readonly updatedAt?: number;
  readonly stages: readonly Stage[];
  /** What held it up when it was read, and is none of its actions. */
  readonly obstacle?: Obstacle;
}

/** The way into a stage is closed, another run is in it, or a condition of it has failed. */
export interface Obstacle {
  readonly kind: 'closed' | 'busy' | 'condition';
  readonly stage: string;
  /** Why it was closed, which run is in it, or what the condition says; as far as AWS tells. */
  readonly text?: string;
  /** When the way was closed. */
  readonly since?: number;
}

/** What the run carries, as far as it is known. */
export interface Change {
  /** `owner/name` on GitHub. */
  readonly repository?: string;
  readonly commit?: string;
  readonly ref?: string;
  /** The commit's first line. */
  readonly message?: string;
  readonly author?: string;
  /** The GitHub login that pushed it across. */
  readonly actor?: string;
  readonly pullRequest?: number;
  /** The workflow run that pushed it across. */
  readonly workflowUrl?: string;
  /** The source revision as CodePipeline names it: a commit, an S3 version id or an image digest. */
  readonly revision?: string;
}

export interface Stage {
  readonly name: string;
  readonly status: StageStatus;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** As the run's. */
  readonly updatedAt?: number;
  readonly actions: readonly Action[];
}

export interface Action {
  readonly name: string;
  readonly category: string;
  readonly provider: string;
  readonly runOrder: number;
  readonly status: ActionStatus;
  /** The action execution's own id; a retry has a new one. */
  readonly executionId?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** As the run's. */
  readonly updatedAt?: number;
  /** When the next three were told. */
  readonly toldAt?: number;
  /** What the provider calls its part: a build id, a deployment id. */
  readonly externalId?: string;
  readonly externalUrl?: string;
  /** AWS's one-line summary or error message. */
  readonly summary?: string;
  /** Why it failed, as found by its provider. */
  readonly reason?: Reason;
}

/** Why an action failed, in one sentence, with the last lines of what it said itself. */
export interface Reason {
  readonly text: string;
  /** Where: a build phase, or a lifecycle event on a host. */
  readonly where?: string;
  readonly log?: readonly string[];
  readonly url?: string;
}

type Open<Known extends string> = Known | (string & {});

export type RunStatus = Open<
  'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Superseded' | 'Failed' | 'Cancelled'
>;
export type StageStatus = Open<
  'Pending' | 'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Failed' | 'Cancelled' | 'Skipped'
>;
type ActionStatus = Open<'Pending' | 'InProgress' | 'Abandoned' | 'Succeeded' | 'Failed'>;

const finalStatuses: ReadonlySet<string> = new Set([
  'Stopped',
  'Succeeded',
  'Superseded',
  'Failed',
  'Cancelled',
]);

/** Whether the run will not move again by itself (a failed run can still be retried). */
export function isFinal(run: Run): boolean {
  return finalStatuses.has(run.status);
}

/** The manual approval that the run waits for now, if any. */
export function waitingApproval(run: Run): { stage: Stage; action: Action } | undefined {
  if (isFinal(run)) return undefined;
  for (const stage of run.stages) {
    for (const action of stage.actions) {
      if (action.category === 'Approval' && action.status === 'InProgress') return { stage, action };
    }
  }
  return undefined;
}

/** The stage before which the run stands: nothing of it is under way, and what was before is done. */
export function stageToCome(run: Run): Stage | undefined {
  const index = run.stages.findIndex(({ status }) => status === 'Pending');
  const before = run.stages.slice(0, index);
  const isDone = before.every(({ status }) => status === 'Succeeded' || status === 'Skipped');
  return run.status === 'InProgress' && index > 0 && isDone ? run.stages[index] : undefined;
}

/** Whether it failed and none of its actions did. */
export function failedByCondition({ status, stages }: Run): boolean {
  return (
    status === 'Failed' && !stages.some(({ actions }) => actions.some((each) => each.status === 'Failed'))
  );
}
