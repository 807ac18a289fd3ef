import { AwsError, type Operations } from '../../define.ts';
import type { ObjectStore } from './store.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** Buckets and what is switched on for them. */
export const bucketOperations: Operations<S3, ObjectStore> = {
  CreateBucket(store, input) {
    store.createBucket(input.Bucket!);
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
