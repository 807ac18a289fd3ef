import codebuild from './codebuild.ts';
import codedeploy from './codedeploy.ts';
import commands from './commands.ts';
import type { ActionRunner } from './define.ts';
import manualApproval from './manual-approval.ts';
import s3Deploy from './s3-deploy.ts';
import s3Source from './s3-source.ts';

/** The providers that run locally. An action of any other fails, with its name. */
export const runners: readonly ActionRunner[] = [
  s3Source,
  codebuild,
  { ...codebuild, category: 'Test' },
  commands,
  codedeploy,
  s3Deploy,
  manualApproval,
];
