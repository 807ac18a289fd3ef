import type {
  SourceRevisionOverride,
  SourceRevisionType,
  StartPipelineExecutionInput,
} from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { type Engine, start } from './engine.ts';
import { none } from './named.ts';
import { current, type Execution, type Pipeline, stagesOf } from './state.ts';

/** Starts an execution on request. The same client request token again gives the same execution. */
export function startOnRequest(
  engine: Engine,
  pipeline: Pipeline,
  { input, by }: { input: StartPipelineExecutionInput; by: string },
): Execution {
  const { clientRequestToken: token, variables = [], sourceRevisions: overrides = none } = input;
  if (token !== undefined && !/^[a-zA-Z0-9-]{1,128}$/.test(token))
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9-]+$`,
    );
  const earlier = token === undefined ? undefined : pipeline.startedBy.get(token);
  if (earlier) return earlier;
  for (const override of overrides) checkOverride(pipeline, override);
  const execution = start(engine, pipeline, {
    trigger: { triggerType: 'StartPipelineExecution', triggerDetail: by },
    variables,
    overrides,
  });
  if (token !== undefined) pipeline.startedBy.set(token, execution);
  return execution;
}

const revisionTypes: Readonly<Record<string, readonly SourceRevisionType[]>> = {
  S3: ['S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'],
  ECR: ['IMAGE_DIGEST'],
  CodeCommit: ['COMMIT_ID'],
  CodeStarSourceConnection: ['COMMIT_ID'],
  GitHub: ['COMMIT_ID'],
};

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-trigger-source-overrides.html */
export function checkOverride(pipeline: Pipeline, override: SourceRevisionOverride): void {
  const { actionName, revisionType, revisionValue } = override;
  const refused = (message: string) => new AwsError('ValidationException', message);
  const sources = stagesOf(current(pipeline))[0]?.actions ?? [];
  const action = sources.find((one) => one.name === actionName);
  if (!action)
    throw refused(
      `Pipeline '${pipeline.name}' has no source action '${actionName}' to override the revision of`,
    );
  const provider = action.actionTypeId?.provider ?? '';
  const known = revisionTypes[provider] ?? [];
  if (!revisionType || !known.includes(revisionType))
    throw refused(
      `Source action '${actionName}' (${provider}) takes a revision of type ${known.join(' or ')}, not ${revisionType}`,
    );
  if (!revisionValue || revisionValue.length > 1500)
    throw refused(`The revision value for '${actionName}' must be 1 to 1500 characters`);
  if (revisionType === 'S3_OBJECT_KEY' && action.configuration?.AllowOverrideForS3ObjectKey !== 'true')
    throw refused(
      `Source action '${actionName}' does not set AllowOverrideForS3ObjectKey to true, which a revision of type S3_OBJECT_KEY needs`,
    );
}

/**
 * Starts every pipeline that polls this object for changes. `PollForSourceChanges` is true where it is left out.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html
 */
export function startOnNewObject(engine: Engine, { bucket, key }: { bucket: string; key: string }): void {
  for (const pipeline of engine.pipelines.values()) {
    const sources = stagesOf(current(pipeline))[0]?.actions ?? [];
    const polls = sources.some(
      ({ actionTypeId, configuration }) =>
        actionTypeId?.provider === 'S3' &&
        configuration?.S3Bucket === bucket &&
        configuration.S3ObjectKey === key &&
        configuration.PollForSourceChanges !== 'false',
    );
    if (!polls) continue;
    try {
      start(engine, pipeline, {
        trigger: { triggerType: 'PollForSourceChanges', triggerDetail: `arn:aws:s3:::${bucket}/${key}` },
      });
    } catch (error) {
      // Whoever put the object must not hear of a pipeline that cannot start.
      engine.aws.log(`Pipeline ${pipeline.name} could not start on the new s3://${bucket}/${key}`, error);
    }
  }
}
