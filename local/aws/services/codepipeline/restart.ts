import { type Engine, end, letIn } from './engine.ts';
import { emitAction, emitStage } from './events.ts';
import { isActive, type StageRun } from './state.ts';

const restarted = { code: 'SystemUnavailable', message: 'The local AWS was restarted meanwhile' };

/** Ends what was under way when an earlier server ended: nobody can tell how it went. */
export function failWhatWasInFlight(engine: Engine): void {
  for (const pipeline of engine.pipelines.values()) {
    const lanes = [...pipeline.lanes.values()];
    // Who waits at the door of a stage has nothing in flight, and goes on waiting.
    const waiting = new Set(lanes.flatMap((lane) => lane.waiting));
    for (const execution of pipeline.executions.filter((one) => isActive(one) && !waiting.has(one))) {
      for (const stage of execution.stages) failStage(engine, stage);
      end(engine, execution, execution.stop ? 'Stopped' : 'Failed', restarted.message);
    }
    for (const lane of lanes) letIn(engine, pipeline, lane);
  }
}

function failStage(engine: Engine, stage: StageRun): void {
  if (stage.status !== 'InProgress' && stage.status !== 'Stopping') return;
  const now = engine.aws.clock.now();
  for (const run of stage.actions) {
    if (run.status !== 'InProgress') continue;
    run.status = 'Failed';
    run.error = restarted;
    run.updateTime = now;
    run.outputs = [];
    run.progress = { ...run.progress, token: undefined };
    emitAction(engine.aws, run, 'FAILED');
  }
  for (const condition of stage.conditions) {
    if (condition.status !== 'InProgress') continue;
    condition.status = 'Errored';
    condition.summary = restarted.message;
    for (const rule of condition.rules.filter(({ status }) => status === 'InProgress'))
      Object.assign(rule, { status: 'Failed', error: restarted, updateTime: now });
  }
  stage.status = stage.execution.stop ? 'Stopped' : 'Failed';
  emitStage(engine.aws, stage, stage.execution.stop ? 'STOPPED' : 'FAILED');
}
