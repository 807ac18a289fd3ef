import { attempt } from './attempt.ts';
import { readInputs } from './inputs.ts';
import { createRunner } from './io.ts';
import { regionOf } from './region.ts';
import { removeSecretFiles } from './secret-files.ts';

const runner = createRunner();

process.exitCode = await attempt(runner, async () => {
  removeSecretFiles(runner);
  // The main step was not killed: there is nothing to clean up, and nothing to load.
  if (!runner.state('starting') || runner.state('finished')) return 0;
  const inputs = readInputs(runner.input);
  if (inputs.pipeline === undefined) return 0;
  const { cleanUpStep } = await import('./clean-up-step.ts');
  return cleanUpStep({
    inputs: { ...inputs, pipeline: inputs.pipeline },
    region: regionOf(inputs, process.env),
    runner,
  });
});
