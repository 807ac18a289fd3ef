import type { Tag } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import type { Engine } from './engine.ts';
import type { Pipeline } from './state.ts';

/** The pipeline that an ARN names. */
export function pipelineByArn(engine: Engine, arn: string | undefined): Pipeline {
  const match = /^arn:aws(?:-\w+)*:codepipeline:[^:]+:[0-9]{12}:(.+)$/.exec(arn ?? '');
  if (!match) throw new AwsError('InvalidArnException', `'${arn}' is not the ARN of a CodePipeline resource`);
  const pipeline = engine.pipelines.get(match[1] ?? '');
  if (pipeline?.arn !== arn)
    throw new AwsError(
      'ResourceNotFoundException',
      `The account with id '${engine.aws.account}' does not include a pipeline with the name '${match[1]}'`,
    );
  return pipeline as Pipeline;
}

export function tag(pipeline: Pipeline, tags: readonly Tag[]): void {
  checkTags(tags);
  const keys = new Set([...pipeline.tags.keys(), ...tags.map((one) => one.key ?? '')]);
  if (keys.size > 50) throw new AwsError('TooManyTagsException', 'A resource has at most 50 tags');
  for (const one of tags) pipeline.tags.set(one.key ?? '', one);
}

export function checkTags(tags: readonly Tag[]): void {
  if (tags.length > 50) throw new AwsError('TooManyTagsException', 'A resource has at most 50 tags');
  for (const { key = '', value = '' } of tags) {
    if (key.length < 1 || key.length > 128 || value.length > 256 || key.startsWith('aws:'))
      throw new AwsError(
        'InvalidTagsException',
        `The tag '${key}' is not valid: a key has 1 to 128 characters and does not start with aws:, a value at most 256`,
      );
  }
}
