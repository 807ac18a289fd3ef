/** Where a host is in a deployment. `Skipped` only comes of a stop, after which nothing is planned. */
export type HostState = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

/** How far a fleet may be taken down. `CodeDeployDefault.OneAtATime` is MOST_CONCURRENCY 1, which nobody else can ask for. */
export type Health =
  | { readonly type: 'HOST_COUNT' | 'FLEET_PERCENT'; readonly value: number }
  | { readonly type: 'MOST_CONCURRENCY'; readonly value: number };

export type Plan =
  /** Start these, now; none while others must end first. */
  | { readonly kind: 'go on'; readonly start: readonly string[] }
  | { readonly kind: 'succeeded' }
  /** Too few hosts are left healthy: what is pending is skipped. */
  | { readonly kind: 'failed' };

/**
 * What happens next to a fleet. A host is healthy unless it is deployed to just now or failed in this deployment.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/instances-health.html
 */
export function planRollout(hosts: ReadonlyMap<string, HostState>, health: Health): Plan {
  const minimum = minimumHealthy(health, hosts.size);
  const of = (state: HostState) => [...hosts].filter(([, s]) => s === state).map(([id]) => id);
  const [pending, busy, failed] = [of('Pending'), of('InProgress').length, of('Failed').length];
  const spare = hosts.size - busy - failed - minimum;
  if (pending.length === 0 && busy === 0) {
    // Where nothing need stay healthy, one host must still succeed: so AllAtOnce is described.
    const needed = Math.max(1, minimum);
    return { kind: of('Succeeded').length >= needed ? 'succeeded' : 'failed' };
  }
  const start = pending.slice(0, Math.max(0, spare));
  if (start.length === 0 && busy === 0) return { kind: 'failed' };
  return { kind: 'go on', start };
}

/** How many of `total` hosts must stay healthy. */
export function minimumHealthy({ type, value }: Health, total: number): number {
  if (type === 'HOST_COUNT') return value;
  if (type === 'FLEET_PERCENT') return Math.ceil((total * value) / 100);
  return total - value;
}

/** Whether not even one host could be deployed to, so that the deployment fails at once. */
export function isImpossible(health: Health, total: number): boolean {
  return minimumHealthy(health, total) >= total;
}
