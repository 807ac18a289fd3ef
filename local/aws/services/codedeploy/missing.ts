/** CodeDeploy has an error of its own for almost every member that must be given. */
const errors: Readonly<Record<string, string>> = {
  applicationName: 'ApplicationName',
  currentDeploymentGroupName: 'DeploymentGroupName',
  deploymentConfigName: 'DeploymentConfigName',
  deploymentGroupName: 'DeploymentGroupName',
  deploymentId: 'DeploymentId',
  instanceId: 'InstanceId',
  instanceName: 'InstanceName',
  ResourceArn: 'ResourceArn',
  revision: 'Revision',
  serviceRoleArn: 'Role',
  tag: 'Tag',
  Tag: 'Tag',
  TagKey: 'Tag',
  targetId: 'DeploymentTargetId',
};

/** The error code for a member that is missing, such as `applicationNames` or `applicationNames.1.member`. */
export function missingMemberCode(path: string): string {
  const name = path.split('.')[0]!.replace(/s$/, '');
  return Object.hasOwn(errors, name) ? `${errors[name]}RequiredException` : 'ValidationException';
}
