import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { Reason, Run } from '../run/model.ts';
import type { Secret } from '../secrets/secret.ts';

/** CodePipeline as the Action and the bot use it. Every method may throw a `UserError` (see `errors.ts`). */
export interface Pipelines {
  /** The names of all pipelines of the account and region. */
  names(): Promise<string[]>;
  definition(pipeline: string): Promise<PipelineDeclaration>;
  /** One execution, complete: every stage of its definition, with what has happened so far. */
  run(pipeline: string, id: string): Promise<Run>;
  /** The newest executions first, without their stages. `succeededIn` keeps those that succeeded in that stage. */
  recent(pipeline: string, options: { limit: number; succeededIn?: string }): Promise<Run[]>;
  /** The manual approval that this very execution waits for, with its token. */
  pendingApproval(pipeline: string, id: string): Promise<PendingApproval | undefined>;
  start(start: StartRequest): Promise<string>;
  approve(answer: ApprovalAnswer): Promise<void>;
  /** Starts a ROLLBACK execution of `stage` with the artifacts of `to`; its id. */
  rollback(request: { pipeline: string; stage: string; to: string }): Promise<string>;
  retry(request: { pipeline: string; stage: string; id: string; all: boolean }): Promise<void>;
  stop(request: { pipeline: string; id: string; abandon: boolean; reason: string }): Promise<void>;
}

export interface PendingApproval {
  readonly pipeline: string;
  readonly id: string;
  readonly stage: string;
  readonly action: string;
  readonly token: Secret;
  /** The action's CustomData, for the approver to read. */
  readonly customData?: string;
  readonly reviewUrl?: string;
}

export interface ApprovalAnswer {
  readonly approval: PendingApproval;
  readonly status: 'Approved' | 'Rejected';
  /** At most 512 characters; cut if longer. */
  readonly summary: string;
}

export interface StartRequest {
  readonly pipeline: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly sourceRevisions?: readonly SourceRevision[];
  /** The same token again gives the same execution. */
  readonly token?: string;
}

export interface SourceRevision {
  readonly action: string;
  readonly type: 'COMMIT_ID' | 'IMAGE_DIGEST' | 'S3_OBJECT_VERSION_ID' | 'S3_OBJECT_KEY';
  readonly value: string;
}

/** The ways into the stages of a pipeline, and the conditions that hold a stage up. */
export interface Stages {
  /** How each stage stands now, in the pipeline's order. */
  states(pipeline: string): Promise<StageState[]>;
  /** Closes the way into a stage. `reason` may be any text; what AWS does not take of it is left out. */
  close(at: { pipeline: string; stage: string; reason: string }): Promise<void>;
  open(at: { pipeline: string; stage: string }): Promise<void>;
  /** Lets a run go on although a condition of the stage has failed. */
  override(at: { pipeline: string; stage: string; run: string; condition: ConditionKind }): Promise<void>;
}

type ConditionKind = 'BEFORE_ENTRY' | 'ON_SUCCESS';

export interface StageState {
  readonly stage: string;
  /** The run that is or was in it last. */
  readonly run?: string;
  /** Of the way in; undefined where it is open. */
  readonly closed?: { readonly reason?: string; readonly by?: string; readonly at?: number };
  /** The condition that failed on its last run. */
  readonly failedCondition?: { readonly kind: ConditionKind; readonly summary?: string };
}

/** CodeDeploy as the bot uses it beside a pipeline. */
export interface Deployments {
  /** Undefined where CodeDeploy has forgotten it. */
  read(id: string): Promise<Deployment | undefined>;
  /** Ends a blue/green deployment's wait: before the traffic moves, or before the old hosts are terminated. */
  proceed(id: string, wait: 'READY_WAIT' | 'TERMINATION_WAIT'): Promise<void>;
  /** Deploys to the same group what that deployment brought out; the new one's id. */
  repeat(id: string, description: string): Promise<string>;
  /** The newest deployment of that deployment's group that was described so. */
  described(id: string, description: string): Promise<string | undefined>;
}

export interface Deployment {
  readonly id: string;
  /** AWS's word: `Ready` waits for somebody to let the traffic over. */
  readonly status: string;
  readonly application: string;
  readonly group: string;
}

/** The last lines that an action wrote, oldest first; undefined where nothing is known that writes any. */
export type LogReader = (run: Run, stage: string, action: string) => Promise<string[] | undefined>;

/** Parameter Store and Secrets Manager as the bot reads them. */
export interface SecretStore {
  /** What is known of a name without its value; undefined where it does not exist. */
  describe(name: string): Promise<SecretInfo | undefined>;
  read(name: string): Promise<Secret | undefined>;
  /** What is known of the names below a path, at most `limit`, in order. */
  list(path: string, limit: number): Promise<SecretInfo[]>;
  /** The versions of a name, newest first; none where it does not exist. */
  history(name: string): Promise<SecretVersion[]>;
}

export interface SecretVersion {
  readonly version: string;
  readonly changedAt?: number;
  readonly changedBy?: string;
  /** Such as AWSCURRENT. */
  readonly labels: readonly string[];
}

export interface SecretInfo {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly changedAt?: number;
  readonly changedBy?: string;
}

/** Finds out why a failed action failed. */
export type ReasonFinder = (run: Run, stage: string, action: string) => Promise<Reason | undefined>;
