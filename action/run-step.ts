import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import { jobFrom } from './job.ts';
import { createPorts } from './ports.ts';
import { run } from './run.ts';

/** The main step, with the real outside. Imported late: bad inputs are answered before the SDK is loaded. */
export function runStep(step: {
  inputs: Inputs;
  region: string;
  runner: Runner;
  signal: AbortSignal;
}): Promise<boolean> {
  const { region, runner } = step;
  return run({ ...step, job: jobFrom(runner.env, runner.event()), ports: createPorts(region) });
}
