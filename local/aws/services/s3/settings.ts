import { AwsError, type Operations } from '../../define.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore } from './store.ts';

type S3 = typeof import('@aws-sdk/client-s3');

/** A setting of a bucket that is kept and told but changes nothing here: nobody checks permissions, nothing expires. */
type Setting = 'policy' | 'lifecycle' | 'encryption' | 'cors' | 'ownership' | 'public access';

/** What S3 answers where a setting was never made. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const absent: Readonly<Record<Setting, string>> = {
  policy: 'NoSuchBucketPolicy',
  lifecycle: 'NoSuchLifecycleConfiguration',
  encryption: 'ServerSideEncryptionConfigurationNotFoundError',
  cors: 'NoSuchCORSConfiguration',
  ownership: 'OwnershipControlsNotFoundError',
  'public access': 'NoSuchPublicAccessBlockConfiguration',
};

export const settingOperations: Operations<S3, ObjectStore> = {
  PutBucketPolicy(store, { Bucket, Policy = '' }) {
    if (!isObject(Policy)) throw new AwsError('MalformedPolicy', 'Policies must be valid JSON.');
    return set(store.bucket(Bucket!), 'policy', { Policy });
  },
  GetBucketPolicy: (store, { Bucket }) => get(store.bucket(Bucket!), 'policy'),
  DeleteBucketPolicy: (store, { Bucket }) => remove(store.bucket(Bucket!), 'policy'),

  PutBucketLifecycleConfiguration: (store, { Bucket, LifecycleConfiguration }) =>
    set(store.bucket(Bucket!), 'lifecycle', { Rules: LifecycleConfiguration?.Rules ?? [] }),
  GetBucketLifecycleConfiguration: (store, { Bucket }) => get(store.bucket(Bucket!), 'lifecycle'),
  DeleteBucketLifecycle: (store, { Bucket }) => remove(store.bucket(Bucket!), 'lifecycle'),

  PutBucketEncryption: (store, { Bucket, ServerSideEncryptionConfiguration }) =>
    set(store.bucket(Bucket!), 'encryption', { ServerSideEncryptionConfiguration }),
  GetBucketEncryption: (store, { Bucket }) => get(store.bucket(Bucket!), 'encryption'),
  DeleteBucketEncryption: (store, { Bucket }) => remove(store.bucket(Bucket!), 'encryption'),

  PutBucketCors: (store, { Bucket, CORSConfiguration }) =>
    set(store.bucket(Bucket!), 'cors', { CORSRules: CORSConfiguration?.CORSRules ?? [] }),
  GetBucketCors: (store, { Bucket }) => get(store.bucket(Bucket!), 'cors'),
  DeleteBucketCors: (store, { Bucket }) => remove(store.bucket(Bucket!), 'cors'),

  PutBucketOwnershipControls: (store, { Bucket, OwnershipControls }) =>
    set(store.bucket(Bucket!), 'ownership', { OwnershipControls }),
  GetBucketOwnershipControls: (store, { Bucket }) => get(store.bucket(Bucket!), 'ownership'),
  DeleteBucketOwnershipControls: (store, { Bucket }) => remove(store.bucket(Bucket!), 'ownership'),

  PutPublicAccessBlock: (store, { Bucket, PublicAccessBlockConfiguration }) =>
    set(store.bucket(Bucket!), 'public access', { PublicAccessBlockConfiguration }),
  GetPublicAccessBlock: (store, { Bucket }) => get(store.bucket(Bucket!), 'public access'),
  DeletePublicAccessBlock: (store, { Bucket }) => remove(store.bucket(Bucket!), 'public access'),
};

function set({ settings }: Bucket, name: Setting, value: object): Record<never, never> {
  settings.set(name, value);
  return {};
}

function get({ settings }: Bucket, name: Setting): object {
  const value = settings.get(name);
  if (value) return value;
  throw new AwsError(absent[name], `The bucket has no ${name} configuration.`, 404);
}

function remove({ settings }: Bucket, name: Setting): Record<never, never> {
  settings.delete(name);
  return {};
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
