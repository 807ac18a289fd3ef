import s3 from '../../s3/service.ts';
import { type ActionContext, ActionFailure, defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html */
export default defineActionRunner({
  category: 'Source',
  provider: 'S3',
  async run(context) {
    const { aws, outputs, store } = context;
    const object = find(context);
    const { bucket, key, versionId, etag, modified, metadata } = object;
    const { body } = await aws.use(s3).get({ bucket, key, versionId });
    const artifact = outputs[0]?.name ?? '';
    await store(artifact, body);
    const summary =
      metadata['codepipeline-artifact-revision-summary'] || `Amazon S3 version id: ${versionId}`;
    return {
      status: 'Succeeded',
      summary,
      externalExecutionId: versionId,
      revisions: {
        [artifact]: {
          id: versionId,
          changeId: etag,
          summary: summary.slice(0, 2048),
          url: `https://console.aws.amazon.com/s3/object/${bucket}/${key}?region=${aws.region}`,
          created: modified,
        },
      },
      outputVariables: { BucketName: bucket, ETag: etag, ObjectKey: key, VersionId: versionId },
    };
  },
});

/** The object version that this execution is about: the newest, or what the start asked for. */
function find({ aws, configuration, override }: ActionContext) {
  const store = aws.use(s3);
  const bucket = configuration.S3Bucket ?? '';
  const isKey = override?.revisionType === 'S3_OBJECT_KEY';
  const key = (isKey ? override.revisionValue : configuration.S3ObjectKey) ?? '';
  const versionId = override && !isKey ? override.revisionValue : undefined;
  let found: ReturnType<typeof store.head>;
  try {
    found = store.head({ bucket, key, versionId });
  } catch (error) {
    throw new ActionFailure(
      'ConfigurationError',
      `The object with key '${key}' in the Amazon S3 bucket '${bucket}' cannot be read${versionId ? ` in version ${versionId}` : ''}: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (found.versionId === 'null')
    throw new ActionFailure(
      'ConfigurationError',
      `The Amazon S3 bucket '${bucket}' does not keep versions: turn versioning on, as an S3 source needs`,
    );
  return { ...found, bucket, key };
}
