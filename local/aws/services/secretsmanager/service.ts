import { AwsError, defineService } from '../../define.ts';
import { page } from '../../page.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { filterOf } from './filter.ts';
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

    BatchGetSecretValue(store, { SecretIdList: ids, Filters: filters, MaxResults, NextToken }) {
      if (!ids?.length === !filters?.length || (ids?.length ?? 0) > 20)
        throw new AwsError(
          'InvalidParameterException',
          'Give either SecretIdList, with 1 to 20 ids, or Filters.',
        );
      if (ids && MaxResults !== undefined)
        throw new AwsError('InvalidParameterException', 'MaxResults goes with Filters only.');
      const isWanted = filterOf(filters ?? []);
      const found = store.all().filter((stored) => !stored.deleted && isWanted(stored));
      const wanted = ids ?? found.map(({ name }) => name);
      const { items, nextToken } = page(wanted, { token: NextToken, max: MaxResults, limit: 20 });
      const values = [];
      const errors = [];
      for (const id of items) {
        try {
          values.push(store.get({ SecretId: id }));
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          errors.push({ SecretId: id, ErrorCode: error.code, Message: error.message });
        }
      }
      return { SecretValues: values, Errors: errors, NextToken: nextToken };
    },

    DescribeSecret: (store, input) => store.describe(store.find(input.SecretId, { deleted: true })),

    ListSecrets(store, input) {
      const isWanted = filterOf(input.Filters ?? []);
      const present = store.all().filter(({ deleted }) => input.IncludePlannedDeletion || !deleted);
      const shown = present.filter(isWanted);
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
