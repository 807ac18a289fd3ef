import { startDeployment } from './deployments.ts';
import { isOutdated } from './fleet/outdated.ts';
import { findTargets, isEc2 } from './fleet/targets.ts';
import { inPlaceTargets } from './plan.ts';
import { type CodeDeploy, type Deployment, deploymentsOf } from './state.ts';

/**
 * Deploys to the instances that came while a deployment ran, unless the group is to leave them as they are.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/auto-updates.html
 */
export function updateNewcomers(state: CodeDeploy, deployment: Deployment): void {
  const { group, course, progress, revision } = deployment;
  if (progress.status !== 'Succeeded' || course.kind !== 'in place') return;
  if (group.outdatedInstancesStrategy === 'IGNORE') return;
  const rootId = progress.relatedDeployments?.autoUpdateOutdatedInstancesRootDeploymentId ?? deployment.id;
  const root = state.deployments.get(rootId)!;
  const since = deploymentsOf(state, group).filter(({ created }) => created >= root.created);
  // On-premises servers are registered, not launched.
  const newcomers = findTargets(state, group).filter(
    (target) =>
      isEc2(target.id) &&
      !since.some(({ targets }) => targets.has(target.id)) &&
      isOutdated(state, group, { target, revision }),
  );
  if (newcomers.length === 0) return;
  const { id } = startDeployment(
    state,
    { ...deployment, creator: 'CodeDeployAutoUpdate', updateOf: rootId },
    inPlaceTargets(state, group, newcomers),
  );
  const { autoUpdateOutdatedInstancesDeploymentIds: ids = [] } = root.progress.relatedDeployments ?? {};
  root.progress.relatedDeployments = { autoUpdateOutdatedInstancesDeploymentIds: [...ids, id] };
}
