import type { ActionCategory } from '@aws-sdk/client-codepipeline';
import type { ActionRunner } from './define.ts';
import { notRun } from './not-run.ts';

/** AWS's providers, and GitHub: the first of them run locally, the others fail with their name. */
export const runners: readonly ActionRunner[] = [
  inFile('Source', 'S3', () => import('./s3-source.ts')),
  inFile('Source', 'CodeCommit', () => import('./codecommit.ts')),
  inFile('Source', 'CodeStarSourceConnection', () => import('./connection-source.ts')),
  { ...inFile('Source', 'GitHub', () => import('./github.ts')), owner: 'ThirdParty' },
  inFile('Source', 'ECR', () => import('./ecr.ts')),
  inFile('Build', 'CodeBuild', () => import('./codebuild.ts')),
  inFile('Test', 'CodeBuild', () => import('./codebuild.ts')),
  inFile('Compute', 'Commands', () => import('./commands.ts')),
  inFile('Deploy', 'CodeDeploy', () => import('./codedeploy.ts')),
  inFile('Deploy', 'S3', () => import('./s3-deploy.ts')),
  inFile('Approval', 'Manual', () => import('./manual-approval.ts')),
  inFile('Invoke', 'CodePipeline', () => import('./codepipeline.ts')),
  // Each of these is to become a file of its own.
  notRun('Build', 'ECRBuildAndPublish'),
  notRun('Deploy', 'AppConfig'),
  notRun('Deploy', 'CloudFormation'),
  notRun('Deploy', 'CloudFormationStackInstances'),
  notRun('Deploy', 'CloudFormationStackSet'),
  notRun('Deploy', 'CodeDeployToECS'),
  notRun('Deploy', 'EC2'),
  notRun('Deploy', 'ECS'),
  notRun('Deploy', 'EKS'),
  notRun('Deploy', 'ElasticBeanstalk'),
  notRun('Deploy', 'Lambda'),
  notRun('Deploy', 'ServiceCatalog'),
  notRun('Invoke', 'InspectorScan'),
  notRun('Invoke', 'Lambda'),
  notRun('Invoke', 'StepFunctions'),
  notRun('Test', 'DeviceFarm'),
];

/** A runner whose file is read when the first action needs it, with the services that it stands on. */
function inFile(
  category: ActionCategory,
  provider: string,
  load: () => Promise<{ default: ActionRunner }>,
): ActionRunner {
  return {
    category,
    provider,
    async run(context) {
      const { default: runner } = await load();
      context.signal.throwIfAborted();
      return runner.run(context);
    },
  };
}
