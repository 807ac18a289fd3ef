import type { Pipelines } from '../shared/aws/ports.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import { cancelRun } from './steps/cancel.ts';
import { runOfVersion } from './steps/start.ts';

/** What the main step says before it starts a run, in case that it is killed before it knows the run's id. */
export interface Starting {
  /** The object version that the run carries; undefined without an upload. */
  readonly version?: string;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface CleanUpPorts {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly pipelines: Pick<Pipelines, 'recent' | 'stop'>;
}

/** Does to a run that nobody follows any more what `on-cancel` says. */
export async function cleanUp({ inputs, runner, pipelines }: CleanUpPorts): Promise<void> {
  const { pipeline } = inputs;
  const id = runner.state('execution-id') || (await findStarted({ inputs, runner, pipelines }));
  if (id) await cancelRun({ pipeline, id }, inputs['on-cancel'], { pipelines, runner });
}

async function findStarted({ inputs, runner, pipelines }: CleanUpPorts): Promise<string | undefined> {
  const { version, since }: Starting = JSON.parse(runner.state('starting'));
  return version ? runOfVersion(pipelines, { pipeline: inputs.pipeline, version, since }) : undefined;
}
