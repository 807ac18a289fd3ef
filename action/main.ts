import { attempt } from './attempt.ts';
import { forgetBrokenEvent } from './event.ts';
import { readInputs } from './inputs.ts';
import { createRunner } from './io.ts';
import { jobFrom } from './job.ts';
import { regionOf } from './region.ts';

const runner = createRunner();

process.exitCode = await attempt(runner, async () => {
  const inputs = readInputs(runner.input);
  forgetBrokenEvent(process.env, runner);
  const { context } = await import('./context.ts');
  const job = jobFrom(context, process.env);
  if (inputs.mode === 'check') {
    const { checkStep } = await import('./check-step.ts');
    return checkStep({ inputs, runner, job });
  }
  const region = regionOf(inputs, process.env);
  const { runStep } = await import('./run-step.ts');
  return runStep({ inputs, region, runner, job });
});
