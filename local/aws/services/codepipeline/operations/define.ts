import type { Call, Operations } from '../../../define.ts';
import type { Engine } from '../engine.ts';

export type CodePipelineOperations = Operations<typeof import('@aws-sdk/client-codepipeline'), Engine>;

/** Who calls, as CodePipeline names them: the ARN of an IAM user. Nobody checks the signature here. */
export function callerArn(engine: Engine, call: Call): string {
  return `arn:aws:iam::${engine.aws.account}:user/${call.accessKey ?? 'anonymous'}`;
}
