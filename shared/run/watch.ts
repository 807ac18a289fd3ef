import type { Run } from './model.ts';

/** Reads a run, and reads it again for less. */
export interface RunReader {
  run(pipeline: string, id: string): Promise<Run>;
  /** The very same object where nothing has moved. */
  refresh(run: Run): Promise<Run>;
}
