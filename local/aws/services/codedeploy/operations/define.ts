import type { Operations } from '../../../define.ts';
import type { CodeDeploy } from '../state.ts';

export type CodeDeployOperations = Operations<typeof import('@aws-sdk/client-codedeploy'), CodeDeploy>;
