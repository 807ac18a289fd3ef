import { AwsError } from '../../define.ts';
import { noTags } from './bucket.ts';

type TagSet = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const mostTags = 10;

/** The tags of an object, or the errors that S3 answers with. */
export function tagMap(given: TagSet): ReadonlyMap<string, string> {
  const names = new Set(given.map(({ Key }) => Key));
  if (given.length > mostTags) throw new AwsError('BadRequest', 'Object tags cannot be greater than 10');
  if (names.size < given.length)
    throw new AwsError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  return new Map(given.map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The tags of the header `x-amz-tagging`, which are written as those of a query: `a=1&b=2`. */
export function parseTagging(header: string | undefined): ReadonlyMap<string, string> {
  if (!header) return noTags;
  return tagMap([...new URLSearchParams(header)].map(([Key, Value]) => ({ Key, Value })));
}
