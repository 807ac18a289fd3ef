import { type Aws, defineService } from '../../define.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { attributeOperations } from './attributes.ts';
import { bucketOperations } from './buckets.ts';
import { listingOperations } from './listing.ts';
import { multipartOperations } from './multipart.ts';
import { objectOperations } from './objects.ts';
import { settingOperations } from './settings.ts';
import { ObjectStore } from './store.ts';

/** S3, with objects in files of this server's own. Other services reach its store in process with `aws.use`. */
export default defineService({
  name: 's3',
  protocol: { kind: 's3' },
  sdk: () => import('@aws-sdk/client-s3'),
  state: (aws: Aws) => new ObjectStore(aws),
  persistence: ownSnapshots(2),
  operations: {
    ...bucketOperations,
    ...settingOperations,
    ...objectOperations,
    ...attributeOperations,
    ...multipartOperations,
    ...listingOperations,
  },
});
