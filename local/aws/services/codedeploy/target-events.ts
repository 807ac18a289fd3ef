import { messageOf } from '../../../../shared/errors.ts';
import type { Job } from './agent/job.ts';
import { type EventEnd, runEvent } from './agent/run.ts';
import { notifyInstance } from './events.ts';
import { isForgivable } from './lifecycle.ts';
import type { CodeDeploy, Deployment, Target } from './state.ts';
import { allowTraffic, blockTraffic } from './traffic.ts';

/** A part of a deployment that its targets go through together. */
export interface Stage {
  readonly targets: readonly Target[];
  readonly events: readonly string[];
  /** The status of a target that waits for this stage, and of one that is through with it. */
  readonly from: 'Pending' | 'Ready';
  readonly to: 'Ready' | 'Succeeded';
}

/** Takes one target through a stage. Never rejects: the target's status tells. */
export async function runStageOn(
  state: CodeDeploy,
  { deployment, target, stage }: { deployment: Deployment; target: Target; stage: Stage },
): Promise<void> {
  const { signal } = deployment.stopping;
  const now = () => new Date(state.aws.clock.now());
  const isFirst = target.status === 'Pending';
  target.status = 'InProgress';
  target.updated = now();
  if (isFirst) notifyInstance(state, { deployment, target }, 'START');
  const events = target.events.filter(({ lifecycleEventName }) => stage.events.includes(lifecycleEventName));
  for (const event of events) {
    if (signal.aborted) break;
    event.status = 'InProgress';
    event.startTime = target.updated = now();
    const { status, diagnostics } = await runOne(state, { deployment, target }, event.lifecycleEventName);
    event.status = status;
    event.diagnostics = diagnostics;
    event.endTime = target.updated = now();
    const isForgiven = deployment.ignoreApplicationStopFailures && isForgivable(event.lifecycleEventName);
    if (status === 'Failed' && !isForgiven) break;
    if (event === events.at(-1)) target.status = stage.to;
  }
  const failed = events.findLast(({ status }) => status === 'Failed' || status === 'Succeeded');
  if (target.status === 'InProgress') target.status = failed?.status === 'Failed' ? 'Failed' : 'Skipped';
  if (target.status !== 'Ready') skipPending(target);
  target.updated = now();
  const notices = { Ready: 'READY', Succeeded: 'SUCCESS' } as const;
  const { status } = target;
  notifyInstance(
    state,
    { deployment, target },
    status === 'Ready' || status === 'Succeeded' ? notices[status] : 'FAILURE',
  );
}

export function skipPending({ events }: Target): void {
  for (const event of events) if (event.status === 'Pending') event.status = 'Skipped';
}

async function runOne(
  state: CodeDeploy,
  { deployment, target }: { deployment: Deployment; target: Target },
  event: string,
): Promise<EventEnd> {
  if (!target.host) return failure(noAgent);
  try {
    if (event === 'BlockTraffic' || event === 'AllowTraffic') {
      const route = event === 'BlockTraffic' ? blockTraffic : allowTraffic;
      return await route(state, deployment, target).then(succeeded, (error) => failure(messageOf(error)));
    }
    const job: Job = {
      host: target.host,
      clock: state.aws.clock,
      deploymentId: deployment.id,
      hasBundle: deployment.course.kind !== 'back to blue',
      applicationName: deployment.application.name,
      groupId: deployment.group.id,
      groupName: deployment.group.name,
      location: deployment.location,
      fileExistsBehavior: deployment.fileExistsBehavior,
      signal: deployment.stopping.signal,
      fetchBundle: state.fetchBundle,
    };
    return await runEvent(event, job);
  } catch (error) {
    state.aws.log(`${event} of deployment ${deployment.id} broke off on ${target.id}`, error);
    return failure(messageOf(error));
  }
}

function succeeded(): EventEnd {
  const diagnostics = { errorCode: 'Success', scriptName: '', message: 'Succeeded', logTail: '' } as const;
  return { status: 'Succeeded', diagnostics };
}

export function failure(message: string): EventEnd {
  return {
    status: 'Failed',
    diagnostics: { errorCode: 'UnknownError', scriptName: '', message, logTail: '' },
  };
}

// AWS's own words.
const noAgent =
  'CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs on your host and make sure the agent is running and can connect to the CodeDeploy server.';
