import type { Persistence } from '../../define.ts';
import { startListener } from '../../loadbalancer/listener.ts';
import type { Balancers, LoadBalancer, NamedGroup } from './balancers.ts';

interface Kept {
  readonly groups: readonly KeptGroup[];
  readonly balancers: readonly KeptBalancer[];
}

type KeptGroup = Omit<NamedGroup, 'targets'> & {
  readonly drainingDelay: number;
  readonly targets: readonly { readonly id: string; readonly port: number }[];
};

type KeptBalancer = Omit<LoadBalancer, 'listeners'> & {
  readonly listeners: readonly { readonly arn: string; readonly group: string; readonly port: number }[];
};

/** Target groups with their targets, which are checked anew, and load balancers that listen where they did. */
export const persistence: Persistence<Balancers> = {
  version: 1,
  snapshot: (balancers): Kept => ({
    groups: [...balancers.groups.values()].map(keepGroup),
    balancers: [...balancers.balancers.values()].map(keepBalancer),
  }),
  async restore(balancers, snapshot): Promise<undefined> {
    const kept = snapshot as Kept;
    for (const group of kept.groups) restoreGroup(balancers, group);
    for (const balancer of kept.balancers) await restoreBalancer(balancers, balancer);
  },
};

/** Who was leaving has left. */
function keepGroup({ targets, ...group }: NamedGroup): KeptGroup {
  const staying = targets.targets().filter(({ state }) => state !== 'draining');
  return {
    ...group,
    drainingDelay: targets.drainingDelay,
    targets: staying.map(({ id, port }) => ({ id, port })),
  };
}

function keepBalancer({ listeners, ...balancer }: LoadBalancer): KeptBalancer {
  const kept = [...listeners.values()].map(({ arn, group, listener }) => ({
    arn,
    group: group.arn,
    port: listener.port,
  }));
  return { ...balancer, listeners: kept };
}

function restoreGroup(balancers: Balancers, { drainingDelay, targets, ...made }: KeptGroup): void {
  const group = balancers.addGroup(made);
  group.targets.drainingDelay = drainingDelay;
  for (const { id, port } of targets) group.targets.register(id, port);
}

async function restoreBalancer(balancers: Balancers, { listeners, ...made }: KeptBalancer): Promise<void> {
  const balancer: LoadBalancer = { ...made, listeners: new Map() };
  balancers.balancers.set(balancer.arn, balancer);
  for (const { arn, group: groupArn, port } of listeners) {
    const group = balancers.group(groupArn);
    const listener = await startListener(group.targets, port).catch(async (error: Error) => {
      const other = await startListener(group.targets, 0);
      balancers.aws.log(`${arn} listens on port ${other.port} now: ${error.message}`);
      return other;
    });
    balancer.listeners.set(arn, { arn, group, listener });
  }
}
