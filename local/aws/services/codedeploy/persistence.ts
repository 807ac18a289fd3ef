import type { Persistence } from '../../define.ts';
import type { Hosts } from '../../hosts/hosts.ts';
import { describeDeployment } from './describe.ts';
import { endInterrupted, tellInterrupted } from './interrupted.ts';
import {
  type Application,
  type CodeDeploy,
  type Deployment,
  type Group,
  isActive,
  type Target,
} from './state.ts';

interface Kept extends Pick<CodeDeploy, 'configs' | 'onPremises' | 'tags'> {
  readonly hosts: ReturnType<Hosts['snapshot']>;
  /** Those that are gone too, as long as deployments tell of them. */
  readonly applications: readonly KeptApplication[];
  readonly groups: readonly Group[];
  readonly deployments: readonly KeptDeployment[];
}

/** `groups` are ids. */
type KeptApplication = Omit<Application, 'groups'> & {
  readonly groups: readonly string[];
  readonly isGone: boolean;
};

/** `application` and `group` are ids. */
type KeptDeployment = Omit<Deployment, Linked> & {
  readonly application: string;
  readonly group: string;
  readonly targets: readonly Omit<Target, 'host'>[];
};

/** What is made anew for a deployment that comes back. */
type Linked = 'application' | 'group' | 'targets' | 'stopping' | 'waiting' | 'finished';

/** Everything that the local CodeDeploy knows, and its hosts, which come back as after a power cut. */
export const persistence: Persistence<CodeDeploy> = {
  version: 1,

  snapshot(state): Kept {
    const { configs, onPremises, tags, hosts } = state;
    const deployments = [...state.deployments.values()];
    const present = new Set(state.applications.values());
    const applications = new Set([...present, ...deployments.map(({ application }) => application)]);
    const grouped = [...applications].flatMap((application) => [...application.groups.values()]);
    return {
      configs,
      onPremises,
      tags,
      hosts: hosts.snapshot(),
      applications: [...applications].map((application) => ({
        ...application,
        groups: [...application.groups.values()].map(({ id }) => id),
        isGone: !present.has(application),
      })),
      groups: [...new Set([...grouped, ...deployments.map(({ group }) => group)])],
      deployments: deployments.map(keepDeployment),
    };
  },

  async restore(state, snapshot) {
    const kept = snapshot as Kept;
    await state.hosts.restore(kept.hosts);
    for (const [name, config] of kept.configs) state.configs.set(name, config);
    for (const [name, instance] of kept.onPremises) state.onPremises.set(name, instance);
    for (const [arn, tags] of kept.tags) state.tags.set(arn, tags);
    const groups = new Map(kept.groups.map((group) => [group.id, restoreGroup(group)]));
    const applications = new Map(kept.applications.map((one) => [one.id, restoreApplication(one, groups)]));
    for (const { id, name, isGone } of kept.applications)
      if (!isGone) state.applications.set(name, applications.get(id)!);
    const interrupted = kept.deployments.filter(isActive).map(({ id }) => id);
    for (const one of kept.deployments) {
      const links = { application: applications.get(one.application)!, group: groups.get(one.group)! };
      state.deployments.set(one.id, restoreDeployment(state, one, links));
    }
    return () => {
      for (const id of interrupted) tellInterrupted(state, state.deployments.get(id)!);
    };
  },
};

function keepDeployment(deployment: Deployment): KeptDeployment {
  const { stopping: _stopping, waiting: _waiting, finished: _finished, ...rest } = deployment;
  return {
    ...rest,
    application: deployment.application.id,
    group: deployment.group.id,
    targets: [...deployment.targets.values()].map(({ host: _host, ...target }) => target),
  };
}

// What is undefined is left out of a file; these members are to be there all the same.

function restoreGroup(group: Group): Group {
  const { loadBalancer, blueGreen, onPremisesTagSet, instances } = group;
  return {
    ...group,
    loadBalancer,
    blueGreen,
    onPremisesTagSet,
    instances: { ...instances, tagSet: instances.tagSet },
  };
}

function restoreApplication(
  { isGone: _isGone, groups: ids, ...application }: KeptApplication,
  groups: ReadonlyMap<string, Group>,
): Application {
  const own = ids.map((id) => groups.get(id)!);
  return { ...application, groups: new Map(own.map((group) => [group.name, group])) };
}

/** One that was under way has failed. */
function restoreDeployment(
  { hosts, aws }: CodeDeploy,
  kept: KeptDeployment,
  links: Pick<Deployment, 'application' | 'group'>,
): Deployment {
  const targets = kept.targets.map((target) => ({
    ...target,
    label: target.label,
    host: hosts.get(target.id),
  }));
  const linked = {
    ...kept,
    ...links,
    previousRevision: kept.previousRevision,
    loadBalancer: kept.loadBalancer,
    targets: new Map(targets.map((target) => [target.id, target])),
    stopping: new AbortController(),
    waiting: undefined,
  };
  if (isActive(linked)) endInterrupted(linked, new Date(aws.clock.now()));
  return { ...linked, finished: Promise.resolve(describeDeployment(linked)) };
}
