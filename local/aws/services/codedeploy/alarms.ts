import type { AlarmConfiguration } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import cloudwatch from '../cloudwatch/service.ts';
import type { CodeDeploy, Deployment } from './state.ts';
import { stopDeployment } from './stop.ts';

const mostAlarms = 10;

/** Stops the deployment when one of its alarms is active, now or later. The returned function ends the watch. */
export function watchAlarms(state: CodeDeploy, deployment: Deployment): () => void {
  const { enabled, alarms = [], ignorePollAlarmFailure = false } = deployment.alarms;
  // The way back must not be stopped by what it is the answer to.
  if (!enabled || deployment.creator === 'codeDeployRollback') return () => {};
  const known = state.aws.use(cloudwatch);
  const names = alarms.map(({ name = '' }) => name);
  const check = () => {
    const active = names.filter((name) => known.get(name)?.state.value === 'ALARM');
    const unknown = ignorePollAlarmFailure ? [] : names.filter((name) => !known.get(name));
    if (active.length > 0) stopDeployment(deployment, { code: 'ALARM_ACTIVE', message: activated(active) });
    else if (unknown.length > 0)
      stopDeployment(deployment, { code: 'ALARM_ACTIVE', message: notFound(unknown) });
  };
  check();
  return state.aws.onEvent(({ source, detail }) => {
    if (source === 'aws.cloudwatch' && names.includes(String(detail.alarmName))) check();
  });
}

/** Refuses alarms that AWS would refuse. */
export function checkAlarms({ enabled, alarms = [] }: AlarmConfiguration): void {
  if (alarms.length > mostAlarms)
    throw new AwsError('AlarmsLimitExceededException', `At most ${mostAlarms} alarms can be given`);
  const names = alarms.map(({ name }) => name ?? '');
  const refuse = (message: string) => {
    throw new AwsError('InvalidAlarmConfigException', message);
  };
  if (enabled && names.length === 0) refuse('Alarms are enabled without an alarm');
  if (names.some((name) => name === '' || name.length > 255)) refuse('An alarm name has 1 to 255 characters');
  if (new Set(names).size < names.length) refuse('Two alarms have the same name');
}

// AWS's own words.
const activated = (names: readonly string[]) =>
  `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <${names.join(', ')}>`;
const notFound = (names: readonly string[]) =>
  `The state of these alarms could not be retrieved from Amazon CloudWatch, and the deployment has been stopped: <${names.join(', ')}>`;
