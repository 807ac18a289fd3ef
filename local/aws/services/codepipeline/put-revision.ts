import type { PutActionRevisionInput } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { findPipeline } from './definitions.ts';
import { type Engine, start } from './engine.ts';
import { findStage } from './state.ts';

/**
 * Takes a revision of a source that tells of its own changes, and starts the pipeline if that is a new one.
 * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutActionRevision.html
 */
export function putRevision(
  engine: Engine,
  { pipelineName, stageName, actionName, actionRevision }: PutActionRevisionInput,
): { newRevision: boolean; pipelineExecutionId: string } {
  const pipeline = findPipeline(engine, pipelineName);
  const stage = findStage(pipeline, stageName);
  const action = stage.actions?.find((one) => one.name === actionName);
  if (action?.actionTypeId?.category !== 'Source')
    throw new AwsError(
      'ActionNotFoundException',
      `Stage '${stageName}' of pipeline '${pipelineName}' has no source action '${actionName}'`,
    );
  const { revisionId = '', revisionChangeId = '' } = actionRevision ?? {};
  const key = `${revisionId}\n${revisionChangeId}`;
  const place = `${stageName}/${actionName}`;
  const last = pipeline.putRevisions.get(place);
  if (last?.key === key) return { newRevision: false, pipelineExecutionId: last.executionId };
  const execution = start(engine, pipeline, {
    trigger: { triggerType: 'PutActionRevision', triggerDetail: place },
  });
  pipeline.putRevisions.set(place, { key, executionId: execution.id });
  return { newRevision: true, pipelineExecutionId: execution.id };
}
