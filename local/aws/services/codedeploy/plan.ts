import type { CreateDeploymentInput, TargetInstances } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import { checkAlarms } from './alarms.ts';
import { findConfig } from './configs.ts';
import { startDeployment } from './deployments.ts';
import { findApplication, findGroup } from './find.ts';
import { isOutdated } from './fleet/outdated.ts';
import { type FoundTarget, findInstances, findTargets, meantBy } from './fleet/targets.ts';
import { allowEvents, blockEvents, installEvents, type LifecycleEventName } from './lifecycle.ts';
import { s3Location } from './revisions.ts';
import {
  type CodeDeploy,
  type Course,
  deploymentsOf,
  type Group,
  type StartedDeployment,
  type Target,
} from './state.ts';

/** Starts the deployment that somebody asks for. Throws an `AwsError` and changes nothing where it cannot start. */
export function createDeployment(
  state: CodeDeploy,
  input: Partial<CreateDeploymentInput>,
): StartedDeployment {
  const application = findApplication(state, input.applicationName);
  const group = findGroup(application, input.deploymentGroupName);
  if (input.deploymentMode === 'RESTART')
    throw new AwsError(
      'InvalidDeploymentStyleException',
      'The local CodeDeploy has no deployment mode RESTART',
    );
  checkAlarms(input.overrideAlarmConfiguration ?? {});
  if (!input.revision) throw new AwsError('RevisionRequiredException', 'Revision is missing');
  const location = s3Location(input.revision);
  const configName = input.deploymentConfigName ?? group.configName;
  const config = { name: configName, health: findConfig(state, configName).health };
  const course = courseOf(group, input.targetInstances);
  const { updateOutdatedInstancesOnly = false, revision } = input;
  if (updateOutdatedInstancesOnly && course.kind === 'blue/green')
    throw new AwsError(
      'InvalidUpdateOutdatedInstancesOnlyValueException',
      'Only a deployment in place can be for outdated instances only',
    );
  const targets = chooseTargets(state, group, course);
  const outdated = targets.filter((target) => isOutdated(state, group, { target, revision }));
  return startDeployment(
    state,
    {
      application,
      group,
      revision,
      location,
      config,
      creator: 'user',
      description: input.description,
      ignoreApplicationStopFailures: input.ignoreApplicationStopFailures ?? false,
      fileExistsBehavior: input.fileExistsBehavior ?? 'DISALLOW',
      autoRollback: input.autoRollbackConfiguration ?? group.autoRollback,
      alarms: input.overrideAlarmConfiguration ?? group.alarms,
      updateOutdatedInstancesOnly,
      course,
    },
    updateOutdatedInstancesOnly ? outdated : targets,
  );
}

function courseOf(group: Group, replacements: TargetInstances | undefined): Course {
  const { style, blueGreen: options = {}, instances: originals } = group;
  const refuse = (message: string) => {
    throw new AwsError('InvalidTargetInstancesException', message);
  };
  if (style.deploymentType === 'IN_PLACE') {
    if (replacements)
      refuse('Target instances are for blue/green deployments, and this group deploys in place');
    return { kind: 'in place' };
  }
  if (options.greenFleetProvisioningOption?.action === 'COPY_AUTO_SCALING_GROUP') {
    if (replacements)
      refuse('This group copies its Auto Scaling group: there are no target instances to say');
    return { kind: 'blue/green', options, replacements, originals };
  }
  const { tagFilters, ec2TagSet, autoScalingGroups } = replacements ?? {};
  if (tagFilters?.length && ec2TagSet) refuse('Use tagFilters or ec2TagSet, not both');
  if (!tagFilters?.length && !ec2TagSet?.ec2TagSetList?.length && !autoScalingGroups?.length)
    refuse(
      'A blue/green deployment that discovers existing instances needs targetInstances, which say what the replacements are; a pipeline cannot say so: let the group copy an Auto Scaling group',
    );
  return { kind: 'blue/green', options, replacements, originals };
}

export function chooseTargets(state: CodeDeploy, group: Group, course: Course): Target[] {
  const now = state.aws.clock.now();
  const current = findTargets(state, group);
  if (course.kind !== 'blue/green') return inPlaceTargets(state, group, current);
  const green = course.replacements ? findInstances(state, meantBy(course.replacements)) : [];
  if (course.replacements && green.length === 0)
    throw new AwsError('InvalidTargetInstancesException', 'No instance has the tags of the target instances');
  const blue = current.filter(({ id }) => !green.some((replacement) => replacement.id === id));
  return [
    ...greenTargets(state, group, green),
    ...blue.map((found) => newTarget(found, { events: blockEvents, now, label: 'Blue' })),
  ];
}

export function greenTargets(state: CodeDeploy, group: Group, found: readonly FoundTarget[]): Target[] {
  const now = state.aws.clock.now();
  const events = [...installEvents, ...allowEvents];
  return inOrder(state, group, found).map((one) => newTarget(one, { events, now, label: 'Green' }));
}

export function inPlaceTargets(state: CodeDeploy, group: Group, found: readonly FoundTarget[]): Target[] {
  const now = state.aws.clock.now();
  const hasControl = group.style.deploymentOption === 'WITH_TRAFFIC_CONTROL';
  const events = hasControl ? [...blockEvents, ...installEvents, ...allowEvents] : installEvents;
  return inOrder(state, group, found).map((one) => newTarget(one, { events, now }));
}

/** Unhealthy hosts first, then those never deployed to, then the healthy ones: instances-health.html says so. */
function inOrder(state: CodeDeploy, group: Group, targets: readonly FoundTarget[]): FoundTarget[] {
  const earlier = deploymentsOf(state, group);
  const rank = ({ id }: FoundTarget) => {
    const last = earlier
      .map(({ targets }) => targets.get(id)?.status)
      .find((s) => s === 'Failed' || s === 'Succeeded');
    return last === 'Failed' ? 0 : last === undefined ? 1 : 2;
  };
  return targets
    .map((target) => ({ target, rank: rank(target) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ target }) => target);
}

export function newTarget(
  { id, arn, host }: FoundTarget,
  options: { events: readonly LifecycleEventName[]; now: number; label?: Target['label'] },
): Target {
  const events = options.events.map((lifecycleEventName) => ({
    lifecycleEventName,
    status: 'Pending' as const,
  }));
  return { id, arn, host, label: options.label, events, status: 'Pending', updated: new Date(options.now) };
}
