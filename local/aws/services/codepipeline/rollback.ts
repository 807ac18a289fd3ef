import { AwsError } from '../../define.ts';
import { addExecution, type Engine, enter } from './engine.ts';
import { named } from './named.ts';
import {
  current,
  type Execution,
  findExecution,
  findStage,
  laneOf,
  type Pipeline,
  type StageRun,
  stagesOf,
} from './state.ts';

/**
 * Starts a ROLLBACK execution: that stage alone, with the artifacts, variables and source revisions of the
 * target, or refuses as AWS does.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html
 */
export function rollBack(
  engine: Engine,
  pipeline: Pipeline,
  request: { stageName: string | undefined; targetId: string | undefined; by: string },
): Execution {
  const stage = findStage(pipeline, request.stageName);
  const target = findExecution(pipeline, request.targetId);
  const refusal = refusalOf(pipeline, target, request.stageName ?? '');
  if (refusal) throw refusal;
  const lane = laneOf(pipeline, stage.name ?? '');
  if (lane.holder)
    throw new AwsError(
      'ConflictException',
      `Stage '${stage.name}' is busy with execution ${lane.holder.id}. Try again when it has ended`,
    );
  return begin(engine, target, {
    stage,
    trigger: { triggerType: 'ManualRollback', triggerDetail: request.by },
  });
}

/** Rolls a failed stage back to the last execution that succeeded in it, if AWS would accept one. */
export function rollBackAutomatically(engine: Engine, failed: StageRun): void {
  const { execution } = failed;
  const { pipeline } = execution;
  if (execution.type === 'ROLLBACK') return;
  const target = pipeline.executions.findLast(
    (one) => one !== execution && !refusalOf(pipeline, one, failed.name),
  );
  if (!target) return;
  const trigger = { triggerType: 'AutomatedRollback', triggerDetail: execution.id } as const;
  begin(engine, target, { stage: failed.declaration, trigger });
}

function begin(
  engine: Engine,
  target: Execution,
  { stage, trigger }: { stage: StageRun['declaration']; trigger: Execution['trigger'] },
): Execution {
  const { pipeline } = target;
  const execution = addExecution(engine, pipeline, {
    type: 'ROLLBACK',
    trigger,
    overrides: [],
    variables: target.variables,
    rollbackTarget: target,
    invokedBy: undefined,
  });
  enter(engine, execution, { lane: laneOf(pipeline, stage.name ?? ''), declaration: stage });
  return execution;
}

/** Why the stage cannot be rolled back to the target; undefined where it can. */
function refusalOf(pipeline: Pipeline, target: Execution, stage: string): AwsError | undefined {
  const declaration = current(pipeline);
  const unable = (message: string) => new AwsError('UnableToRollbackStageException', message);
  if (declaration.executionMode === 'PARALLEL')
    return unable(`Pipeline '${pipeline.name}' runs in PARALLEL mode, where stages cannot be rolled back`);
  if (stagesOf(declaration)[0]?.name === stage)
    return unable(`Stage '${stage}' is the source stage, which cannot be rolled back`);
  if (target.type === 'ROLLBACK')
    return unable(`Execution ${target.id} is itself a rollback and cannot be rolled back to`);
  if (target.version !== declaration.version)
    return new AwsError(
      'PipelineExecutionOutdatedException',
      `Execution ${target.id} ran under version ${target.version} of the pipeline, which is now at version ${declaration.version}`,
    );
  if (named(target.stages, stage)?.status !== 'Succeeded')
    return unable(`Execution ${target.id} did not succeed in stage '${stage}'`);
  return undefined;
}
