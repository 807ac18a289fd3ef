import { randomInt } from 'node:crypto';
import type { CreateDeploymentInput, DeploymentCreator, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import { findConfig } from './configs.ts';
import { runDeployment } from './deploy.ts';
import { describeDeployment } from './describe.ts';
import { findApplication, findGroup } from './find.ts';
import { type FoundTarget, findTargets } from './fleet/targets.ts';
import { inPlaceEvents } from './lifecycle.ts';
import { noteUse, register, s3Location } from './revisions.ts';
import {
  type CodeDeploy,
  type Deployment,
  deploymentsOf,
  type Group,
  isActive,
  type StartedDeployment,
  type Target,
} from './state.ts';

export interface Origin {
  readonly creator: DeploymentCreator;
  /** The deployment that a rollback undoes. */
  readonly rollbackOf?: string;
}

/** Starts a deployment; it runs on by itself. Throws an `AwsError` and changes nothing where it cannot start. */
export function createDeployment(
  state: CodeDeploy,
  input: Partial<CreateDeploymentInput>,
  origin: Origin = { creator: 'user' },
): StartedDeployment {
  const application = findApplication(state, input.applicationName);
  const group = findGroup(application, input.deploymentGroupName);
  refuseWhatIsNotThere(input);
  if (!input.revision) throw new AwsError('RevisionRequiredException', 'Revision is missing');
  const location = s3Location(input.revision);
  const configName = input.deploymentConfigName ?? group.configName;
  const config = { name: configName, health: findConfig(state, configName).health };
  refuseSecond(state, group);

  const now = state.aws.clock.now();
  noteUse(register(application, input.revision, now), group, now);
  const { promise, resolve } = Promise.withResolvers<DeploymentInfo>();
  const rollbackMessage = `This deployment rolls back deployment ${origin.rollbackOf}.`;
  const deployment: Deployment = {
    id: newId(state),
    application,
    group,
    revision: input.revision,
    location,
    previousRevision: lastGood(state, group)?.revision,
    config,
    creator: origin.creator,
    description: input.description,
    ignoreApplicationStopFailures: input.ignoreApplicationStopFailures ?? false,
    fileExistsBehavior: input.fileExistsBehavior ?? 'DISALLOW',
    autoRollback: input.autoRollbackConfiguration ?? group.autoRollback,
    created: new Date(now),
    progress: {
      status: 'Created',
      ...(origin.rollbackOf && {
        rollbackInfo: { rollbackTriggeringDeploymentId: origin.rollbackOf, rollbackMessage },
      }),
    },
    targets: new Map(
      inOrder(state, group, findTargets(state, group)).map((found) => [found.id, newTarget(found, now)]),
    ),
    stopping: new AbortController(),
    rollBackWhenStopped: undefined,
    finished: promise,
  };
  state.deployments.set(deployment.id, deployment);
  setImmediate(async () => {
    await runDeployment(state, deployment);
    try {
      rollBackIfAsked(state, deployment);
    } catch (error) {
      state.aws.log(`Deployment ${deployment.id} could not be rolled back`, error);
    }
    resolve(describeDeployment(deployment));
  });
  return { id: deployment.id, finished: promise, stop: () => stopDeployment(deployment) };
}

/** Stops a deployment: what runs is ended, what is pending is skipped. */
export function stopDeployment(deployment: Deployment, rollBack?: boolean): void {
  if (!isActive(deployment)) return;
  deployment.rollBackWhenStopped = rollBack;
  deployment.stopping.abort();
}

/** The newest deployment of the group that succeeded. */
function lastGood(state: CodeDeploy, group: Group): Deployment | undefined {
  return deploymentsOf(state, group).find(({ progress }) => progress.status === 'Succeeded');
}

/** A rollback is a new deployment: https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html */
function rollBackIfAsked(state: CodeDeploy, deployment: Deployment): void {
  const { group, progress, autoRollback, id } = deployment;
  const { enabled, events = [] } = autoRollback;
  const isAsked =
    progress.status === 'Stopped'
      ? (deployment.rollBackWhenStopped ?? (enabled && events.includes('DEPLOYMENT_STOP_ON_REQUEST')))
      : progress.status === 'Failed' && enabled && events.includes('DEPLOYMENT_FAILURE');
  // A rollback that fails is not rolled back: it would be the same deployment again.
  if (!isAsked || deployment.creator === 'codeDeployRollback') return;
  const good = lastGood(state, group);
  if (!good) {
    progress.rollbackInfo = {
      rollbackMessage: `Deployment ${id} cannot be rolled back: no deployment of this group has succeeded before.`,
    };
    return;
  }
  try {
    const rollback = createDeployment(
      state,
      {
        applicationName: deployment.application.name,
        deploymentGroupName: group.name,
        revision: good.revision,
        deploymentConfigName: deployment.config.name,
        fileExistsBehavior: deployment.fileExistsBehavior,
        ignoreApplicationStopFailures: deployment.ignoreApplicationStopFailures,
        description: `Rollback of deployment ${id}`,
      },
      { creator: 'codeDeployRollback', rollbackOf: id },
    );
    progress.rollbackInfo = {
      rollbackDeploymentId: rollback.id,
      rollbackMessage: `Deployment ${id} is rolled back by deployment ${rollback.id}, to the revision of ${good.id}.`,
    };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    progress.rollbackInfo = { rollbackMessage: `Deployment ${id} cannot be rolled back: ${error.message}` };
  }
}

/** What would change how a deployment goes and is not done here is refused, so that nobody takes it for done. */
function refuseWhatIsNotThere(input: Partial<CreateDeploymentInput>): void {
  const refuse = (code: string, what: string) => {
    throw new AwsError(code, `The local CodeDeploy has no ${what}`);
  };
  const { targetInstances, updateOutdatedInstancesOnly, deploymentMode, overrideAlarmConfiguration } = input;
  if (targetInstances)
    refuse('InvalidTargetInstancesException', 'blue/green deployments, which targetInstances are for');
  if (updateOutdatedInstancesOnly)
    refuse('InvalidUpdateOutdatedInstancesOnlyValueException', 'deployments to outdated instances only');
  if (deploymentMode === 'RESTART') refuse('InvalidDeploymentStyleException', 'deployment mode RESTART');
  if (overrideAlarmConfiguration?.enabled) refuse('InvalidAlarmConfigException', 'CloudWatch alarms');
}

function refuseSecond(state: CodeDeploy, group: Group): void {
  const active = deploymentsOf(state, group).find(isActive);
  if (!active) return;
  throw new AwsError(
    'DeploymentLimitExceededException',
    `The Deployment Group '${group.name}' already has an active Deployment '${active.id}'`,
  );
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

function newTarget({ id, arn, host }: FoundTarget, now: number): Target {
  const events = inPlaceEvents.map((lifecycleEventName) => ({
    lifecycleEventName,
    status: 'Pending' as const,
  }));
  return { id, arn, host, events, status: 'Pending', updated: new Date(now) };
}

function newId({ deployments }: CodeDeploy): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  for (;;) {
    const id = `d-${Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('')}`;
    if (!deployments.has(id)) return id;
  }
}
