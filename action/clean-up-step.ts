import { attempt } from './attempt.ts';
import { cleanUp } from './clean-up.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './io.ts';
import { createPorts } from './ports.ts';
import { tellLost } from './telling.ts';

/** The post step after a main step that was killed, with the real outside; imported late, as `run-step.ts` is. */
export function cleanUpStep(step: { inputs: Inputs; region: string; runner: Runner }): Promise<number> {
  return attempt(step.runner, async () => {
    try {
      await cleanUp({ ...step, ...createPorts(step.region) });
    } finally {
      await tellLost(step);
    }
    return 0;
  });
}
