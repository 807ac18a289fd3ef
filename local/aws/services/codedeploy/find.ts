import { AwsError } from '../../define.ts';
import type { Application, CodeDeploy, Deployment, Group, Target } from './state.ts';

/** Each finds what is named, or throws CodeDeploy's own error. */

export function findApplication(state: CodeDeploy, name: string | undefined): Application {
  if (!name) throw new AwsError('ApplicationNameRequiredException', 'Application name is missing');
  if (name.length > 100)
    throw new AwsError('InvalidApplicationNameException', 'Application name is longer than 100 characters');
  const application = state.applications.get(name);
  if (application) return application;
  throw new AwsError('ApplicationDoesNotExistException', `No application found for name: ${name}`);
}

export function findGroup(application: Application, name: string | undefined): Group {
  if (!name) throw new AwsError('DeploymentGroupNameRequiredException', 'Deployment group name is missing');
  const group = application.groups.get(name);
  if (group) return group;
  throw new AwsError('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`);
}

export function findDeployment(state: CodeDeploy, id: string | undefined): Deployment {
  if (!id) throw new AwsError('DeploymentIdRequiredException', 'Deployment Id is missing');
  if (!/^d-[A-Z0-9]{9}$/.test(id))
    throw new AwsError('InvalidDeploymentIdException', `Deployment Id ${id} is in an invalid format`);
  const deployment = state.deployments.get(id);
  if (deployment) return deployment;
  throw new AwsError('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}

/** A deployment that has started, so that its targets are known. */
export function findStarted(state: CodeDeploy, id: string | undefined): Deployment {
  const deployment = findDeployment(state, id);
  if (deployment.progress.status !== 'Created') return deployment;
  throw new AwsError('DeploymentNotStartedException', `The deployment ${id} has not started`);
}

/** By its id or by its ARN. */
export function findTarget(deployment: Deployment, name: string | undefined): Target {
  if (!name) throw new AwsError('DeploymentTargetIdRequiredException', 'Deployment target Id is missing');
  const target = deployment.targets.get(name.split('/').at(-1)!);
  if (target) return target;
  throw new AwsError(
    'DeploymentTargetDoesNotExistException',
    `The deployment target ${name} does not exist in deployment ${deployment.id}`,
  );
}
