import { AwsError } from '../../../define.ts';
import { checkNewTags, findTags, putTags } from '../tags.ts';
import type { CodeDeployOperations } from './define.ts';

export const tagOperations = {
  ListTagsForResource: (state, { ResourceArn }) => ({
    Tags: [...findTags(state, ResourceArn)].map(([Key, Value]) => ({ Key, Value })),
  }),

  TagResource(state, { ResourceArn, Tags }) {
    findTags(state, ResourceArn);
    if (!Tags?.length) throw new AwsError('TagRequiredException', 'Tags are missing');
    checkNewTags(Tags);
    putTags(state, ResourceArn!, Tags);
    return {};
  },

  UntagResource(state, { ResourceArn, TagKeys = [] }) {
    const tags = findTags(state, ResourceArn);
    for (const key of TagKeys) tags.delete(key);
    return {};
  },
} satisfies CodeDeployOperations;
