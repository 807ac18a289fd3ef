import type { TriggerConfig, TriggerEventType } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import sns from '../sns/service.ts';
import { describeDeployment } from './describe.ts';
import type { CodeDeploy, Deployment, Target } from './state.ts';

const mostTriggers = 10;
const events: readonly string[] = [
  'DeploymentStart',
  'DeploymentSuccess',
  'DeploymentFailure',
  'DeploymentStop',
  'DeploymentRollback',
  'DeploymentReady',
  'InstanceStart',
  'InstanceSuccess',
  'InstanceFailure',
  'InstanceReady',
] satisfies TriggerEventType[];

/** Tells the group's topics of an event; of one host's where a target is given. */
export function fireTriggers(
  state: CodeDeploy,
  { deployment, target }: { deployment: Deployment; target?: Target },
  event: TriggerEventType,
): void {
  for (const { triggerName, triggerTargetArn, triggerEvents } of deployment.group.triggers) {
    if (!triggerTargetArn || !triggerEvents?.includes(event)) continue;
    const head = { region: state.aws.region, accountId: state.aws.account, eventTriggerName: triggerName };
    const body = target ? instanceBody(deployment, target) : deploymentBody(deployment);
    const { id, application } = deployment;
    const status = target?.status ?? body.status;
    const subject = `${status}: AWS CodeDeploy ${id} in ${state.aws.region} to ${application.name}`.slice(
      0,
      100,
    );
    try {
      state.aws
        .use(sns)
        .publish(triggerTargetArn, { message: JSON.stringify({ ...head, ...body }), subject });
    } catch (error) {
      state.aws.log(`Trigger ${triggerName} of ${deployment.group.name} could not be told`, error);
    }
  }
}

/** Refuses triggers that AWS would refuse, or that could never be told. */
export function checkTriggers({ aws }: CodeDeploy, triggers: readonly TriggerConfig[]): void {
  const refuse = (message: string) => {
    throw new AwsError('InvalidTriggerConfigException', message);
  };
  if (triggers.length > mostTriggers)
    throw new AwsError(
      'TriggerTargetsLimitExceededException',
      `At most ${mostTriggers} triggers can be given`,
    );
  for (const { triggerName, triggerTargetArn, triggerEvents } of triggers) {
    if (!triggerName) refuse('A trigger needs a name');
    if (!triggerEvents?.length) refuse(`Trigger ${triggerName} needs events`);
    const unknown = triggerEvents!.find((event) => !events.includes(event));
    if (unknown) refuse(`Trigger ${triggerName} has no event ${unknown}`);
    const isTopic = aws
      .use(sns)
      .all()
      .some(({ arn }) => arn === triggerTargetArn);
    if (!isTopic) refuse(`Trigger ${triggerName} needs the ARN of a topic that is there`);
  }
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-sns-event-notifications-json-format.html */
function deploymentBody(deployment: Deployment) {
  const { created, progress } = deployment;
  const { errorInformation: error, rollbackInfo: rollback } = progress;
  return {
    applicationName: deployment.application.name,
    deploymentId: deployment.id,
    deploymentGroupName: deployment.group.name,
    createTime: javaDate(created),
    completeTime: progress.completeTime && javaDate(progress.completeTime),
    deploymentOverview: JSON.stringify(describeDeployment(deployment).deploymentOverview),
    // A deployment that starts is told as created.
    status: progress.status === 'InProgress' ? 'CREATED' : progress.status.toUpperCase(),
    errorInformation: error && JSON.stringify({ ErrorCode: error.code, ErrorMessage: error.message }),
    rollbackInformation:
      rollback &&
      JSON.stringify({
        RollbackMessage: rollback.rollbackMessage,
        RollbackDeploymentId: rollback.rollbackDeploymentId,
        RollbackTriggeringDeploymentId: rollback.rollbackTriggeringDeploymentId,
      }),
  };
}

function instanceBody(deployment: Deployment, target: Target) {
  return {
    deploymentId: deployment.id,
    instanceId: target.arn,
    lastUpdatedAt: seconds(target.updated),
    instanceStatus: target.status,
    lifecycleEvents: target.events.map((event) => ({
      LifecycleEvent: event.lifecycleEventName,
      LifecycleEventStatus: event.status,
      StartTime: event.startTime && seconds(event.startTime),
      EndTime: event.endTime && seconds(event.endTime),
    })),
    status: undefined,
  };
}

const seconds = (time: Date) => String(time.getTime() / 1000);

/** `Mon Nov 23 20:52:56 UTC 2015`, as Java writes a date. */
function javaDate(time: Date): string {
  const [day, date, month, year, clock] = time.toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${clock} UTC ${year}`;
}
