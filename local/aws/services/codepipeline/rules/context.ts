import { inputsOf } from '../artifacts.ts';
import type { ConditionKind, RuleRun } from '../conditions.ts';
import type { Engine } from '../engine.ts';
import type { RuleContext } from './define.ts';

/** What a rule is checked with. */
export function ruleContext(engine: Engine, run: RuleRun, kind: ConditionKind): RuleContext {
  const { aws } = engine;
  const { declaration, stage } = run;
  const { execution } = stage;
  const { name, commands, inputArtifacts, roleArn, region } = declaration;
  const action = {
    name,
    commands,
    inputArtifacts,
    roleArn,
    region,
    configuration: declaration.configuration,
    actionTypeId: undefined,
  };
  return {
    kind,
    aws,
    pipeline: execution.pipeline.name,
    stage: stage.name,
    executionId: execution.id,
    actionExecutionId: run.id,
    mode: execution.mode,
    action,
    configuration: run.configuration,
    inputs: inputsOf(action, execution),
    outputs: [],
    override: undefined,
    signal: run.abort?.signal ?? AbortSignal.abort(),
    store: async () => refuse('has no output artifacts'),
    update: () => {},
    awaitApproval: async () => refuse('waits for no approval'),
    startPipeline: () => refuse('starts no pipeline'),
    log: (line) => aws.log(`${execution.pipeline.name}/${stage.name}/${name}: ${line}`),
  };
}

function refuse(what: string): never {
  throw new Error(`A rule ${what}`);
}
