import { randomInt } from 'node:crypto';
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import { runDeployment } from './deploy.ts';
import { describeDeployment } from './describe.ts';
import { noteUse, register } from './revisions.ts';
import {
  type CodeDeploy,
  type Deployment,
  type DeploymentPlan,
  deploymentsOf,
  type Group,
  isActive,
  lastGood,
  type StartedDeployment,
  type Target,
} from './state.ts';
import { stopDeployment } from './stop.ts';

/** Starts what has been planned; it runs on by itself. Throws an `AwsError` and changes nothing where it cannot start. */
export function startDeployment(
  state: CodeDeploy,
  plan: DeploymentPlan,
  targets: readonly Target[],
): StartedDeployment {
  const { group, application, revision } = plan;
  refuseSecond(state, group);
  const now = state.aws.clock.now();
  noteUse(register(application, revision, now), group, now);
  const { promise, resolve } = Promise.withResolvers<DeploymentInfo>();
  const deployment: Deployment = {
    ...plan,
    id: newId(state),
    previousRevision: lastGood(state, group)?.revision,
    style: group.style,
    loadBalancer: group.loadBalancer,
    created: new Date(now),
    progress: {
      status: 'Created',
      ...(plan.rollbackOf && { rollbackInfo: rollbackInfo(plan.rollbackOf) }),
      ...(plan.updateOf && {
        relatedDeployments: { autoUpdateOutdatedInstancesRootDeploymentId: plan.updateOf },
      }),
    },
    targets: new Map(targets.map((target) => [target.id, target])),
    stopping: new AbortController(),
    waiting: undefined,
    skipsTerminationWait: false,
    finished: promise,
  };
  state.deployments.set(deployment.id, deployment);
  setImmediate(async () => {
    await runDeployment(state, deployment);
    try {
      state.afterDeployment(deployment);
    } catch (error) {
      state.aws.log(`What comes after deployment ${deployment.id} broke off`, error);
    }
    resolve(describeDeployment(deployment));
  });
  return { id: deployment.id, finished: promise, stop: () => stopDeployment(deployment) };
}

function rollbackInfo(of: string) {
  return {
    rollbackTriggeringDeploymentId: of,
    rollbackMessage: `This deployment rolls back deployment ${of}.`,
  };
}

function refuseSecond(state: CodeDeploy, group: Group): void {
  const active = deploymentsOf(state, group).find(isActive);
  if (!active) return;
  throw new AwsError(
    'DeploymentLimitExceededException',
    `The Deployment Group '${group.name}' already has an active Deployment '${active.id}'`,
  );
}

function newId({ deployments }: CodeDeploy): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  for (;;) {
    const id = `d-${Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('')}`;
    if (!deployments.has(id)) return id;
  }
}
