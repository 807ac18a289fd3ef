import type { ExecutionTrigger, PipelineVariable } from '@aws-sdk/client-codepipeline';
import { type Aws, AwsError } from '../../define.ts';
import type { ObjectStore } from '../s3/store.ts';
import type { ActionRunner, SourceOverride } from './actions/define.ts';
import type { Approvals } from './approvals.ts';
import type { CustomTypes } from './custom-types.ts';
import { emitPipeline, emitStage } from './events.ts';
import type { Jobs } from './jobs.ts';
import { none } from './named.ts';
import type { PartnerTypes } from './partner-types.ts';
import { rollBackAutomatically } from './rollback.ts';
import { beginStage, reopenStage, runStage, type StageOutcome } from './stage-run.ts';
import {
  current,
  type Execution,
  isActive,
  type Lane,
  laneOf,
  type Pipeline,
  type StageRun,
  stagesOf,
} from './state.ts';
import { pipelineVariables } from './variables.ts';
import type { Webhook } from './webhooks.ts';

/** CodePipeline's state, and what its executions run on. */
export interface Engine {
  readonly aws: Aws;
  readonly runners: readonly ActionRunner[];
  readonly pipelines: Map<string, Pipeline>;
  readonly approvals: Approvals;
  readonly customTypes: CustomTypes;
  readonly partnerTypes: PartnerTypes;
  readonly jobs: Jobs;
  /** By name. */
  readonly webhooks: Map<string, Webhook>;
  /** Where artifacts are stored. */
  readonly objects: ObjectStore;
}

export interface Start {
  readonly trigger: ExecutionTrigger;
  readonly variables?: readonly PipelineVariable[];
  readonly overrides?: readonly SourceOverride[];
  /** The execution of another pipeline whose action starts this one. */
  readonly invokedBy?: Execution;
}

/** Starts an execution at the pipeline's first stage. */
export function start(engine: Engine, pipeline: Pipeline, options: Start): Execution {
  const declaration = current(pipeline);
  const mode = declaration.executionMode ?? 'SUPERSEDED';
  checkLimit(pipeline, mode);
  const execution = addExecution(engine, pipeline, {
    type: 'STANDARD',
    trigger: options.trigger,
    overrides: options.overrides ?? none,
    variables: pipelineVariables(declaration, options.variables ?? none),
    rollbackTarget: undefined,
    invokedBy: options.invokedBy,
  });
  arrive(engine, execution, 0);
  return execution;
}

