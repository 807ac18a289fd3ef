import { AwsError } from '../../define.ts';
import { startDeployment } from './deployments.ts';
import { allowEvents, blockEvents } from './lifecycle.ts';
import { chooseTargets, newTarget } from './plan.ts';
import {
  type CodeDeploy,
  type Course,
  type Deployment,
  type DeploymentPlan,
  lastGood,
  type StopReason,
  type Target,
} from './state.ts';

/** A rollback is a new deployment: https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html */
export function rollBackIfAsked(state: CodeDeploy, deployment: Deployment): void {
  const { group, progress, id } = deployment;
  // A rollback that fails is not rolled back: it would be the same deployment again.
  if (!isAsked(deployment) || deployment.creator === 'codeDeployRollback') return;
  const good = lastGood(state, group);
  if (!good) {
    progress.rollbackInfo = {
      rollbackMessage: `Deployment ${id} cannot be rolled back: no deployment of this group has succeeded before.`,
    };
    return;
  }
  try {
    const { course, targets } = wayBack(state, deployment);
    const plan: DeploymentPlan = {
      ...deployment,
      revision: good.revision,
      location: good.location,
      creator: 'codeDeployRollback',
      description: `Rollback of deployment ${id}`,
      updateOutdatedInstancesOnly: false,
      rollbackOf: id,
      course,
    };
    const rollback = startDeployment(state, plan, targets);
    progress.rollbackInfo = {
      rollbackDeploymentId: rollback.id,
      rollbackMessage: `Deployment ${id} is rolled back by deployment ${rollback.id}, to the revision of ${good.id}.`,
    };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    progress.rollbackInfo = { rollbackMessage: `Deployment ${id} cannot be rolled back: ${error.message}` };
  }
}

function isAsked({ progress, autoRollback, stopping: { signal } }: Deployment): boolean {
  const { enabled, events = [] } = autoRollback;
  const isEnabled = (event: (typeof events)[number]) => Boolean(enabled && events.includes(event));
  if (progress.status === 'Failed') return isEnabled('DEPLOYMENT_FAILURE');
  if (progress.status !== 'Stopped') return false;
  const { code, rollBack } = signal.reason as StopReason;
  if (code === 'ALARM_ACTIVE') return isEnabled('DEPLOYMENT_STOP_ON_ALARM');
  return code === 'MANUAL_STOP' && (rollBack ?? isEnabled('DEPLOYMENT_STOP_ON_REQUEST'));
}

/** In place the good revision is installed again; after blue/green the originals still have it. */
function wayBack(state: CodeDeploy, deployment: Deployment): { course: Course; targets: Target[] } {
  const { course, group } = deployment;
  if (course.kind !== 'blue/green') {
    const inPlace = { kind: 'in place' } as const;
    return { course: inPlace, targets: chooseTargets(state, group, inPlace) };
  }
  const now = state.aws.clock.now();
  // Who was replaced replaces now.
  const targets = [...deployment.targets.values()].map((target) =>
    target.label === 'Blue'
      ? newTarget(target, { events: allowEvents, now, label: 'Green' })
      : newTarget(target, { events: blockEvents, now, label: 'Blue' }),
  );
  return { course: { kind: 'back to blue', originals: course.originals }, targets };
}
