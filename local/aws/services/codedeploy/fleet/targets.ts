import type { EC2TagFilter, TagFilter, TargetInstances } from '@aws-sdk/client-codedeploy';
import type { Host } from '../../../hosts/host.ts';
import type { CodeDeploy, Ec2Instances, Group } from '../state.ts';
import { isMember } from './auto-scaling.ts';

export interface FoundTarget {
  readonly id: string;
  readonly arn: string;
  readonly host: Host | undefined;
}

type Tags = Readonly<Record<string, string>>;

/**
 * The instances a deployment group means: any filter of a list must match, and of a tag set all lists must.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/instances-tagging.html
 */
export function findTargets(state: CodeDeploy, group: Group): FoundTarget[] {
  const onPremises = [...state.onPremises.values()]
    .filter(({ deregisterTime, tags = [] }) => {
      const named = Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
      const sets = group.onPremisesTagSet?.onPremisesTagSetList;
      return !deregisterTime && matches(named, group.onPremisesTagFilters, sets);
    })
    .map(({ instanceName, instanceArn = '' }) => ({
      id: instanceName,
      arn: instanceArn,
      host: state.hosts.get(instanceName),
    }));
  return [...findInstances(state, group.instances), ...onPremises];
}

export function findInstances(state: CodeDeploy, wanted: Ec2Instances): FoundTarget[] {
  const { region, account } = state.aws;
  const { tagFilters, tagSet, autoScalingGroups } = wanted;
  return state.hosts
    .list()
    .filter(({ id }) => isEc2(id))
    .filter(
      (host) => matches(host.tags, tagFilters, tagSet?.ec2TagSetList) || isMember(host, autoScalingGroups),
    )
    .map((host) => ({ id: host.id, arn: `arn:aws:ec2:${region}:${account}:instance/${host.id}`, host }));
}

/** Those that a request names. */
export function meantBy({
  tagFilters = [],
  ec2TagSet,
  autoScalingGroups = [],
}: TargetInstances): Ec2Instances {
  return { tagFilters, tagSet: ec2TagSet, autoScalingGroups };
}

export function isEc2(id: string): boolean {
  return /^i-[0-9a-f]{8,17}$/.test(id);
}

function matches(
  tags: Tags,
  filters: readonly (EC2TagFilter | TagFilter)[],
  sets: readonly (readonly (EC2TagFilter | TagFilter)[])[] = [],
): boolean {
  if (filters.length > 0) return matchesAny(tags, filters);
  return sets.length > 0 && sets.every((set) => matchesAny(tags, set));
}

function matchesAny(tags: Tags, filters: readonly (EC2TagFilter | TagFilter)[]): boolean {
  return filters.some(({ Key, Value, Type = typeOf(Key, Value) }) => {
    if (Type === 'KEY_ONLY') return Key !== undefined && Object.hasOwn(tags, Key);
    if (Type === 'VALUE_ONLY') return Object.values(tags).includes(Value ?? '');
    return Key !== undefined && Object.hasOwn(tags, Key) && tags[Key] === (Value ?? '');
  });
}

function typeOf(key: string | undefined, value: string | undefined): EC2TagFilter['Type'] {
  if (key !== undefined && value !== undefined) return 'KEY_AND_VALUE';
  return key === undefined ? 'VALUE_ONLY' : 'KEY_ONLY';
}
