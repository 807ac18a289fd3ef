import type { Tag } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import type { CodeDeploy } from './state.ts';

/** Refuses tags that AWS would refuse to put on a resource. */
export function checkNewTags(tags: readonly Tag[] | undefined): void {
  const isBad = ({ Key = '', Value = '' }: Tag) =>
    Key === '' || Key.length > 128 || Value.length > 256 || /^aws:/i.test(Key);
  if (tags?.some(isBad) || (tags?.length ?? 0) > 50)
    throw new AwsError(
      'InvalidTagsToAddException',
      'At most 50 tags, with keys of 1 to 128 characters that do not start with aws:, and values of at most 256',
    );
}

export function putTags(state: CodeDeploy, arn: string, tags: readonly Tag[] = []): void {
  const kept = state.tags.get(arn) ?? new Map<string, string>();
  for (const { Key = '', Value = '' } of tags) kept.set(Key, Value);
  state.tags.set(arn, kept);
}

/** The tags of a resource that exists, or CodeDeploy's error. */
export function findTags(state: CodeDeploy, arn: string | undefined): Map<string, string> {
  if (!arn) throw new AwsError('ResourceArnRequiredException', 'Resource ARN is missing');
  const tags = state.tags.get(arn);
  if (tags) return tags;
  const [, kind] = /^arn:aws[\w-]*:codedeploy:[\w-]*:\d{12}:(\w+):.+$/.exec(arn) ?? [];
  if (kind === 'application')
    throw new AwsError('ApplicationDoesNotExistException', `No application found for ARN: ${arn}`);
  if (kind === 'deploymentgroup')
    throw new AwsError('DeploymentGroupDoesNotExistException', `No deployment group found for ARN: ${arn}`);
  if (kind)
    throw new AwsError(
      'ArnNotSupportedException',
      `Only applications and deployment groups have tags: ${arn}`,
    );
  throw new AwsError('InvalidArnException', `This is no ARN of CodeDeploy: ${arn}`);
}
