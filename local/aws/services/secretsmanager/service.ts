import type { Filter } from '@aws-sdk/client-secrets-manager';
import { AwsError, defineService } from '../../define.ts';
import { page } from '../../page.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { SecretStore } from './store.ts';

export default defineService<typeof import('@aws-sdk/client-secrets-manager'), SecretStore>({
  name: 'secretsmanager',
  protocol: { kind: 'json', version: '1.1', target: 'secretsmanager' },
  sdk: () => import('@aws-sdk/client-secrets-manager'),
  state: (aws) => new SecretStore(aws),
  persistence: ownSnapshots(1),
  operations: {
    CreateSecret: (store, input) => store.create(input),
    PutSecretValue: (store, input) => store.put(input),
    UpdateSecret: (store, input) => store.update(input),
    GetSecretValue: (store, input) => store.get({ ...input, SecretId: input.SecretId }),

    BatchGetSecretValue(store, input) {
      if (!input.SecretIdList?.length)
        throw new AwsError(
          'InvalidParameterException',
          'Only SecretIdList is served here, with 1 to 20 ids.',
        );
      const values = [];
      const errors = [];
      for (const id of input.SecretIdList) {
        try {
          values.push(store.get({ SecretId: id }));
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          errors.push({ SecretId: id, ErrorCode: error.code, Message: error.message });
        }
      }
      return { SecretValues: values, Errors: errors };
    },

    DescribeSecret: (store, input) => store.describe(store.find(input.SecretId, { deleted: true })),

    ListSecrets(store, input) {
      const shown = store
        .all()
        .filter((stored) => input.IncludePlannedDeletion || !stored.deleted)
        .filter((stored) => (input.Filters ?? []).every((filter) => matches(stored, filter)));
      if (input.SortOrder === 'asc') shown.sort((a, b) => a.created.getTime() - b.created.getTime());
      else shown.reverse();
      const { items, nextToken } = page(shown, { token: input.NextToken, max: input.MaxResults, limit: 100 });
      return {
        SecretList: items.map((stored) => {
          const { VersionIdsToStages, ...entry } = store.describe(stored);
          return { ...entry, SecretVersionsToStages: VersionIdsToStages };
        }),
        NextToken: nextToken,
      };
    },

    ListSecretVersionIds(store, input) {
      const stored = store.find(input.SecretId, { deleted: true });
      const versions = store.versions(stored, input.IncludeDeprecated ?? false);
      const { items, nextToken } = page(versions, {
        token: input.NextToken,
        max: input.MaxResults,
        limit: 100,
      });
      return { Versions: items, NextToken: nextToken, ARN: stored.arn, Name: stored.name };
    },

    UpdateSecretVersionStage: (store, input) => store.moveStage(input),
    DeleteSecret: (store, input) => store.delete(input),
    RestoreSecret: (store, input) => store.recover(input.SecretId),

    TagResource(store, input) {
      const { tags } = store.find(input.SecretId);
      for (const tag of input.Tags ?? []) tags.set(tag.Key ?? '', tag.Value ?? '');
      return {};
    },

    UntagResource(store, input) {
      const { tags } = store.find(input.SecretId);
      for (const key of input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  },
});

/** Values are prefixes; one that starts with `!` must not match. */
function matches(
  stored: ReturnType<SecretStore['all']>[number],
  { Key: key, Values: values = [] }: Filter,
): boolean {
  const fields: Readonly<Record<string, readonly string[]>> = {
    name: [stored.name],
    description: [stored.description ?? ''],
    'tag-key': [...stored.tags.keys()],
    'tag-value': [...stored.tags.values()],
    all: [stored.name, stored.description ?? '', ...stored.tags.keys(), ...stored.tags.values()],
  };
  const texts = fields[key ?? ''];
  if (!texts) throw new AwsError('InvalidParameterException', `The filter ${key} is not served here.`);
  const has = (prefix: string) => texts.some((text) => text.toLowerCase().startsWith(prefix.toLowerCase()));
  return values.some((value) => (value.startsWith('!') ? !has(value.slice(1)) : has(value)));
}
