import type { ParameterStringFilter, ParametersFilter } from '@aws-sdk/client-ssm';
import { AwsError } from '../../define.ts';
import { keyOf } from './rules.ts';
import type { Stored } from './store.ts';

type Where = 'describe' | 'path';

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html
const keys: Readonly<Record<Where, readonly string[]>> = {
  describe: ['Name', 'Type', 'KeyId', 'Path', 'Tier', 'DataType', 'Label'],
  path: ['Type', 'KeyId', 'Label', 'DataType'],
};

/** A test that all filters together make; throws InvalidFilterKey and its kin for what AWS refuses. */
export function filterOf(
  filters: readonly ParameterStringFilter[],
  where: Where,
): (stored: Stored) => boolean {
  const tests = filters.map((filter) => testOf(filter, where));
  return (stored) => tests.every((test) => test(stored));
}

/** The older `Filters` of DescribeParameters. */
export function olderFilterOf(filters: readonly ParametersFilter[]): (stored: Stored) => boolean {
  return filterOf(
    filters.map((f) => ({ Key: f.Key, Values: f.Values, ...(f.Key === 'Name' && { Option: 'BeginsWith' }) })),
    'describe',
  );
}

function testOf(filter: ParameterStringFilter, where: Where): (stored: Stored) => boolean {
  const { Key: key = '', Values: values = [] } = filter;
  const tag = /^tag:(.+)$/.exec(key)?.[1];
  if (tag === undefined || where === 'path') {
    if (!keys[where].includes(key))
      throw new AwsError(
        'InvalidFilterKey',
        `The following filter key is not valid: ${key}. Valid filter keys include: [${keys[where].join(', ')}].`,
      );
    if (values.length === 0)
      throw new AwsError(
        'InvalidFilterValue',
        `The following filter values are missing : null for filter key ${key}.`,
      );
  }
  if (tag !== undefined) {
    const matches = optionOf('tag', filter.Option ?? 'Equals');
    return ({ tags }) =>
      tags.has(tag) && (values.length === 0 || values.some((value) => matches(tags.get(tag) ?? '', value)));
  }
  const option = filter.Option ?? (key === 'Path' ? 'OneLevel' : 'Equals');
  const matches = optionOf(key, option);
  return (stored) => values.some((value) => fieldsOf(stored, key).some((field) => matches(field, value)));
}

function optionOf(key: string, option: string): (field: string, value: string) => boolean {
  if (key === 'Path' && option === 'Recursive') return (field, value) => isBelow(field, value);
  if (key === 'Path' && option === 'OneLevel')
    return (field, value) =>
      isBelow(field, value) && !field.slice(value.replace(/\/$/, '').length + 1).includes('/');
  if (key === 'tag' && option === 'Equals') return (field, value) => field === value;
  if (key === 'tag' && option === 'BeginsWith') return (field, value) => field.startsWith(value);
  if (key !== 'Path' && option === 'Equals') return (field, value) => keyOf(field) === keyOf(value);
  if (key !== 'Path' && option === 'BeginsWith')
    return (field, value) =>
      field.startsWith(value) || (!value.startsWith('/') && field.startsWith(`/${value}`));
  if (key === 'Name' && option === 'Contains') return (field, value) => field.includes(value);
  throw new AwsError(
    'InvalidFilterOption',
    `The following filter option is not valid: ${option} for filter key ${key}.`,
  );
}

/** Whether a name stands below a path such as `/shop` or `/shop/`. */
export function isBelow(name: string, path: string): boolean {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return (name.startsWith('/') ? name : `/${name}`).startsWith(prefix);
}

function fieldsOf({ name, versions }: Stored, key: string): string[] {
  const latest = versions.at(-1)!;
  const field = {
    Name: name,
    Path: name,
    Type: latest.type,
    KeyId: latest.keyId,
    Tier: latest.tier,
    DataType: latest.dataType,
  };
  if (key === 'Label') return versions.flatMap((version) => [...version.labels]);
  return [field[key as keyof typeof field] ?? ''];
}
