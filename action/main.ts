import { attempt } from './attempt.ts';
import { readInputs } from './inputs.ts';
import { createRunner } from './io.ts';
import { regionOf } from './region.ts';

const runner = createRunner(process.env, (text) => process.stdout.write(text));

process.exitCode = await attempt(runner, async () => {
  const inputs = readInputs(runner.input);
  const region = regionOf(inputs, process.env);
  const { runStep } = await import('./run-step.ts');
  return runStep({ inputs, region, runner });
});
