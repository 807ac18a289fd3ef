import { freePorts } from '../../../../free-ports.ts';
import type { Host } from '../../../hosts/host.ts';
import type { CodeDeploy, Deployment } from '../state.ts';

/** The tag that tells an instance's Auto Scaling group: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html */
const groupTag = 'aws:autoscaling:groupName';

/** How many hosts a new Auto Scaling group has. */
const desiredCapacity = 2;

/** Whether a host belongs to one of these Auto Scaling groups. */
export function isMember({ tags }: Host, groups: readonly string[]): boolean {
  return groups.includes(tags[groupTag] ?? '');
}

/** Makes those that are not there: no API that is served here does. */
export async function makeAutoScalingGroups(state: CodeDeploy, names: readonly string[]): Promise<void> {
  const missing = names.filter((name) => !state.hosts.list().some((host) => isMember(host, [name])));
  for (const name of missing)
    await launch(
      state,
      name,
      Array.from({ length: desiredCapacity }, () => ({ tags: { Name: name }, env: {} })),
    );
}

/** Makes hosts like those of the Auto Scaling groups, empty, in a new group, whose name CodeDeploy gives. */
export async function copyAutoScalingGroup(
  state: CodeDeploy,
  deployment: Deployment,
  groups: readonly string[],
): Promise<void> {
  const originals = state.hosts.list().filter((host) => isMember(host, groups));
  await launch(state, copyName(deployment), originals);
}

export function copyName({ group, id }: Pick<Deployment, 'group' | 'id'>): string {
  return `CodeDeploy_${group.name}_${id}`;
}

async function launch(
  { hosts }: CodeDeploy,
  name: string,
  alike: readonly Pick<Host, 'tags' | 'env'>[],
): Promise<void> {
  const ports = await freePorts(alike.length);
  for (const [index, { tags, env }] of alike.entries())
    await hosts.add({ tags: { ...tags, [groupTag]: name }, env: { ...env, PORT: String(ports[index]) } });
}
