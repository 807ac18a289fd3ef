import type { ServerSideEncryption, StorageClass } from '@aws-sdk/client-s3';
import { AwsError } from '../../define.ts';
import type { Storage } from './bucket.ts';

/** Classes whose objects are read at once. https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html */
const readAtOnce: readonly string[] = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
] satisfies StorageClass[];

const encryptions: readonly string[] = ['AES256', 'aws:kms', 'aws:kms:dsse'] satisfies ServerSideEncryption[];

interface StorageInput {
  readonly StorageClass?: StorageClass | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  readonly BucketKeyEnabled?: boolean | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
}

/** How an upload wants its object stored: kept and told, though everything is stored alike here. */
export function storageOf(input: StorageInput): Storage {
  const { StorageClass, ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, SSECustomerAlgorithm } = input;
  if (SSECustomerAlgorithm !== undefined)
    throw new AwsError('NotImplemented', 'The local AWS does not encrypt with keys of customers.', 501);
  if (ServerSideEncryption !== undefined && !encryptions.includes(ServerSideEncryption))
    throw new AwsError('InvalidArgument', 'The encryption method specified is not supported', {
      fields: { ArgumentName: 'x-amz-server-side-encryption', ArgumentValue: ServerSideEncryption },
    });
  if (StorageClass !== undefined && !readAtOnce.includes(StorageClass))
    throw new AwsError(
      'InvalidStorageClass',
      `The storage class you specified is not valid: the local AWS has ${readAtOnce.join(', ')}`,
    );
  return {
    storageClass: StorageClass,
    encryption: ServerSideEncryption,
    kmsKey: SSEKMSKeyId,
    bucketKey: BucketKeyEnabled,
  };
}

/** The output members for the encryption of an object; none where the upload asked for none. */
export function encryptionMembers({ encryption, kmsKey, bucketKey }: Storage = {}) {
  return {
    ...(encryption && { ServerSideEncryption: encryption }),
    ...(kmsKey !== undefined && { SSEKMSKeyId: kmsKey }),
    ...(bucketKey !== undefined && { BucketKeyEnabled: bucketKey }),
  };
}

/** The same, with the class, which is told to readers only where it is not the standard. */
export function storageMembers(storage: Storage = {}) {
  const { storageClass = 'STANDARD' } = storage;
  return {
    ...encryptionMembers(storage),
    ...(storageClass !== 'STANDARD' && { StorageClass: storageClass }),
  };
}
