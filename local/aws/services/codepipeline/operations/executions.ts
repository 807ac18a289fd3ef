import { AwsError } from '../../../define.ts';
import { overrideCondition } from '../conditions.ts';
import { findPipeline } from '../definitions.ts';
import { putRevision } from '../put-revision.ts';
import { retry } from '../retry.ts';
import { rollBack } from '../rollback.ts';
import { startOnRequest } from '../starts.ts';
import { findStage } from '../state.ts';
import { stop } from '../stop.ts';
import { disableTransition, enableTransition } from '../transitions.ts';
import { type CodePipelineOperations, callerArn } from './define.ts';

/** Operations that move executions. */
export const executionOperations = {
  StartPipelineExecution(engine, input, call) {
    const pipeline = findPipeline(engine, input.name);
    return {
      pipelineExecutionId: startOnRequest(engine, pipeline, { input, by: callerArn(engine, call) }).id,
    };
  },

  PutActionRevision: putRevision,

  StopPipelineExecution(engine, { pipelineName, pipelineExecutionId, abandon = false, reason }) {
    if (reason !== undefined && reason.length > 200)
      throw new AwsError(
        'ValidationException',
        "1 validation error detected: Value at 'reason' failed to satisfy constraint: Member must have length less than or equal to 200",
      );
    const execution = executionToStop(findPipeline(engine, pipelineName), pipelineExecutionId);
    stop(engine, execution, { abandon, reason });
    return { pipelineExecutionId: execution.id };
  },

  RetryStageExecution(engine, { pipelineName, stageName, pipelineExecutionId, retryMode }) {
    const pipeline = findPipeline(engine, pipelineName);
    if (retryMode !== 'FAILED_ACTIONS' && retryMode !== 'ALL_ACTIONS')
      throw new AwsError('ValidationException', 'retryMode must be FAILED_ACTIONS or ALL_ACTIONS');
    findStage(pipeline, stageName);
    const execution = pipeline.executions.find((one) => one.id === pipelineExecutionId);
    if (!execution)
      throw new AwsError(
        'StageNotRetryableException',
        `Execution ${pipelineExecutionId} is not one of pipeline '${pipelineName}'`,
      );
    retry(engine, execution, { stageName, mode: retryMode });
    return { pipelineExecutionId: execution.id };
  },

  RollbackStage(engine, { pipelineName, stageName, targetPipelineExecutionId: targetId }, call) {
    const pipeline = findPipeline(engine, pipelineName);
    const by = callerArn(engine, call);
    return { pipelineExecutionId: rollBack(engine, pipeline, { stageName, targetId, by }).id };
  },

  PutApprovalResult(engine, input, call) {
    engine.approvals.answer(findPipeline(engine, input.pipelineName), input, callerArn(engine, call));
    return { approvedAt: new Date(engine.aws.clock.now()) };
  },

  DisableStageTransition(engine, { pipelineName, stageName, transitionType: type, reason }, call) {
    const pipeline = findPipeline(engine, pipelineName);
    disableTransition(engine, pipeline, { stageName, type, reason, by: callerArn(engine, call) });
    return {};
  },

  EnableStageTransition(engine, { pipelineName, stageName, transitionType: type }, call) {
    const pipeline = findPipeline(engine, pipelineName);
    enableTransition(engine, pipeline, { stageName, type, by: callerArn(engine, call) });
    return {};
  },

  OverrideStageCondition(engine, { pipelineName, stageName, pipelineExecutionId, conditionType: type }) {
    const pipeline = findPipeline(engine, pipelineName);
    findStage(pipeline, stageName);
    const execution = pipeline.executions.find((one) => one.id === pipelineExecutionId);
    if (!execution)
      throw new AwsError(
        'NotLatestPipelineExecutionException',
        `Execution ${pipelineExecutionId} is not one of pipeline '${pipelineName}'`,
      );
    overrideCondition(engine, execution, { stageName, type });
    return {};
  },
} satisfies CodePipelineOperations;

/** An id that names no execution of the pipeline is, to StopPipelineExecution, one that cannot be stopped. */
function executionToStop(pipeline: ReturnType<typeof findPipeline>, id: string | undefined) {
  const execution = pipeline.executions.find((one) => one.id === id);
  if (!execution)
    throw new AwsError(
      'PipelineExecutionNotStoppableException',
      `Pipeline '${pipeline.name}' has no execution ${id} in progress`,
    );
  return execution;
}
