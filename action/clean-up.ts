import type { Pipelines } from '../shared/aws/ports.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import { cancelRun } from './steps/cancel.ts';
import { runOfVersion } from './steps/start.ts';

export interface CleanUpPorts {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly pipelines: Pick<Pipelines, 'recent' | 'stop'>;
}

/** Does to a run that nobody follows any more what `on-cancel` says. */
export async function cleanUp({ inputs, runner, pipelines }: CleanUpPorts): Promise<void> {
  const { pipeline } = inputs;
  const id =
    runner.state('execution-id') ||
    (await runOfVersion(pipelines, { pipeline, version: runner.state('starting') }));
  if (id) await cancelRun({ pipeline, id }, inputs['on-cancel'], { pipelines, runner });
}
