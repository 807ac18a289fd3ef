import type { CodeDeploy, Deployment, Target } from './state.ts';
import { fireTriggers } from './triggers.ts';

type DeploymentState = 'START' | 'READY' | 'SUCCESS' | 'FAILURE' | 'STOP';
type InstanceState = 'START' | 'READY' | 'SUCCESS' | 'FAILURE';

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html */
export function notifyDeployment(state: CodeDeploy, deployment: Deployment, now: DeploymentState): void {
  state.aws.emit({
    source: 'aws.codedeploy',
    detailType: 'CodeDeploy Deployment State-change Notification',
    resources: resources(state, deployment),
    detail: { ...detail(state, deployment), state: now },
  });
  fireTriggers(state, { deployment }, `Deployment${triggerEvents[now]}`);
  if (now === 'START' && deployment.rollbackOf) fireTriggers(state, { deployment }, 'DeploymentRollback');
}

export function notifyInstance(
  state: CodeDeploy,
  { deployment, target }: { deployment: Deployment; target: Target },
  now: InstanceState,
): void {
  state.aws.emit({
    source: 'aws.codedeploy',
    detailType: 'CodeDeploy Instance State-change Notification',
    resources: [target.arn, ...resources(state, deployment)],
    detail: { ...detail(state, deployment), instanceId: target.id, state: now },
  });
  fireTriggers(state, { deployment, target }, `Instance${triggerEvents[now]}`);
}

const triggerEvents = {
  START: 'Start',
  READY: 'Ready',
  SUCCESS: 'Success',
  FAILURE: 'Failure',
  STOP: 'Stop',
} as const;

function detail(state: CodeDeploy, { id, application, group }: Deployment): Record<string, unknown> {
  return {
    region: state.aws.region,
    application: application.name,
    deploymentGroup: group.name,
    instanceGroupId: group.id,
    deploymentId: id,
  };
}

function resources(state: CodeDeploy, { application, group }: Deployment): string[] {
  return [applicationArn(state, application.name), groupArn(state, application.name, group.name)];
}

export function applicationArn({ aws }: CodeDeploy, name: string): string {
  return `arn:aws:codedeploy:${aws.region}:${aws.account}:application:${name}`;
}

export function groupArn({ aws }: CodeDeploy, application: string, name: string): string {
  return `arn:aws:codedeploy:${aws.region}:${aws.account}:deploymentgroup:${application}/${name}`;
}
