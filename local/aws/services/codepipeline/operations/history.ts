import { AwsError } from '../../../define.ts';
import { findPipeline } from '../definitions.ts';
import { actionDetail, actionRunsOf, executionDetail, executionSummary, executionsOf } from '../history.ts';
import { page } from '../paging.ts';
import { pipelineState } from '../pipeline-state.ts';
import { ruleDetail, ruleRunsOf } from '../rule-history.ts';
import { findExecution } from '../state.ts';
import type { CodePipelineOperations } from './define.ts';

/** Operations that read what is and what was. */
export const historyOperations = {
  GetPipelineState: (engine, { name }) => pipelineState(findPipeline(engine, name)),

  GetPipelineExecution(engine, { pipelineName, pipelineExecutionId }) {
    const pipeline = findPipeline(engine, pipelineName);
    return { pipelineExecution: executionDetail(findExecution(pipeline, pipelineExecutionId)) };
  },

  ListPipelineExecutions(engine, { pipelineName, filter, ...input }) {
    const pipeline = findPipeline(engine, pipelineName);
    const all = executionsOf(pipeline, filter?.succeededInStage?.stageName);
    const { items, nextToken } = page(all, input, { idOf: (execution) => execution.id });
    return { pipelineExecutionSummaries: items.map(executionSummary), nextToken };
  },

  ListActionExecutions(engine, { pipelineName, filter, ...input }) {
    const all = actionRunsOf(findPipeline(engine, pipelineName), filter);
    const { items, nextToken } = page(all, input, { idOf: (run) => run.id });
    return {
      actionExecutionDetails: items.map((run) => actionDetail(run, engine.aws.region)),
      nextToken,
    };
  },

  ListRuleExecutions(engine, { pipelineName, filter, ...input }) {
    const all = ruleRunsOf(findPipeline(engine, pipelineName), filter);
    const { items, nextToken } = page(all, input, { idOf: (run) => run.id });
    return { ruleExecutionDetails: items.map((run) => ruleDetail(run, engine.aws.region)), nextToken };
  },

  /** Only the EC2 deploy action has targets of its own, and that one is not run locally. */
  ListDeployActionExecutionTargets(engine, { pipelineName, actionExecutionId }) {
    const pipelines =
      pipelineName === undefined ? [...engine.pipelines.values()] : [findPipeline(engine, pipelineName)];
    const exists = pipelines.some(({ actionRuns }) => actionRuns.some((run) => run.id === actionExecutionId));
    if (!exists)
      throw new AwsError(
        'ActionExecutionNotFoundException',
        `There is no action execution with id '${actionExecutionId}'`,
      );
    return { targets: [] };
  },
} satisfies CodePipelineOperations;
