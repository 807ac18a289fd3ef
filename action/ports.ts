import { createAwsClients } from '../shared/aws/clients.ts';
import { createPipelines } from '../shared/aws/pipelines.ts';
import type { Pipelines, ReasonFinder } from '../shared/aws/ports.ts';
import type { ObjectStore } from '../shared/aws/uploads.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import type { RunReader } from '../shared/run/watch.ts';

/** Everything outside that the Action talks to, but for the runner. */
export interface Ports {
  readonly pipelines: Pipelines & RunReader;
  /** Loaded only where something is uploaded. */
  objects(): Promise<ObjectStore>;
  /** The id of the account that the credentials belong to. */
  account(): Promise<string>;
  readonly reasons: ReasonFinder;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

const userAgent = 'drawbridge-action';
const maxAttempts = 6;

/** The real outside. */
export function createPorts(region: string): Ports {
  const clients = createAwsClients({ region, maxAttempts, userAgent });
  return {
    pipelines: createPipelines(clients, region),
    objects: async () => (await import('../shared/aws/uploads.ts')).createObjectStore(clients, region),
    account: async () => (await import('../shared/aws/account.ts')).callerAccount(clients, region),
    reasons: async (run, stage, action) => {
      const { createReasonFinder } = await import('../shared/providers/find.ts');
      return createReasonFinder(clients)(run, stage, action);
    },
    fetch,
    clock: systemClock,
  };
}
