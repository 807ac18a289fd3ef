import { AwsError } from '../../define.ts';
import { page } from '../../page.ts';

/** One page of a list, in the order that was asked for. */
export function listed<Item>(
  all: readonly Item[],
  input: {
    sortOrder?: string | undefined;
    nextToken?: string | undefined;
    maxResults?: number | undefined;
  },
) {
  const ordered = input.sortOrder === 'DESCENDING' ? all.toReversed() : all;
  const { nextToken: token, maxResults = 100 } = input;
  if (maxResults < 1 || maxResults > 100)
    throw new AwsError('InvalidInputException', `maxResults must be from 1 to 100, not ${maxResults}.`);
  return page(ordered, { token, max: maxResults, limit: 100, badToken: 'InvalidInputException' });
}

/** The names of a batch, of which there is at least one. */
export function atMost(limit: number, names: readonly string[] = []): readonly string[] {
  if (names.length < 1 || names.length > limit)
    throw new AwsError('InvalidInputException', `Give 1 to ${limit} of them, not ${names.length}.`);
  return names;
}
