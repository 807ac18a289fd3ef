import { attempt } from './attempt.ts';
import type { GivenInputs } from './inputs.ts';
import type { Runner } from './io.ts';
import type { Job } from './job.ts';
import { checkFiles } from './steps/check.ts';

/** The main step with `mode: check`, which talks to nobody but the runner. */
export function checkStep({
  inputs,
  runner,
  job,
}: {
  inputs: GivenInputs;
  runner: Runner;
  job: Job;
}): Promise<number> {
  return attempt(runner, async () => {
    const checked = await checkFiles(inputs, { ...job, runner });
    runner.info(
      checked.length > 0 ? `Nothing is wrong with ${checked.join(', ')}.` : 'There is nothing to check.',
    );
    return 0;
  });
}
