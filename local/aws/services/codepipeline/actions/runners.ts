import appConfig from './app-config.ts';
import cloudformation from './cloudformation.ts';
import cloudformationStackInstances from './cloudformation-stack-instances.ts';
import cloudformationStackSet from './cloudformation-stack-set.ts';
import codebuild from './codebuild.ts';
import codecommit from './codecommit.ts';
import codedeploy from './codedeploy.ts';
import codedeployToEcs from './codedeploy-to-ecs.ts';
import codepipeline from './codepipeline.ts';
import commands from './commands.ts';
import connectionSource from './connection-source.ts';
import type { ActionRunner } from './define.ts';
import deviceFarm from './device-farm.ts';
import ec2 from './ec2.ts';
import ecr from './ecr.ts';
import ecrBuildAndPublish from './ecr-build-and-publish.ts';
import ecs from './ecs.ts';
import eks from './eks.ts';
import elasticBeanstalk from './elastic-beanstalk.ts';
import github from './github.ts';
import inspectorScan from './inspector-scan.ts';
import lambdaDeploy from './lambda-deploy.ts';
import lambdaInvoke from './lambda-invoke.ts';
import manualApproval from './manual-approval.ts';
import s3Deploy from './s3-deploy.ts';
import s3Source from './s3-source.ts';
import serviceCatalog from './service-catalog.ts';
import stepFunctions from './step-functions.ts';

/** AWS's providers, and GitHub: the first of them run locally, the others fail with their name. */
export const runners: readonly ActionRunner[] = [
  s3Source,
  codecommit,
  connectionSource,
  github,
  ecr,
  codebuild,
  { ...codebuild, category: 'Test' },
  commands,
  codedeploy,
  s3Deploy,
  manualApproval,
  codepipeline,
  appConfig,
  cloudformation,
  cloudformationStackInstances,
  cloudformationStackSet,
  codedeployToEcs,
  deviceFarm,
  ec2,
  ecrBuildAndPublish,
  ecs,
  eks,
  elasticBeanstalk,
  inspectorScan,
  lambdaDeploy,
  lambdaInvoke,
  serviceCatalog,
  stepFunctions,
];
