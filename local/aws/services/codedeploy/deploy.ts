import { messageOf } from '../../../../shared/errors.ts';
import { AwsError } from '../../define.ts';
import { watchAlarms } from './alarms.ts';
import { provision, shiftTraffic, takeTrafficBack } from './blue-green.ts';
import { notifyDeployment } from './events.ts';
import { isImpossible, minimumHealthy } from './fleet/rollout.ts';
import { runStage } from './run-stage.ts';
import type { CodeDeploy, Deployment, StopReason } from './state.ts';
import { skipPending } from './target-events.ts';
import { targetGroups } from './traffic.ts';
import { noInstances, type Trouble, tooFewHealthy } from './trouble.ts';

/** Deploys to the whole fleet. Never rejects. */
export async function runDeployment(state: CodeDeploy, deployment: Deployment): Promise<void> {
  const { progress } = deployment;
  progress.status = 'InProgress';
  progress.startTime = new Date(state.aws.clock.now());
  notifyDeployment(state, deployment, 'START');
  const endWatch = watchAlarms(state, deployment);
  try {
    if (deployment.course.kind === 'blue/green') await provision(state, deployment, deployment.course);
    const trouble = impossible(state, deployment) ?? (await follow(state, deployment));
    end(state, deployment, stopReason(deployment) ?? trouble);
  } catch (error) {
    state.aws.log(`Deployment ${deployment.id} broke off`, error);
    end(state, deployment, { code: 'INTERNAL_ERROR', message: messageOf(error) });
  } finally {
    endWatch();
  }
}

/** What keeps a deployment from starting at all. */
function impossible(state: CodeDeploy, deployment: Deployment): Trouble | undefined {
  const { course, config } = deployment;
  const installedOn = [...deployment.targets.values()].filter(({ label }) => label !== 'Blue').length;
  if (installedOn === 0) return noInstances;
  try {
    targetGroups(state, deployment);
  } catch (error) {
    if (error instanceof AwsError) return { code: 'ELASTIC_LOAD_BALANCING_INVALID', message: error.message };
    throw error;
  }
  if (course.kind === 'back to blue' || !isImpossible(config.health, installedOn)) return undefined;
  const minimum = minimumHealthy(config.health, installedOn);
  const message = `${minimum} instances are to stay healthy, and the deployment group has ${installedOn}: no instance can be deployed to. Choose a deployment configuration with a lower minimum.`;
  return { code: 'HEALTH_CONSTRAINTS_INVALID', message };
}

async function follow(state: CodeDeploy, deployment: Deployment): Promise<Trouble | undefined> {
  switch (deployment.course.kind) {
    case 'in place': {
      const targets = [...deployment.targets.values()];
      const events = targets[0]!.events.map(({ lifecycleEventName }) => lifecycleEventName);
      const stage = { targets, events, from: 'Pending', to: 'Succeeded' } as const;
      return (await runStage(state, deployment, stage)) ? undefined : tooFewHealthy;
    }
    case 'blue/green':
      return shiftTraffic(state, deployment, deployment.course);
    case 'back to blue':
      return takeTrafficBack(state, deployment, deployment.course);
  }
}

function stopReason({ stopping: { signal } }: Deployment): StopReason | undefined {
  return signal.aborted ? (signal.reason as StopReason) : undefined;
}

function end(state: CodeDeploy, deployment: Deployment, trouble: Trouble | undefined): void {
  const { progress, targets } = deployment;
  const completed = new Date(state.aws.clock.now());
  for (const target of targets.values()) {
    if (target.status !== 'Pending' && target.status !== 'Ready') continue;
    target.status = 'Skipped';
    target.updated = completed;
    skipPending(target);
  }
  progress.completeTime = completed;
  if (trouble) progress.errorInformation = { code: trouble.code, message: trouble.message };
  progress.status = !trouble ? 'Succeeded' : trouble === stopReason(deployment) ? 'Stopped' : 'Failed';
  const notices = { Stopped: 'STOP', Failed: 'FAILURE', Succeeded: 'SUCCESS' } as const;
  notifyDeployment(state, deployment, notices[progress.status]);
}
