import { AwsError, defineService } from '../../define.ts';
import { page } from '../../page.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { filterOf, isBelow, olderFilterOf } from './filter.ts';
import { ParameterStore, type Stored } from './store.ts';

/** AWS Systems Manager: Parameter Store only. */
export default defineService<typeof import('@aws-sdk/client-ssm'), ParameterStore>({
  name: 'ssm',
  protocol: { kind: 'json', version: '1.1', target: 'AmazonSSM' },
  sdk: () => import('@aws-sdk/client-ssm'),
  state: (aws) => new ParameterStore(aws),
  persistence: ownSnapshots(1),
  operations: {
    PutParameter: (store, input) => store.put(input),

    GetParameter: (store, input) => ({
      Parameter: store.get(input.Name ?? '', input.WithDecryption ?? false),
    }),

    GetParameters(store, input) {
      const names = input.Names ?? [];
      if (names.length < 1 || names.length > 10)
        throw invalid(`1 validation error detected: 'names' must have 1 to 10 members, not ${names.length}.`);
      const found = [...new Set(names)].map((name) => {
        try {
          return store.get(name, input.WithDecryption ?? false);
        } catch (error) {
          if (error instanceof AwsError && error.code !== 'ValidationException') return name;
          throw error;
        }
      });
      return {
        Parameters: found.filter((parameter) => typeof parameter !== 'string'),
        InvalidParameters: found.filter((parameter) => typeof parameter === 'string'),
      };
    },

    GetParametersByPath(store, input) {
      const path = input.Path ?? '';
      if (!path.startsWith('/')) throw invalid(`The parameter path must begin with a slash: ${path}`);
      const matches = filterOf(input.ParameterFilters ?? [], 'path');
      const labels = input.ParameterFilters?.find((filter) => filter.Key === 'Label')?.Values;
      const below = store.all().filter((stored) => isBelow(stored.name, path) && matches(stored));
      const wanted = input.Recursive ? below : below.filter((stored) => isDirectlyBelow(stored, path));
      const { items, nextToken } = page(wanted, { ...pageOf(input, 10), badToken: 'InvalidNextToken' });
      const withDecryption = input.WithDecryption ?? false;
      return {
        Parameters: items.map((stored) => {
          const labelled = stored.versions.findLast((version) =>
            labels?.some((label) => version.labels.has(label)),
          );
          return store.shown(stored, labelled ?? stored.versions.at(-1)!, { withDecryption });
        }),
        NextToken: nextToken,
      };
    },

    GetParameterHistory(store, input) {
      const history = store.history(input.Name ?? '', input.WithDecryption ?? false);
      const { items, nextToken } = page(history, { ...pageOf(input, 50), badToken: 'InvalidNextToken' });
      return { Parameters: items, NextToken: nextToken };
    },

    DescribeParameters(store, input) {
      if (input.Filters?.length && input.ParameterFilters?.length)
        throw invalid('You can use either Filters or ParameterFilters in a single request.');
      const newer = filterOf(input.ParameterFilters ?? [], 'describe');
      const older = olderFilterOf(input.Filters ?? []);
      const wanted = store.all().filter((stored) => newer(stored) && older(stored));
      const { items, nextToken } = page(wanted, { ...pageOf(input, 50), badToken: 'InvalidNextToken' });
      return { Parameters: items.map((stored) => store.metadata(stored)), NextToken: nextToken };
    },

    LabelParameterVersion: (store, input) =>
      store.label(input.Name ?? '', input.ParameterVersion, input.Labels ?? []),

    UnlabelParameterVersion: (store, input) =>
      store.unlabel(input.Name ?? '', input.ParameterVersion ?? 0, input.Labels ?? []),

    DeleteParameter(store, input) {
      store.delete(input.Name ?? '');
      return {};
    },

    DeleteParameters(store, input) {
      const names = input.Names ?? [];
      const deleted = names.filter((name) => {
        const isThere = store.has(name);
        if (isThere) store.delete(name);
        return isThere;
      });
      return {
        DeletedParameters: deleted,
        InvalidParameters: names.filter((name) => !deleted.includes(name)),
      };
    },

    AddTagsToResource(store, input) {
      const { tags } = tagged(store, input);
      for (const tag of input.Tags ?? []) tags.set(tag.Key ?? '', tag.Value ?? '');
      return {};
    },

    RemoveTagsFromResource(store, input) {
      const { tags } = tagged(store, input);
      for (const key of input.TagKeys ?? []) tags.delete(key);
      return {};
    },

    ListTagsForResource(store, input) {
      const { tags } = tagged(store, input);
      return { TagList: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  },
});

const invalid = (message: string) => new AwsError('ValidationException', message);

function pageOf(input: { NextToken?: string | undefined; MaxResults?: number | undefined }, limit: number) {
  const max = input.MaxResults;
  if (max !== undefined && (max < 1 || max > limit))
    throw invalid(
      `Value '${max}' at 'maxResults' failed to satisfy constraint: Member must be from 1 to ${limit}.`,
    );
  return { token: input.NextToken, max, limit };
}

function isDirectlyBelow(stored: Stored, path: string): boolean {
  return !stored.name.slice(path.replace(/\/$/, '').length + 1).includes('/');
}

function tagged(
  store: ParameterStore,
  input: { ResourceType?: string | undefined; ResourceId?: string | undefined },
): Stored {
  if (input.ResourceType !== 'Parameter')
    throw new AwsError(
      'InvalidResourceType',
      `Only parameters can be tagged here, not ${input.ResourceType}.`,
    );
  try {
    return store.stored(input.ResourceId ?? '');
  } catch {
    throw new AwsError('InvalidResourceId', `The resource ID ${input.ResourceId} is not valid.`);
  }
}
