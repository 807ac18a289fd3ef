import type { ErrorCode } from '@aws-sdk/client-codedeploy';

/** Why a deployment failed or was stopped, as `errorInformation` says it. */
export interface Trouble {
  readonly code: ErrorCode;
  readonly message: string;
}

// AWS's own words.

export const noInstances: Trouble = {
  code: 'NO_INSTANCES',
  message:
    'The deployment failed because no instances were found for your deployment group. Check your deployment group settings to make sure the tags for your Amazon EC2 instances or Auto Scaling groups correctly identify the instances you want to deploy to, and then try again.',
};

export const tooFewHealthy: Trouble = {
  code: 'HEALTH_CONSTRAINTS',
  message:
    'The overall deployment failed because too many individual instances failed deployment, too few healthy instances are available for deployment, or some instances in your deployment group are experiencing problems.',
};
