import type { PipelineVariable } from '@aws-sdk/client-codepipeline';
import type { ActionRun } from './action-run.ts';
import { ActionFailure, type SourceOverride } from './actions/define.ts';
import { findPipeline } from './definitions.ts';
import { type Engine, start } from './engine.ts';
import { checkOverride } from './starts.ts';
import type { Execution } from './state.ts';

/** Starts a pipeline for an action of another one. */
export function invoke(
  engine: Engine,
  { stage, declaration }: Pick<ActionRun, 'stage' | 'declaration'>,
  options: { name: string; variables: readonly PipelineVariable[]; overrides: readonly SourceOverride[] },
): string {
  const { execution } = stage;
  const { name, variables, overrides } = options;
  refuseCycle(execution, name);
  const pipeline = findPipeline(engine, name);
  for (const override of overrides) checkOverride(pipeline, override);
  const role = declaration.roleArn ?? execution.declaration.roleArn;
  const trigger = { triggerType: 'StartPipelineExecution', triggerDetail: role } as const;
  return start(engine, pipeline, { trigger, variables, overrides, invokedBy: execution }).id;
}

/** In AWS pipelines that start each other go round until somebody stops them; here they would never let go. */
function refuseCycle(execution: Execution, name: string): void {
  const chain: string[] = [];
  for (let one: Execution | undefined = execution; one; one = one.invokedBy) chain.unshift(one.pipeline.name);
  if (chain.includes(name))
    throw new ActionFailure(
      'ConfigurationError',
      `The pipelines start each other in a circle: ${[...chain, name].join(' → ')}`,
    );
}
