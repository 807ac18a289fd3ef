import { attempt } from './attempt.ts';
import { cancellation } from './cancellation.ts';
import type { GivenInputs } from './inputs.ts';
import type { Runner } from './io.ts';
import type { Job } from './job.ts';
import { createPorts } from './ports.ts';
import { run } from './run.ts';

/**
 * The main step, with the real outside. Imported late, so that bad inputs are answered before the SDK is
 * loaded; it is bundled apart from what imports it, so its errors are of other classes and stay in here.
 */
export function runStep(step: {
  inputs: GivenInputs;
  region: string;
  runner: Runner;
  job: Job;
}): Promise<number> {
  const { region, runner } = step;
  const signal = cancellation(process);
  return attempt(runner, async () => {
    try {
      return (await run({ ...step, ports: createPorts(region), signal })) ? 0 : 1;
    } catch (error) {
      signal.throwIfAborted(); // Whatever failed then, it was cancelled.
      throw error;
    }
  });
}
