import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { inputsFor } from './inputs.ts';
import { targets } from './parsers.ts';

/** So many inputs to one parser; the same ones from the same seed. Or one text, `times` over. */
export type Job =
  | { readonly target: string; readonly seed: number; readonly count: number }
  | { readonly target: string; readonly text: string };

export interface Done {
  /** What the longest of them took; milliseconds. */
  readonly slowest: number;
  readonly slowestInput: string;
  readonly failure?: { readonly input: string; readonly error: string };
}

/** The parsers run in a thread of their own, so that one that hangs can be ended. */
parentPort?.on('message', (job: Job) => {
  const { read } = targets[job.target]!;
  const inputs =
    'text' in job
      ? [job.text]
      : fc.sample(inputsFor(targets[job.target]!), { seed: job.seed, numRuns: job.count });
  let done: Done = { slowest: 0, slowestInput: '' };
  for (const input of inputs) {
    const start = performance.now();
    try {
      read(input);
    } catch (error) {
      done = {
        ...done,
        failure: { input, error: error instanceof Error ? `${error.stack}` : String(error) },
      };
    }
    const took = performance.now() - start;
    if (took > done.slowest) done = { ...done, slowest: took, slowestInput: input };
  }
  parentPort?.postMessage(done);
});
