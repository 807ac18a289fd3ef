import type {
  ActionTypeDeclaration,
  ActionTypeId,
  PipelineDeclaration,
  StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import type { Persistence } from '../../define.ts';
import type { ActionRun } from './action-run.ts';
import type { ConditionRun, RuleRun } from './conditions.ts';
import type { CustomType } from './custom-types.ts';
import type { Engine } from './engine.ts';
import { named } from './named.ts';
import { failWhatWasInFlight } from './restart.ts';
import { type Execution, type Lane, type Pipeline, type StageRun, stagesOf } from './state.ts';
import type { Webhook } from './webhooks.ts';

// Executions, stages and actions refer to each other; a snapshot names what they refer to instead.

interface KeptAction extends Omit<ActionRun, 'stage' | 'declaration' | 'abort'> {
  readonly executionId: string;
  readonly stageName: string;
}

interface KeptRule extends Omit<RuleRun, 'stage' | 'abort'> {
  readonly executionId: string;
  readonly stageName: string;
}

interface KeptCondition extends Omit<ConditionRun, 'rules'> {
  readonly rules: readonly string[];
}

interface KeptStage extends Omit<StageRun, 'execution' | 'declaration' | 'actions' | 'conditions'> {
  /** The ids of the latest runs of its actions. */
  readonly actions: readonly string[];
  readonly conditions: readonly KeptCondition[];
}

interface KeptExecution
  extends Omit<Execution, 'pipeline' | 'declaration' | 'rollbackTarget' | 'invokedBy' | 'stages'> {
  readonly rollbackTarget: string | undefined;
  readonly invokedBy: { readonly pipeline: string; readonly id: string } | undefined;
  readonly stages: readonly KeptStage[];
}

interface KeptLane extends Omit<Lane, 'waiting' | 'holder' | 'latest'> {
  readonly latest: string | undefined;
  readonly waiting: readonly string[];
}

interface KeptPipeline
  extends Omit<Pipeline, 'lanes' | 'executions' | 'actionRuns' | 'ruleRuns' | 'startedBy'> {
  readonly lanes: readonly KeptLane[];
  readonly executions: readonly KeptExecution[];
  readonly actionRuns: readonly KeptAction[];
  readonly ruleRuns: readonly KeptRule[];
  readonly startedBy: readonly (readonly [string, string])[];
}

interface Snapshot {
  readonly pipelines: readonly KeptPipeline[];
  readonly webhooks: readonly Webhook[];
  readonly customTypes: readonly CustomType[];
  readonly deletedTypes: ReadonlySet<string>;
  readonly partnerTypes: readonly ActionTypeDeclaration[];
}

/** Everything but what is in flight: that cannot be taken up again, and fails when the server is back. */
export const persistence: Persistence<Engine> = {
  version: 2,
  snapshot: (engine): Snapshot => ({
    pipelines: [...engine.pipelines.values()].map(keepPipeline),
    webhooks: [...engine.webhooks.values()],
    customTypes: engine.customTypes.all(),
    deletedTypes: engine.customTypes.deleted,
    partnerTypes: engine.partnerTypes.all(),
  }),
  restore(engine, given) {
    const snapshot = given as Snapshot;
    for (const webhook of snapshot.webhooks) engine.webhooks.set(webhook.name, webhook);
    for (const type of snapshot.customTypes)
      engine.customTypes.put(type as CustomType & { type: { id: ActionTypeId } });
    for (const key of snapshot.deletedTypes) engine.customTypes.deleted.add(key);
    for (const type of snapshot.partnerTypes) engine.partnerTypes.put(type);
    for (const kept of snapshot.pipelines) engine.pipelines.set(kept.name, restorePipeline(kept));
    for (const kept of snapshot.pipelines) linkInvokers(engine, kept);
    return () => failWhatWasInFlight(engine);
  },
};

function keepPipeline(pipeline: Pipeline): KeptPipeline {
  const { lanes, executions, actionRuns, ruleRuns, startedBy, ...rest } = pipeline;
  return {
    ...rest,
    lanes: [...lanes.values()].map(({ stage, transition, latest, waiting }) => ({
      stage,
      transition,
      latest: latest?.execution.id,
      waiting: waiting.map(({ id }) => id),
    })),
    executions: executions.map(keepExecution),
    actionRuns: actionRuns.map(({ stage, declaration: _declaration, abort: _abort, ...run }) => ({
      ...run,
      executionId: stage.execution.id,
      stageName: stage.name,
    })),
    ruleRuns: ruleRuns.map(({ stage, abort: _abort, ...run }) => ({
      ...run,
      executionId: stage.execution.id,
      stageName: stage.name,
    })),
    startedBy: [...startedBy].map(([token, execution]) => [token, execution.id] as const),
  };
}

function keepExecution(execution: Execution): KeptExecution {
  const {
    pipeline: _pipeline,
    declaration: _declaration,
    rollbackTarget,
    invokedBy,
    stages,
    ...rest
  } = execution;
  return {
    ...rest,
    rollbackTarget: rollbackTarget?.id,
    invokedBy: invokedBy && { pipeline: invokedBy.pipeline.name, id: invokedBy.id },
    stages: stages.map(keepStage),
  };
}

function keepStage(stage: StageRun): KeptStage {
  const { execution: _execution, declaration: _declaration, actions, conditions, ...rest } = stage;
  return {
    ...rest,
    actions: actions.map(({ id }) => id),
    conditions: conditions.map(({ rules, ...condition }) => ({
      ...condition,
      rules: rules.map(({ id }) => id),
    })),
  };
}

function restorePipeline(kept: KeptPipeline): Pipeline {
  const pipeline: Pipeline = {
    ...kept,
    lanes: new Map(),
    executions: [],
    actionRuns: [],
    ruleRuns: [],
    startedBy: new Map(),
  };
  const byId = new Map<string, Execution>();
  for (const one of kept.executions) {
    const execution = restoreExecution(one, pipeline, byId);
    pipeline.executions.push(execution);
    byId.set(execution.id, execution);
  }
  const stageOf = ({ executionId, stageName }: KeptAction | KeptRule) =>
    named(byId.get(executionId)?.stages ?? [], stageName) as StageRun;
  for (const run of kept.actionRuns) pipeline.actionRuns.push(restoreAction(run, stageOf(run)));
  for (const { executionId, stageName, ...run } of kept.ruleRuns)
    pipeline.ruleRuns.push({
      ...absent,
      ...run,
      abort: undefined,
      stage: stageOf({ executionId, stageName, ...run }),
    });
  linkRuns(pipeline, kept);
  for (const { stage, transition, latest, waiting } of kept.lanes)
    pipeline.lanes.set(stage, {
      stage,
      transition,
      waiting: waiting.flatMap((id) => byId.get(id) ?? []),
      holder: undefined,
      latest: named(byId.get(latest ?? '')?.stages ?? [], stage),
    });
  for (const [token, id] of kept.startedBy) {
    const execution = byId.get(id);
    if (execution) pipeline.startedBy.set(token, execution);
  }
  return pipeline;
}

// What is undefined is left out of a file; these members are to be there all the same.
const absent = { summary: undefined, error: undefined, externalExecutionId: undefined };

function restoreExecution(
  kept: KeptExecution,
  pipeline: Pipeline,
  earlier: ReadonlyMap<string, Execution>,
): Execution {
  const { stages, rollbackTarget, ...rest } = kept;
  const declaration = pipeline.versions[kept.version - 1] as PipelineDeclaration;
  const execution: Execution = {
    ...rest,
    statusSummary: kept.statusSummary,
    stop: kept.stop,
    pipeline,
    declaration,
    rollbackTarget: earlier.get(rollbackTarget ?? ''),
    invokedBy: undefined,
    stages: [],
  };
  execution.stages = stages.map((stage) => ({
    ...stage,
    engaged: stage.engaged,
    latestRetry: stage.latestRetry,
    execution,
    declaration: stagesOf(declaration).find(({ name }) => name === stage.name) as StageDeclaration,
    actions: [],
    conditions: [],
  }));
  return execution;
}

function restoreAction(
  { executionId: _id, stageName: _name, ...kept }: KeptAction,
  stage: StageRun,
): ActionRun {
  const declaration = stage.declaration.actions?.find(({ name }) => name === kept.name);
  return {
    ...kept,
    error: kept.error,
    outputVariables: kept.outputVariables,
    stage,
    declaration: declaration as ActionRun['declaration'],
    abort: undefined,
  };
}

/** Gives each stage its latest runs back. */
function linkRuns(pipeline: Pipeline, kept: KeptPipeline): void {
  const actions = new Map(pipeline.actionRuns.map((run) => [run.id, run]));
  const rules = new Map(pipeline.ruleRuns.map((run) => [run.id, run]));
  for (const [index, { stages }] of kept.executions.entries())
    for (const one of stages) {
      const stage = named(pipeline.executions[index]?.stages ?? [], one.name);
      if (!stage) continue;
      stage.actions = one.actions.flatMap((id) => actions.get(id) ?? []);
      stage.conditions = one.conditions.map((condition) => ({
        ...condition,
        summary: condition.summary,
        rules: condition.rules.flatMap((id) => rules.get(id) ?? []),
      }));
    }
}

function linkInvokers(engine: Engine, { name, executions }: KeptPipeline): void {
  for (const [index, { invokedBy }] of executions.entries()) {
    const invoker = engine.pipelines
      .get(invokedBy?.pipeline ?? '')
      ?.executions.find(({ id }) => id === invokedBy?.id);
    const execution = engine.pipelines.get(name)?.executions[index];
    if (invoker && execution) Object.assign(execution, { invokedBy: invoker });
  }
}
