import { AwsError } from '../../define.ts';
import type { NamedGroup } from '../elbv2/balancers.ts';
import elbv2 from '../elbv2/service.ts';
import type { CodeDeploy, Deployment, Target } from './state.ts';

/** How long a host may take to become healthy: what CodeDeploy gives any lifecycle event, in milliseconds. */
const longestWait = 3_600_000;

/** The target groups of a deployment's load balancer, or an `AwsError` that says which one is not there. */
export function targetGroups(
  { aws }: CodeDeploy,
  { loadBalancer }: Pick<Deployment, 'loadBalancer'>,
): NamedGroup[] {
  const balancers = aws.use(elbv2);
  return (loadBalancer?.targetGroupInfoList ?? []).map(({ name = '' }) => {
    const group = balancers.groupNamed(name);
    if (group) return group;
    throw new AwsError('TargetGroupNotFound', `The target group ${name} could not be found.`);
  });
}

/** BlockTraffic: takes a host out of rotation and lets it finish its requests. */
export async function blockTraffic(state: CodeDeploy, deployment: Deployment, { id }: Target): Promise<void> {
  const { signal } = deployment.stopping;
  const groups = targetGroups(state, deployment);
  await unlessAborted(Promise.all(groups.map(({ targets }) => targets.deregister(id))), signal);
}

/** AllowTraffic: puts a host into rotation and waits until the load balancer finds it healthy. */
export async function allowTraffic(state: CodeDeploy, deployment: Deployment, { id }: Target): Promise<void> {
  const balancers = state.aws.use(elbv2);
  const late = new AbortController();
  const cancel = state.aws.clock.after(longestWait, () =>
    late.abort(new Error(`The load balancer did not find ${id} healthy within an hour.`)),
  );
  const signal = AbortSignal.any([late.signal, deployment.stopping.signal]);
  try {
    const groups = targetGroups(state, deployment);
    const idle = groups.find((group) => !balancers.isUsed(group));
    if (idle)
      throw new Error(`The target group ${idle.name} has no listener: no request would come from it.`);
    for (const group of groups) balancers.register(group, id);
    await unlessAborted(Promise.all(groups.map(({ targets }) => targets.whenHealthy(id, signal))), signal);
  } finally {
    cancel();
  }
}

async function unlessAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error(stopped));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => {});
  }
}

const stopped = 'The deployment was stopped while traffic was rerouted.';
