import type { StageRetryMode } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { type Engine, occupy } from './engine.ts';
import { named } from './named.ts';
import { reopenStage } from './stage-run.ts';
import { current, type Execution, findStage, laneOf } from './state.ts';

/**
 * Runs the failed actions of a stage, or all of them, again within the same execution.
 * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_RetryStageExecution.html
 */
export function retry(
  engine: Engine,
  execution: Execution,
  { stageName, mode }: { stageName: string | undefined; mode: StageRetryMode },
): void {
  const { pipeline } = execution;
  const declared = findStage(pipeline, stageName);
  const lane = laneOf(pipeline, declared.name ?? '');
  const stage = named(execution.stages, lane.stage);
  const refuse = (message: string) => new AwsError('StageNotRetryableException', message);
  if (!stage) throw refuse(`Execution ${execution.id} has not entered stage '${stageName}'`);
  if (execution.mode !== 'PARALLEL' && lane.latest !== stage)
    throw new AwsError(
      'NotLatestPipelineExecutionException',
      `Execution ${execution.id} is not the latest in stage '${stageName}': ${lane.latest?.execution.id} is`,
    );
  if (execution.version !== current(pipeline).version)
    throw refuse(`The pipeline's structure has changed since execution ${execution.id} started`);
  if (stage.status !== 'Failed' && stage.status !== 'Stopped')
    throw refuse(`Stage '${stageName}' has not failed: its status is ${stage.status}`);
  if (lane.holder)
    throw new AwsError('ConflictException', `Stage '${stageName}' is busy with ${lane.holder.id}`);
  reopenStage(engine, stage, { mode, trigger: 'ManualStageRetry' });
  occupy(engine, stage);
}
