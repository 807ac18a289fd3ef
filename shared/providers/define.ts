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
  /** The AWS console's page of this action's part. */
  link?(action: Action, region: string): string | undefined;
}

export interface ProviderContext {
  readonly clients: AwsClients;
  readonly run: Run;
}

export function defineProvider(provider: Provider): Provider {
  return provider;
}
