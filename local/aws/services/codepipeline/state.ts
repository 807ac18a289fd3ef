import type {
  ExecutionMode,
  ExecutionTrigger,
  ExecutionType,
  PipelineDeclaration,
  PipelineExecutionStatus,
  Result,
  StageDeclaration,
  StageExecutionStatus,
  Tag,
} from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import type { ActionRun } from './action-run.ts';
import type { Revision, SourceOverride, StoredArtifact } from './actions/define.ts';
import type { ConditionRun, RuleRun } from './conditions.ts';
import type { OutputVariables } from './variables.ts';

/** A pipeline with all that ever happened to it. Times are epoch milliseconds. */
export interface Pipeline {
  readonly name: string;
  readonly arn: string;
  /** Every version of the structure, the first at index 0. */
  readonly versions: PipelineDeclaration[];
  readonly created: number;
  updated: number;
  readonly tags: Map<string, Tag>;
  /** One for each stage that ever was, by name. */
  readonly lanes: Map<string, Lane>;
  /** The oldest first. */
  readonly executions: Execution[];
  /** The oldest first. */
  readonly actionRuns: ActionRun[];
  /** The oldest first. */
  readonly ruleRuns: RuleRun[];
  /** The last revision that each source action was told of from outside, and what that started. */
  readonly putRevisions: Map<string, { readonly key: string; readonly executionId: string }>;
  /** Which execution a client request token started. */
  readonly startedBy: Map<string, Execution>;
}

/** The way into a stage, and the lock on it. */
export interface Lane {
  readonly stage: string;
  transition: Transition;
  /** Executions at the stage's door, the first to enter first. */
  readonly waiting: Execution[];
  /** Who holds the stage's lock; nobody ever does in PARALLEL mode. */
  holder: Execution | undefined;
  /** The execution that entered the stage last. */
  latest: StageRun | undefined;
}

interface Transition {
  readonly enabled: boolean;
  readonly reason?: string;
  readonly changedBy?: string;
  readonly changedAt?: number;
}

export interface Execution {
  readonly id: string;
  readonly pipeline: Pipeline;
  /** The structure it runs under. */
  readonly declaration: PipelineDeclaration;
  readonly version: number;
  readonly mode: ExecutionMode;
  readonly type: ExecutionType;
  /** For a rollback: the execution whose artifacts and variables it uses. */
  readonly rollbackTarget: Execution | undefined;
  readonly trigger: ExecutionTrigger;
  readonly overrides: readonly SourceOverride[];
  /** The execution of another pipeline whose action started this one. */
  readonly invokedBy: Execution | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly startTime: number;
  updateTime: number;
  status: PipelineExecutionStatus;
  statusSummary: string | undefined;
  /** Counts the first run and each retry: 1, 2, … */
  attempt: number;
  stop: { readonly reason: string | undefined; readonly abandon: boolean } | undefined;
  /** What its actions have stored so far. */
  artifacts: readonly StoredArtifact[];
  revisions: readonly SourceRevision[];
  outputs: readonly OutputVariables[];
  /** The stages it has entered. */
  stages: readonly StageRun[];
}

interface SourceRevision extends Revision {
  /** The artifact's. */
  readonly name: string;
  readonly actionName: string;
}

/** One execution in one stage. */
export interface StageRun {
  readonly execution: Execution;
  readonly declaration: StageDeclaration;
  readonly name: string;
  readonly startTime: number;
  status: StageExecutionStatus;
  /** The latest run of each action. */
  actions: readonly ActionRun[];
  /** The latest check of each condition. */
  conditions: readonly ConditionRun[];
  /** What the stage's failure, or a condition that did not hold, leads to. */
  engaged: Result | undefined;
  autoRetries: number;
  manualRetries: number;
  latestRetry: 'AutomatedStageRetry' | 'ManualStageRetry' | undefined;
}

const activeStatuses: ReadonlySet<PipelineExecutionStatus> = new Set(['InProgress', 'Stopping']);

export const isActive = (execution: Execution) => activeStatuses.has(execution.status);

export function current(pipeline: Pipeline): PipelineDeclaration {
  return pipeline.versions.at(-1) as PipelineDeclaration;
}

export function stagesOf(declaration: PipelineDeclaration): StageDeclaration[] {
  return declaration.stages ?? [];
}

/** The stage's lane, made at its first use. */
export function laneOf(pipeline: Pipeline, stage: string): Lane {
  let lane = pipeline.lanes.get(stage);
  if (!lane) {
    lane = { stage, transition: { enabled: true }, waiting: [], holder: undefined, latest: undefined };
    pipeline.lanes.set(stage, lane);
  }
  return lane;
}

/** The stage of the pipeline's present structure. */
export function findStage(pipeline: Pipeline, name: string | undefined): StageDeclaration {
  const stage = stagesOf(current(pipeline)).find((one) => one.name === name);
  if (!stage)
    throw new AwsError(
      'StageNotFoundException',
      `Pipeline '${pipeline.name}' does not have a stage with name '${name}'`,
    );
  return stage;
}

export function findExecution(pipeline: Pipeline, id: string | undefined): Execution {
  const execution = pipeline.executions.find((one) => one.id === id);
  if (!execution)
    throw new AwsError(
      'PipelineExecutionNotFoundException',
      `Pipeline '${pipeline.name}' does not have an execution with id '${id}'`,
    );
  return execution;
}