/** Records a new execution and tells of its start. */
export function addExecution(
  engine: Engine,
  pipeline: Pipeline,
  of: Pick<Execution, 'type' | 'trigger' | 'overrides' | 'variables' | 'rollbackTarget' | 'invokedBy'>,
): Execution {
  const declaration = current(pipeline);
  const now = engine.aws.clock.now();
  const execution: Execution = {
    ...of,
    id: engine.aws.uuid(),
    pipeline,
    declaration,
    version: declaration.version ?? 1,
    mode: declaration.executionMode ?? 'SUPERSEDED',
    startTime: now,
    updateTime: now,
    status: 'InProgress',
    statusSummary: undefined,
    attempt: 1,
    stop: undefined,
    artifacts: of.rollbackTarget?.artifacts ?? none,
    revisions: of.rollbackTarget?.revisions ?? none,
    outputs: of.rollbackTarget?.outputs ?? none,
    stages: none,
  };
  pipeline.executions.push(execution);
  emitPipeline(engine.aws, execution, 'STARTED');
  return execution;
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html */
function checkLimit(pipeline: Pipeline, mode: Execution['mode']): void {
  if (mode === 'SUPERSEDED' || pipeline.executions.filter(isActive).length < 50) return;
  throw new AwsError(
    'ConcurrentPipelineExecutionsLimitExceededException',
    `Pipeline '${pipeline.name}' has 50 executions in progress, the most that ${mode} mode allows`,
  );
}

/** Brings an execution to the door of its stage number `index`, or to its end. */
function arrive(engine: Engine, execution: Execution, index: number): void {
  const stage = stagesOf(execution.declaration)[index];
  if (!stage) {
    end(engine, execution, 'Succeeded');
    return;
  }
  const lane = laneOf(execution.pipeline, stage.name ?? '');
  lane.waiting.push(execution);
  if (execution.mode === 'SUPERSEDED') supersede(engine, lane);
  letIn(engine, execution.pipeline, lane);
}

/** In SUPERSEDED mode only the newest of those at a stage's door goes on waiting, unless the door is open. */
function supersede(engine: Engine, lane: Lane): void {
  const age = (execution: Execution) => execution.pipeline.executions.indexOf(execution);
  const newest = lane.waiting.toSorted((a, b) => age(a) - age(b)).at(-1);
  for (const older of lane.waiting.filter((one) => one !== newest && one.mode === 'SUPERSEDED')) {
    lane.waiting.splice(lane.waiting.indexOf(older), 1);
    end(engine, older, 'Superseded', `Superseded by ${newest?.id}`);
  }
}

/** Lets in whoever waits at a stage's door and may enter now. */
export function letIn(engine: Engine, pipeline: Pipeline, lane: Lane): void {
  while (lane.transition.enabled && !lane.holder && lane.waiting.length > 0) {
    const execution = lane.waiting.shift() as Execution;
    const declaration = stagesOf(execution.declaration).find((stage) => stage.name === lane.stage);
    if (declaration) enter(engine, execution, { lane, declaration });
    else engine.aws.log(`${pipeline.name} ${execution.id} waited at a stage it does not have: ${lane.stage}`);
  }
}

/** Takes an execution into a stage: it holds the stage's lock until it leaves. */
export function enter(
  engine: Engine,
  execution: Execution,
  { lane, declaration }: { lane: Lane; declaration: StageRun['declaration'] },
): void {
  const stage = beginStage(engine, execution, declaration);
  lane.latest = stage;
  occupy(engine, stage);
}

/** Runs the stage in the background, under its lock, and then lets the execution go on. */
export function occupy(engine: Engine, stage: StageRun): void {
  const { execution } = stage;
  const lane = laneOf(execution.pipeline, stage.name);
  if (execution.mode !== 'PARALLEL') lane.holder = execution;
  runStage(engine, stage)
    .then((outcome) => leave(engine, stage, outcome))
    .catch((error) => engine.aws.log(`Stage ${stage.name} of ${execution.pipeline.name} broke`, error));
}

function leave(engine: Engine, stage: StageRun, outcome: StageOutcome): void {
  const { execution, declaration } = stage;
  const { pipeline } = execution;
  const lane = laneOf(pipeline, stage.name);
  if (outcome !== undefined) {
    stage.status = outcome;
    emitStage(engine.aws, stage, stageStates[outcome]);
  }
  if (outcome === 'Failed' && stage.engaged === 'RETRY' && stage.autoRetries === 0) {
    const mode = declaration.onFailure?.retryConfiguration?.retryMode ?? 'FAILED_ACTIONS';
    reopenStage(engine, stage, { mode, trigger: 'AutomatedStageRetry' });
    occupy(engine, stage);
    return;
  }
  if (lane.holder === execution) lane.holder = undefined;
  if (outcome === 'Failed' || outcome === 'Stopped') end(engine, execution, outcome);
  if (outcome === 'Succeeded' || outcome === 'Skipped') goOn(engine, stage);
  if (outcome === 'Failed' && stage.engaged === 'ROLLBACK') rollBackAutomatically(engine, stage);
  letIn(engine, pipeline, lane);
}

const stageStates = {
  Succeeded: 'SUCCEEDED',
  Failed: 'FAILED',
  Stopped: 'STOPPED',
  Skipped: 'SKIPPED',
} as const;

function goOn(engine: Engine, { execution, name }: StageRun): void {
  const index = stagesOf(execution.declaration).findIndex((stage) => stage.name === name);
  if (execution.type === 'ROLLBACK') end(engine, execution, 'Succeeded');
  else arrive(engine, execution, index + 1);
}

const endings = {
  Succeeded: 'SUCCEEDED',
  Failed: 'FAILED',
  Stopped: 'STOPPED',
  Superseded: 'SUPERSEDED',
  Cancelled: 'CANCELED',
} as const;

/** Ends an execution. */
export function end(
  engine: Engine,
  execution: Execution,
  status: keyof typeof endings,
  summary?: string,
): void {
  execution.status = status;
  execution.statusSummary = summary;
  execution.updateTime = engine.aws.clock.now();
  emitPipeline(engine.aws, execution, endings[status]);
}
