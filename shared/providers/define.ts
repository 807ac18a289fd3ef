import type { AwsClients } from '../aws/clients.ts';
import type { Action, Reason, Run } from '../run/model.ts';

/** What explains one kind of pipeline action: one file a provider, found by the provider's name in the definition. */
export interface Provider {
  /** As in the pipeline definition: `CodeBuild`, `CodeDeploy`, `S3`, `Manual`, … */
  readonly provider: string;
  /** What the action is about, in a few words: `build shop:1f3a…`, `deployment d-ABC`. */
  describe(action: Action): string;
  /** Why it failed. Undefined where the provider knows no more than the action itself. */
  reason?(action: Action, context: ProviderContext): Promise<Reason | undefined>;
  /** What it does while it runs. */
  progress?(action: Action, context: ProviderContext): Progress;
  /** The last lines it wrote, oldest first. */
  logs?(action: Action, context: ProviderContext): Promise<string[] | undefined>;
  /** The AWS console's page of this action's part. */
  link?(action: Action, region: string): string | undefined;
}

/** Follows one execution of an action. */
export interface Progress {
  /**
   * What is new since the last look, in lines; undefined where there is nothing to follow. The `last` look is
   * made when the action has ended, and leaves nothing out.
   */
  look(last: boolean): Promise<readonly string[] | undefined>;
}

export interface ProviderContext {
  readonly clients: AwsClients;
  readonly run: Run;
}

export function defineProvider(provider: Provider): Provider {
  return provider;
}
