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

/** Parameter Store and Secrets Manager as the bot reads them. */
export interface SecretStore {
  /** What is known of a name without its value; undefined where it does not exist. */
  describe(name: string): Promise<SecretInfo | undefined>;
  read(name: string): Promise<Secret | undefined>;
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
