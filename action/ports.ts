import { createAwsClients } from '../shared/aws/clients.ts';
import type { GitAccess } from '../shared/aws/codecommit.ts';
import { createPipelines } from '../shared/aws/pipelines.ts';
import type { Pipelines, ReasonFinder } from '../shared/aws/ports.ts';
import type { SecretValues } from '../shared/aws/secret-values.ts';
import type { ObjectStore } from '../shared/aws/uploads.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { createProgressFinder, createReasonFinder, type ProgressFinder } from '../shared/providers/find.ts';
import type { RunReader } from '../shared/run/watch.ts';
import { useProxy } from './proxy.ts';

/** Everything outside that the Action talks to, but for the runner. */
export interface Ports {
  readonly pipelines: Pipelines & RunReader;
  /** Loaded only where something is uploaded. */
  objects(): Promise<ObjectStore>;
  /** Loaded only where secrets are taken. */
  secrets(): Promise<SecretValues>;
  /** The id of the account that the credentials belong to. */
  account(): Promise<string>;
  /** How git gets into a CodeCommit repository. */
  gitAccess(repository: string): Promise<GitAccess>;
  readonly reasons: ReasonFinder;
  /** What actions do while they run. */
  readonly progress: ProgressFinder;
  /** How many calls AWS has been sent so far. */
  calls(): number;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

const userAgent = 'drawbridge-action';
const maxAttempts = 6;

/** The real outside. */
export function createPorts(region: string): Ports {
  let calls = 0;
  const onCall = () => {
    calls += 1;
  };
  const requestHandler = useProxy(process.env);
  const clients = createAwsClients({ region, maxAttempts, userAgent, onCall, requestHandler });
  return {
    pipelines: createPipelines(clients, region),
    objects: async () => (await import('../shared/aws/uploads.ts')).createObjectStore(clients, region),
    secrets: async () => (await import('../shared/aws/secret-values.ts')).createSecretValues(clients, region),
    account: async () => (await import('../shared/aws/account.ts')).callerAccount(clients, region),
    gitAccess: async (repository) => {
      const { gitAccess, gitEndpoint } = await import('../shared/aws/codecommit.ts');
      // The SDK's own variables for another endpoint: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
      const { AWS_ENDPOINT_URL_CODECOMMIT, AWS_ENDPOINT_URL } = process.env;
      const endpoint = AWS_ENDPOINT_URL_CODECOMMIT || AWS_ENDPOINT_URL || gitEndpoint(region);
      return gitAccess(clients, { region, repository, endpoint }, systemClock.now());
    },
    reasons: createReasonFinder(clients),
    progress: createProgressFinder(clients),
    calls: () => calls,
    fetch,
    clock: systemClock,
  };
}
