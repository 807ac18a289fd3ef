import type { Readable } from 'node:stream';
import type {
  ActionCategory,
  ActionDeclaration,
  ActionOwner,
  ExecutionMode,
  PipelineVariable,
  SourceRevisionOverride,
} from '@aws-sdk/client-codepipeline';
import type { Aws } from '../../../define.ts';

/**
 * How the actions of one provider run locally: one file a provider. The engine resolves variables, stores the
 * outcome and emits the events; a runner only does the work.
 */
export interface ActionRunner {
  readonly category: ActionCategory;
  /** `AWS` where it is left out. */
  readonly owner?: ActionOwner;
  /** As in the pipeline definition: `S3`, `CodeBuild`, … */
  readonly provider: string;
  /** Whether nothing stands for the provider here, so that every run fails. */
  readonly isAbsent?: boolean;
  /**
   * Resolves when the work has ended, well or badly. What it throws fails the action with the message of what
   * was thrown, so a runner throws `ActionFailure` where it knows the error code.
   */
  run(context: ActionContext): Promise<ActionResult>;
}

export interface ActionContext {
  readonly aws: Aws;
  readonly pipeline: string;
  readonly stage: string;
  readonly executionId: string;
  readonly actionExecutionId: string;
  readonly mode: ExecutionMode;
  /** The declaration as written, but for `configuration`: see there. */
  readonly action: ActionDeclaration;
  /** The action's configuration with every `#{variable}` resolved. */
  readonly configuration: Readonly<Record<string, string>>;
  /** The input artifacts in the order of the declaration. */
  readonly inputs: readonly StoredArtifact[];
  /** Where each declared output artifact belongs: store a zip file there, with `store` or otherwise. */
  readonly outputs: readonly StoredArtifact[];
  /** For a source: what the start asked for in place of the newest revision. */
  readonly override: SourceOverride | undefined;
  /** Aborts when nobody waits for the outcome any more: the run was stopped and this action abandoned. */
  readonly signal: AbortSignal;
  /** Puts an output artifact into its place in the artifact store. */
  store(artifact: string, zip: Readable | Uint8Array): Promise<void>;
  /** Shows at once what is known of the work: the external id as soon as there is one. */
  update(progress: ActionProgress): void;
  /** Resolves when `PutApprovalResult` answers this token. */
  awaitApproval(token: string): Promise<ApprovalAnswer>;
  /** Starts another pipeline; returns the id of its execution. Throws what a start refuses. */
  startPipeline(
    name: string,
    options: { variables: readonly PipelineVariable[]; overrides: readonly SourceRevisionOverride[] },
  ): string;
  /** For the operator of the local AWS. */
  log(line: string): void;
}

/** A source revision that a start asks for. */
export interface SourceOverride extends SourceRevisionOverride {
  /** The branch that a trigger found the revision on, where it is not the action's own. */
  readonly branch?: string;
}

export interface ApprovalAnswer {
  readonly approved: boolean;
  readonly summary: string;
  /** The ARN of who answered. */
  readonly by: string;
}

/** An artifact in the pipeline's artifact store. */
export interface StoredArtifact {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  /** For an input that a source put out: the source revision that it holds. */
  readonly revision?: string;
}

export interface ActionProgress {
  readonly externalExecutionId?: string;
  readonly externalExecutionUrl?: string;
  readonly summary?: string;
  /** 0 to 100. */
  readonly percentComplete?: number;
  /** Where the provider shows what the action works on. */
  readonly entityUrl?: string;
  /** The token that answers a manual approval. */
  readonly token?: string;
  /** Who answered: the ARN or name that `GetPipelineState` shows as `lastUpdatedBy`. */
  readonly lastUpdatedBy?: string;
}

export interface ActionResult extends ActionProgress {
  readonly status: 'Succeeded' | 'Failed';
  /** Set where `status` is `Failed`. Codes are CodePipeline's: `JobFailed`, `ConfigurationError`, … */
  readonly error?: { readonly code: string; readonly message: string };
  /** What later actions may read as `#{namespace.key}`. */
  readonly outputVariables?: Readonly<Record<string, string>>;
  /** For a source: which revision each output artifact holds. */
  readonly revisions?: Readonly<Record<string, Revision>>;
}

/** A source revision as `GetPipelineExecution` shows it. `created` is in epoch milliseconds. */
export interface Revision {
  readonly id: string;
  /** What the provider calls the revision besides its id: for S3 the object's ETag. */
  readonly changeId?: string;
  readonly summary?: string;
  readonly url?: string;
  readonly created?: number;
}

/** Fails an action with an error code as CodePipeline shows it. */
export class ActionFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ActionFailure';
    this.code = code;
  }
}

export function defineActionRunner(runner: ActionRunner): ActionRunner {
  return runner;
}
