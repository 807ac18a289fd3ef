import type { Tag } from '@aws-sdk/client-codedeploy';
import { freePorts } from '../../../../free-ports.ts';
import { AwsError } from '../../../define.ts';
import { isEc2 } from '../fleet/targets.ts';
import type { CodeDeploy } from '../state.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

/** What a registered instance's host listens on, as its environment's `PORT` says. */
const portTag = 'drawbridge:port';

/**
 * On-premises instances: what is deployed to is the local host of the same name, which registering makes where
 * there is none and deregistering ends.
 */
export const instanceOperations = {
  async RegisterOnPremisesInstance(state, { instanceName, iamSessionArn, iamUserArn }) {
    const name = checkName(instanceName);
    const [freePort] = await freePorts(1);
    const known = state.onPremises.get(name);
    if (known && !known.deregisterTime)
      throw new AwsError('InstanceNameAlreadyRegisteredException', `Instance ${name} is already registered`);
    if (iamSessionArn && iamUserArn)
      throw new AwsError('MultipleIamArnsProvidedException', 'Use iamSessionArn or iamUserArn, not both');
    if (!iamSessionArn && !iamUserArn)
      throw new AwsError('IamArnRequiredException', 'iamSessionArn or iamUserArn is missing');
    const { region, account, clock } = state.aws;
    const host = state.hosts.get(name);
    const port = host ? host.port : freePort;
    const kept = known?.tags?.filter(({ Key }) => Key !== portTag) ?? [];
    state.onPremises.set(name, {
      instanceName: name,
      instanceArn: `arn:aws:codedeploy:${region}:${account}:instance/${name}`,
      iamSessionArn,
      iamUserArn,
      registerTime: new Date(clock.now()),
      tags: port === undefined ? kept : [...kept, { Key: portTag, Value: String(port) }],
    });
    if (!host) await state.hosts.add({ id: name, env: { PORT: String(freePort) } });
    return {};
  },

  async DeregisterOnPremisesInstance(state, { instanceName }) {
    const instance = state.onPremises.get(checkName(instanceName));
    if (!instance || instance.deregisterTime) return {};
    await state.hosts.terminate(instance.instanceName);
    const deregisterTime = new Date(state.aws.clock.now());
    state.onPremises.set(instance.instanceName, { ...instance, deregisterTime });
    return {};
  },

  GetOnPremisesInstance: (state, { instanceName }) => ({ instanceInfo: find(state, instanceName) }),

  BatchGetOnPremisesInstances(state, { instanceNames = [] }) {
    checkBatch(instanceNames, 100);
    return { instanceInfos: instanceNames.flatMap((name) => state.onPremises.get(name) ?? []) };
  },

  ListOnPremisesInstances(state, { registrationStatus, tagFilters = [], nextToken }) {
    const names = [...state.onPremises.values()]
      .filter(({ deregisterTime }) => {
        if (registrationStatus === undefined) return true;
        return (registrationStatus === 'Deregistered') === (deregisterTime !== undefined);
      })
      .filter(({ tags = [] }) =>
        tagFilters.every(({ Key, Value }) =>
          tags.some(
            (tag) => (Key === undefined || tag.Key === Key) && (Value === undefined || tag.Value === Value),
          ),
        ),
      )
      .map(({ instanceName }) => instanceName);
    const { items, ...more } = page(names.sort(), nextToken);
    return { instanceNames: items, ...more };
  },

  AddTagsToOnPremisesInstances(state, { tags, instanceNames }) {
    change(state, { tags, instanceNames }, (kept, added) => [
      ...kept.filter(({ Key }) => !has(added, Key)),
      ...added,
    ]);
    return {};
  },

  RemoveTagsFromOnPremisesInstances(state, { tags, instanceNames }) {
    change(state, { tags, instanceNames }, (kept, removed) => kept.filter(({ Key }) => !has(removed, Key)));
    return {};
  },
} satisfies CodeDeployOperations;

const has = (tags: readonly Tag[], key: string | undefined) => tags.some(({ Key }) => Key === key);

function change(
  state: CodeDeploy,
  { tags, instanceNames }: { tags: Tag[] | undefined; instanceNames: string[] | undefined },
  apply: (kept: readonly Tag[], given: readonly Tag[]) => Tag[],
): void {
  if (!tags?.length) throw new AwsError('TagRequiredException', 'Tags are missing');
  if (tags.some(({ Key }) => !Key)) throw new AwsError('InvalidTagException', 'A tag needs a key');
  if (!instanceNames?.length)
    throw new AwsError('InstanceNameRequiredException', 'Instance names are missing');
  const instances = instanceNames.map((name) => find(state, name));
  for (const instance of instances)
    state.onPremises.set(instance.instanceName, { ...instance, tags: apply(instance.tags ?? [], tags) });
}

function find(state: CodeDeploy, name: string | undefined) {
  const instance = state.onPremises.get(checkName(name));
  if (instance) return instance;
  throw new AwsError('InstanceNotRegisteredException', `Instance ${name} is not registered`);
}

function checkName(name: string | undefined): string {
  if (!name) throw new AwsError('InstanceNameRequiredException', 'Instance name is missing');
  if (/^(?!\.+$)[\w.-]{1,100}$/.test(name) && !isEc2(name)) return name;
  throw new AwsError('InvalidInstanceNameException', `Instance name ${name} is not valid`);
}
