import type { Tag } from '@aws-sdk/client-s3';
import { AwsError, type Operations } from '../../define.ts';
import type { ObjectStore } from './store.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** Buckets and what is switched on for them. */
export const bucketOperations: Operations<S3, ObjectStore> = {
  CreateBucket(store, input) {
    const { region } = store.aws;
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html: only there it is no error.
    const isAgain = region === 'us-east-1' && store.buckets().some(({ name }) => name === input.Bucket);
    if (!isAgain) store.createBucket(input.Bucket!);
    return { Location: `/${input.Bucket}` };
  },

  HeadBucket(store, input) {
    store.bucket(input.Bucket!);
    return { BucketRegion: store.aws.region };
  },

  ListBuckets(store, input) {
    const after = input.ContinuationToken ?? '';
    const buckets = store.buckets().filter(({ name }) => name > after && name.startsWith(input.Prefix ?? ''));
    const page = buckets.slice(0, input.MaxBuckets ?? 10_000);
    return {
      Buckets: page.map(({ name, created }) => ({ Name: name, CreationDate: new Date(created) })),
      Owner: { ID: store.aws.account },
      ...(buckets.length > page.length ? { ContinuationToken: page.at(-1)!.name } : {}),
    };
  },

  DeleteBucket(store, input) {
    store.deleteBucket(input.Bucket!);
    return {};
  },

  GetBucketLocation(store, input) {
    store.bucket(input.Bucket!);
    // The first region is told by an empty element, for historical reasons.
    return store.aws.region === 'us-east-1' ? {} : { LocationConstraint: store.aws.region as never };
  },

  GetBucketVersioning(store, input) {
    const { versioning } = store.bucket(input.Bucket!);
    return versioning ? { Status: versioning } : {};
  },

  PutBucketVersioning(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const status = input.VersioningConfiguration?.Status;
    if (status !== 'Enabled' && status !== 'Suspended')
      throw new AwsError(
        'IllegalVersioningConfigurationException',
        'Versioning is either Enabled or Suspended.',
      );
    bucket.versioning = status;
    return {};
  },

  GetBucketTagging(store, input) {
    const { tags } = store.bucket(input.Bucket!);
    if (tags.length > 0) return { TagSet: [...tags] };
    throw new AwsError('NoSuchTagSet', 'The TagSet does not exist', 404);
  },

  PutBucketTagging(store, input) {
    const tags = input.Tagging?.TagSet ?? [];
    checkTags(tags);
    store.bucket(input.Bucket!).tags = tags;
    return {};
  },

  DeleteBucketTagging(store, input) {
    store.bucket(input.Bucket!).tags = [];
    return {};
  },

  GetBucketNotificationConfiguration(store, input) {
    return store.bucket(input.Bucket!).eventBridge ? { EventBridgeConfiguration: {} } : {};
  },

  PutBucketNotificationConfiguration(store, input) {
    const bucket = store.bucket(input.Bucket!);
    const { EventBridgeConfiguration, ...others } = input.NotificationConfiguration ?? {};
    if (Object.values(others).some((list) => list !== undefined && list.length > 0))
      throw new AwsError('NotImplemented', 'The local AWS sends bucket events to EventBridge only.', 501);
    bucket.eventBridge = EventBridgeConfiguration !== undefined;
    return {};
  },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging.html */
function checkTags(tags: readonly Tag[]): void {
  const refused = (message: string) => new AwsError('InvalidTag', message);
  if (tags.length > 50) throw new AwsError('BadRequest', 'Bucket tag count cannot be greater than 50');
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length)
    throw refused('Cannot provide multiple Tags with the same key');
  for (const { Key = '', Value = '' } of tags) {
    if (Key.startsWith('aws:')) throw refused('System tags cannot be added/updated by requester');
    if (Key.length < 1 || Key.length > 128)
      throw refused('The TagKey you have provided is invalid: it has 1 to 128 characters');
    if (Value.length > 256)
      throw refused('The TagValue you have provided is invalid: it has at most 256 characters');
  }
}
