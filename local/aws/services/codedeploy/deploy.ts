import type { ErrorCode } from '@aws-sdk/client-codedeploy';
import { messageOf } from '../../../../shared/errors.ts';
import type { Job } from './agent/job.ts';
import { type EventEnd, runEvent } from './agent/run.ts';
import { notifyDeployment, notifyInstance } from './events.ts';
import { isImpossible, minimumHealthy, planRollout } from './fleet/rollout.ts';
import type { CodeDeploy, Deployment, Target } from './state.ts';

/** Deploys to the whole fleet, as many hosts at a time as the configuration allows. Never rejects. */
export async function runDeployment(state: CodeDeploy, deployment: Deployment): Promise<void> {
  const { progress, targets, config } = deployment;
  progress.status = 'InProgress';
  progress.startTime = new Date(state.aws.clock.now());
  notifyDeployment(state, deployment, 'START');
  try {
    if (targets.size === 0) return end(state, deployment, { code: 'NO_INSTANCES', message: noInstances });
    if (isImpossible(config.health, targets.size)) {
      const minimum = minimumHealthy(config.health, targets.size);
      const message = `${minimum} instances are to stay healthy, and the deployment group has ${targets.size}: no instance can be deployed to. Choose a deployment configuration with a lower minimum.`;
      return end(state, deployment, { code: 'HEALTH_CONSTRAINTS_INVALID', message });
    }
    const hasSucceeded = await rollOut(state, deployment);
    if (deployment.stopping.signal.aborted)
      end(state, deployment, { code: 'MANUAL_STOP', message: 'The deployment was stopped.' });
    else
      end(
        state,
        deployment,
        hasSucceeded ? undefined : { code: 'HEALTH_CONSTRAINTS', message: tooFewHealthy },
      );
  } catch (error) {
    state.aws.log(`Deployment ${deployment.id} broke off`, error);
    end(state, deployment, { code: 'INTERNAL_ERROR', message: messageOf(error) });
  }
}

/** Whether enough hosts succeeded. */
async function rollOut(state: CodeDeploy, deployment: Deployment): Promise<boolean> {
  const { targets, config, stopping } = deployment;
  const busy = new Map<string, Promise<void>>();
  for (;;) {
    const plan = planRollout(new Map([...targets].map(([id, { status }]) => [id, status])), config.health);
    if (plan.kind !== 'go on') return plan.kind === 'succeeded';
    if (!stopping.signal.aborted)
      for (const id of plan.start) {
        const work = deployTo(state, deployment, targets.get(id)!).finally(() => busy.delete(id));
        busy.set(id, work);
      }
    if (busy.size === 0) return false;
    await Promise.race(busy.values());
  }
}

async function deployTo(state: CodeDeploy, deployment: Deployment, target: Target): Promise<void> {
  const { signal } = deployment.stopping;
  const now = () => new Date(state.aws.clock.now());
  target.status = 'InProgress';
  target.updated = now();
  notifyInstance(state, { deployment, target }, 'START');
  for (const event of target.events) {
    if (signal.aborted) break;
    event.status = 'InProgress';
    event.startTime = target.updated = now();
    const { status, diagnostics } = await runOnHost(state, { deployment, target }, event.lifecycleEventName);
    event.status = status;
    event.diagnostics = diagnostics;
    event.endTime = target.updated = now();
    const isForgiven =
      deployment.ignoreApplicationStopFailures && event.lifecycleEventName === 'ApplicationStop';
    if (status === 'Failed' && !isForgiven) {
      target.status = 'Failed';
      break;
    }
  }
  if (target.status === 'InProgress')
    target.status = target.events.some(({ status }) => status === 'Pending') ? 'Skipped' : 'Succeeded';
  skipPending(target);
  target.updated = now();
  notifyInstance(state, { deployment, target }, target.status === 'Succeeded' ? 'SUCCESS' : 'FAILURE');
}

async function runOnHost(
  state: CodeDeploy,
  { deployment, target }: { deployment: Deployment; target: Target },
  event: string,
): Promise<EventEnd> {
  if (!target.host) {
    const diagnostics = { errorCode: 'UnknownError', scriptName: '', message: noAgent, logTail: '' } as const;
    return { status: 'Failed', diagnostics };
  }
  const job: Job = {
    host: target.host,
    clock: state.aws.clock,
    deploymentId: deployment.id,
    applicationName: deployment.application.name,
    groupId: deployment.group.id,
    groupName: deployment.group.name,
    location: deployment.location,
    fileExistsBehavior: deployment.fileExistsBehavior,
    signal: deployment.stopping.signal,
    fetchBundle: state.fetchBundle,
  };
  try {
    return await runEvent(event, job);
  } catch (error) {
    state.aws.log(`${event} of deployment ${deployment.id} broke off on ${target.id}`, error);
    const message = messageOf(error);
    return {
      status: 'Failed',
      diagnostics: { errorCode: 'UnknownError', scriptName: '', message, logTail: '' },
    };
  }
}

function end(
  state: CodeDeploy,
  deployment: Deployment,
  error: { code: ErrorCode; message: string } | undefined,
): void {
  const { progress, targets } = deployment;
  const completed = new Date(state.aws.clock.now());
  for (const target of targets.values()) {
    if (target.status !== 'Pending') continue;
    target.status = 'Skipped';
    target.updated = completed;
    skipPending(target);
  }
  progress.completeTime = completed;
  progress.errorInformation = error;
  progress.status = error ? (error.code === 'MANUAL_STOP' ? 'Stopped' : 'Failed') : 'Succeeded';
  const notices = { Stopped: 'STOP', Failed: 'FAILURE', Succeeded: 'SUCCESS' } as const;
  notifyDeployment(state, deployment, notices[progress.status]);
}

function skipPending({ events }: Target): void {
  for (const event of events) if (event.status === 'Pending') event.status = 'Skipped';
}

// AWS's own words.
const noInstances =
  'The deployment failed because no instances were found for your deployment group. Check your deployment group settings to make sure the tags for your Amazon EC2 instances or Auto Scaling groups correctly identify the instances you want to deploy to, and then try again.';
const tooFewHealthy =
  'The overall deployment failed because too many individual instances failed deployment, too few healthy instances are available for deployment, or some instances in your deployment group are experiencing problems.';
const noAgent =
  'CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs on your host and make sure the agent is running and can connect to the CodeDeploy server.';
