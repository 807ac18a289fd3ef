import type { ActionCategory, Tag } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import type { Engine } from './engine.ts';

/** The tags of the pipeline, custom action type or webhook that an ARN names. */
export function tagsByArn(engine: Engine, arn: string | undefined): Map<string, Tag> {
  const match = /^arn:aws(?:-\w+)*:codepipeline:([^:]+):([0-9]{12}):(.+)$/.exec(arn ?? '');
  if (!match) throw new AwsError('InvalidArnException', `'${arn}' is not the ARN of a CodePipeline resource`);
  const [, region, account, name = ''] = match;
  const isHere = region === engine.aws.region && account === engine.aws.account;
  const tags = isHere ? tagsOf(engine, name) : undefined;
  if (!tags)
    throw new AwsError(
      'ResourceNotFoundException',
      `The account with id '${engine.aws.account}' does not include a pipeline with the name '${name}'`,
    );
  return tags;
}

function tagsOf(engine: Engine, name: string): Map<string, Tag> | undefined {
  const webhook = /^webhook:(.+)$/.exec(name)?.[1];
  if (webhook !== undefined) return engine.webhooks.get(webhook)?.tags;
  const [, category, provider, version] = /^actiontype:Custom\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
  if (category === undefined) return engine.pipelines.get(name)?.tags;
  return engine.customTypes.find({ category: category as ActionCategory, provider, version })?.tags;
}

export function tag(tagged: Map<string, Tag>, tags: readonly Tag[]): void {
  checkTags(tags);
  const keys = new Set([...tagged.keys(), ...tags.map((one) => one.key ?? '')]);
  if (keys.size > 50) throw new AwsError('TooManyTagsException', 'A resource has at most 50 tags');
  for (const one of tags) tagged.set(one.key ?? '', one);
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
