import type { TargetInstances } from '@aws-sdk/client-codedeploy';
import { notifyDeployment } from './events.ts';
import { copyAutoScalingGroup, copyName } from './fleet/auto-scaling.ts';
import { findInstances, isEc2, meantBy } from './fleet/targets.ts';
import { allowEvents, blockEvents, installEvents } from './lifecycle.ts';
import { greenTargets } from './plan.ts';
import { runStage } from './run-stage.ts';
import type { CodeDeploy, Course, Deployment, Target } from './state.ts';
import { runStageOn } from './target-events.ts';
import { type Trouble, tooFewHealthy } from './trouble.ts';
import { pause } from './wait.ts';

const minute = 60_000;

/**
 * Installs on the replacements, waits until somebody says that they may take the traffic if that is asked for,
 * gives it to them, takes it from the originals, and ends those if that is asked for.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/welcome.html#welcome-deployment-overview-blue-green
 */
export async function shiftTraffic(
  state: CodeDeploy,
  deployment: Deployment,
  course: Course & { kind: 'blue/green' },
): Promise<Trouble | undefined> {
  const { progress, stopping } = deployment;
  const [green, blue] = [labelled(deployment, 'Green'), labelled(deployment, 'Blue')];
  const install = { targets: green, events: installEvents, from: 'Pending', to: 'Ready' } as const;
  if (!(await runStage(state, deployment, install))) return tooFewHealthy;

  const { actionOnTimeout, waitTimeInMinutes = 0 } = course.options.deploymentReadyOption ?? {};
  if (actionOnTimeout === 'STOP_DEPLOYMENT') {
    progress.status = 'Ready';
    notifyDeployment(state, deployment, 'READY');
    const waited = await pause(state, deployment, { type: 'READY_WAIT', ms: waitTimeInMinutes * minute });
    if (waited === 'timed out') stopping.abort({ code: 'TIMEOUT', message: notRerouted(waitTimeInMinutes) });
    if (waited !== 'continued') return undefined;
    progress.status = 'InProgress';
  }

  const trouble = await reroute(state, deployment, { to: green, from: blue });
  if (trouble) return trouble;
  deployment.group.instances = meantBy(course.replacements ?? copyOf(deployment));
  await terminate(state, deployment, course);
  return undefined;
}

/** Makes the replacements where they are to be a copy of the Auto Scaling group. */
export async function provision(
  state: CodeDeploy,
  deployment: Deployment,
  { replacements, originals }: Course & { kind: 'blue/green' },
): Promise<void> {
  if (replacements) return;
  const { targets, group } = deployment;
  await copyAutoScalingGroup(state, deployment, originals.autoScalingGroups);
  const green = greenTargets(state, group, findInstances(state, meantBy(copyOf(deployment))));
  const blue = [...targets.values()];
  targets.clear();
  for (const target of [...green, ...blue]) targets.set(target.id, target);
}

function copyOf(deployment: Deployment): TargetInstances {
  return { autoScalingGroups: [copyName(deployment)] };
}

/** The way back: the originals still run what they ran, so that only the traffic moves. */
export async function takeTrafficBack(
  state: CodeDeploy,
  deployment: Deployment,
  { originals }: Course & { kind: 'back to blue' },
): Promise<Trouble | undefined> {
  const [to, from] = [labelled(deployment, 'Green'), labelled(deployment, 'Blue')];
  const trouble = await reroute(state, deployment, { to, from });
  if (!trouble) deployment.group.instances = originals;
  return trouble;
}

/** Nobody is taken out before those who replace them are in. */
async function reroute(
  state: CodeDeploy,
  deployment: Deployment,
  { to, from }: { to: readonly Target[]; from: readonly Target[] },
): Promise<Trouble | undefined> {
  const begins = deployment.course.kind === 'blue/green' ? 'Ready' : 'Pending';
  const allow = { targets: to, events: allowEvents, from: begins, to: 'Succeeded' } as const;
  if (!(await runStage(state, deployment, allow))) return tooFewHealthy;
  if (deployment.stopping.signal.aborted) return undefined;
  const block = { targets: from, events: blockEvents, from: 'Pending', to: 'Succeeded' } as const;
  await Promise.all(from.map((target) => runStageOn(state, { deployment, target, stage: block })));
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/instances-health.html: one is one too many.
  return from.every(({ status }) => status === 'Succeeded') ? undefined : tooFewHealthy;
}

async function terminate(
  state: CodeDeploy,
  deployment: Deployment,
  { options }: Course & { kind: 'blue/green' },
): Promise<void> {
  const { action, terminationWaitTimeInMinutes = 0 } =
    options.terminateBlueInstancesOnDeploymentSuccess ?? {};
  if (action !== 'TERMINATE') return;
  if (!deployment.skipsTerminationWait) {
    deployment.progress.instanceTerminationWaitTimeStarted = true;
    const wait = { type: 'TERMINATION_WAIT', ms: terminationWaitTimeInMinutes * minute } as const;
    if ((await pause(state, deployment, wait)) === 'stopped') return;
  }
  const originals = labelled(deployment, 'Blue').filter(({ id }) => isEc2(id));
  await Promise.all(originals.map(({ id }) => state.hosts.terminate(id)));
}

function labelled({ targets }: Deployment, label: Target['label']): Target[] {
  return [...targets.values()].filter((target) => target.label === label);
}

const notRerouted = (minutes: number) =>
  `The deployment was stopped because traffic rerouting was not started within ${minutes} minutes.`;
