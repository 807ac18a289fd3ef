import { AwsError } from '../../define.ts';
import { abandon } from './action-run.ts';
import { abandonChecks } from './conditions.ts';
import { type Engine, end } from './engine.ts';
import { emitPipeline, emitStage } from './events.ts';
import { inProgress } from './stage-run.ts';
import { type Execution, isActive, type Pipeline, type StageRun, stagesOf } from './state.ts';

/**
 * Stops an execution: waits for the actions in progress, or abandons them.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-stop.html
 */
export function stop(
  engine: Engine,
  execution: Execution,
  { abandon: abandoning, reason }: { abandon: boolean; reason: string | undefined },
): void {
  if (!isActive(execution))
    throw new AwsError(
      'PipelineExecutionNotStoppableException',
      `Execution ${execution.id} is not in progress: its status is ${execution.status}`,
    );
  if (execution.stop && (execution.stop.abandon || !abandoning))
    throw new AwsError(
      'DuplicatedStopRequestException',
      `Execution ${execution.id} is already being stopped`,
    );
  const isFirst = !execution.stop;
  execution.stop = { abandon: abandoning, reason };
  execution.status = 'Stopping';
  execution.updateTime = engine.aws.clock.now();
  const running = execution.stages.filter(isOpen);
  if (isFirst) {
    emitPipeline(engine.aws, execution, 'STOPPING');
    for (const stage of running) {
      stage.status = 'Stopping';
      emitStage(engine.aws, stage, 'STOPPING');
    }
  }
  if (leaveDoors(execution)) end(engine, execution, 'Stopped');
  else if (abandoning)
    for (const stage of running) {
      for (const run of inProgress(stage)) abandon(engine, run, 'ABANDONED');
      abandonChecks(stage);
    }
}

const isOpen = ({ status }: StageRun) => status === 'InProgress' || status === 'Stopping';

/** Ends what is under way because the structure it runs on has changed. */
export function cancelAll(engine: Engine, pipeline: Pipeline): void {
  for (const execution of pipeline.executions.filter(isActive)) {
    leaveDoors(execution);
    end(engine, execution, 'Cancelled', 'The pipeline definition was updated');
    for (const stage of execution.stages) {
      if (!isOpen(stage)) continue;
      stage.status = 'Cancelled';
      for (const run of inProgress(stage)) abandon(engine, run, 'CANCELED');
      abandonChecks(stage);
      emitStage(engine.aws, stage, 'CANCELED');
    }
  }
  for (const lane of pipeline.lanes.values()) lane.holder = undefined;
}

/** Ends without a word what a pipeline has under way: because it is deleted, or because everything closes. */
export function dropAll(pipeline: Pipeline): void {
  for (const execution of pipeline.executions.filter(isActive)) {
    execution.status = 'Cancelled';
    for (const stage of execution.stages) {
      for (const run of inProgress(stage)) run.abort?.abort(new Error('The pipeline is gone'));
      abandonChecks(stage);
    }
  }
}

/** Takes the execution from the door it waits at; whether it waited at one. */
function leaveDoors(execution: Execution): boolean {
  return stagesOf(execution.declaration).some((stage) => {
    const waiting = execution.pipeline.lanes.get(stage.name ?? '')?.waiting ?? [];
    const index = waiting.indexOf(execution);
    if (index >= 0) waiting.splice(index, 1);
    return index >= 0;
  });
}
