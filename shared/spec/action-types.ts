/**
 * The action types that CodePipeline offers, with what each needs.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html
 */
export interface ActionTypeSpec {
  readonly category: 'Source' | 'Build' | 'Test' | 'Deploy' | 'Approval' | 'Invoke' | 'Compute';
  readonly owner: 'AWS' | 'ThirdParty' | 'Custom';
  readonly provider: string;
  /** `1` where it is left out, as AWS's own all are. */
  readonly version?: string;
  /** How many artifacts it takes and gives: least and most. */
  readonly inputs: readonly [number, number];
  readonly outputs: readonly [number, number];
  /** Configuration keys that must be there. */
  readonly required: readonly string[];
  /** The other keys it knows; where this is missing any key is let through. */
  readonly optional?: readonly string[];
}

const none = [0, 0] as const;
const one = [1, 1] as const;
const upToFive = [0, 5] as const;

export const actionTypes: readonly ActionTypeSpec[] = [
  source('S3', ['S3Bucket', 'S3ObjectKey'], ['PollForSourceChanges', 'AllowOverrideForS3ObjectKey']),
  source('CodeCommit', ['RepositoryName', 'BranchName'], ['PollForSourceChanges', 'OutputArtifactFormat']),
  source(
    'CodeStarSourceConnection',
    ['ConnectionArn', 'FullRepositoryId', 'BranchName'],
    ['OutputArtifactFormat', 'DetectChanges'],
  ),
  source('ECR', ['RepositoryName'], ['ImageTag']),
  {
    ...source('GitHub', ['Owner', 'Repo', 'Branch', 'OAuthToken'], ['PollForSourceChanges']),
    owner: 'ThirdParty',
  },
  codeBuild('Build'),
  codeBuild('Test'),
  aws('Build', 'ECRBuildAndPublish', { inputs: one, outputs: [0, 1], required: ['ECRRepositoryName'] }),
  aws('Test', 'DeviceFarm', {
    inputs: one,
    required: ['AppType', 'ProjectId', 'App', 'TestType', 'DevicePoolArn'],
  }),
  aws('Deploy', 'CodeDeploy', {
    inputs: one,
    required: ['ApplicationName', 'DeploymentGroupName'],
    optional: [],
  }),
  aws('Deploy', 'S3', {
    inputs: one,
    required: ['BucketName', 'Extract'],
    optional: ['ObjectKey', 'KMSEncryptionKeyARN', 'CannedACL', 'CacheControl'],
  }),
  aws('Deploy', 'CloudFormation', {
    inputs: [0, 10],
    outputs: [0, 1],
    required: ['ActionMode', 'StackName'],
  }),
  aws('Deploy', 'CloudFormationStackSet', { inputs: [1, 10], outputs: [0, 1], required: ['StackSetName'] }),
  aws('Deploy', 'CloudFormationStackInstances', {
    inputs: upToFive,
    outputs: [0, 1],
    required: ['StackSetName'],
  }),
  aws('Deploy', 'ElasticBeanstalk', { inputs: one, required: ['ApplicationName', 'EnvironmentName'] }),
  aws('Deploy', 'ECS', { inputs: one, required: ['ClusterName', 'ServiceName'] }),
  aws('Deploy', 'CodeDeployToECS', {
    inputs: [1, 5],
    required: [
      'ApplicationName',
      'DeploymentGroupName',
      'TaskDefinitionTemplateArtifact',
      'AppSpecTemplateArtifact',
    ],
  }),
  aws('Deploy', 'ServiceCatalog', { inputs: one, required: ['ProductId'] }),
  aws('Deploy', 'AppConfig', {
    inputs: one,
    required: ['Application', 'Environment', 'ConfigurationProfile'],
  }),
  aws('Deploy', 'EC2', { inputs: one, required: ['InstanceType'] }),
  aws('Deploy', 'EKS', { inputs: one, required: ['ClusterName'] }),
  aws('Deploy', 'Lambda', { inputs: one, required: ['FunctionName'] }),
  aws('Approval', 'Manual', {
    required: [],
    optional: ['NotificationArn', 'CustomData', 'ExternalEntityLink'],
  }),
  aws('Invoke', 'Lambda', {
    inputs: upToFive,
    outputs: upToFive,
    required: ['FunctionName'],
    optional: ['UserParameters'],
  }),
  aws('Invoke', 'StepFunctions', { inputs: [0, 1], outputs: [0, 1], required: ['StateMachineArn'] }),
  aws('Invoke', 'CodePipeline', {
    required: ['PipelineName'],
    optional: ['SourceRevisions', 'Variables'],
  }),
  aws('Invoke', 'InspectorScan', { inputs: [0, 1], outputs: [0, 1], required: ['InspectorRunMode'] }),
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Snyk.html
  { ...aws('Invoke', 'Snyk', { inputs: one, outputs: one, required: [] }), owner: 'ThirdParty' },
  aws('Compute', 'Commands', { inputs: [1, 10], outputs: [0, 1], required: [], optional: [] }),
];

/** Of an action type in several versions the one asked for, else any. */
export function findActionType(
  id: { category: string; owner: string; provider: string; version: string },
  types: readonly ActionTypeSpec[] = actionTypes,
): ActionTypeSpec | undefined {
  const alike = types.filter(
    (type) => type.category === id.category && type.owner === id.owner && type.provider === id.provider,
  );
  return alike.find((type) => versionOf(type) === id.version) ?? alike[0];
}

export const versionOf = ({ version = '1' }: ActionTypeSpec) => version;

type Needs = Pick<ActionTypeSpec, 'required'> &
  Partial<Pick<ActionTypeSpec, 'inputs' | 'outputs' | 'optional'>>;

function aws(category: ActionTypeSpec['category'], provider: string, needs: Needs): ActionTypeSpec {
  return { category, owner: 'AWS', provider, inputs: none, outputs: none, ...needs };
}

function source(provider: string, required: string[], optional: string[]): ActionTypeSpec {
  return aws('Source', provider, { outputs: one, required, optional });
}

function codeBuild(category: 'Build' | 'Test'): ActionTypeSpec {
  return aws(category, 'CodeBuild', {
    inputs: [1, 5],
    outputs: upToFive,
    required: ['ProjectName'],
    optional: [
      'PrimarySource',
      'BatchEnabled',
      'CombineArtifacts',
      'EnvironmentVariables',
      'BuildspecOverride',
    ],
  });
}
