import type { Run } from '../../shared/run/model.ts';
import type { Ports } from '../ports.ts';

/** The run that is meant: the one that is named, or else the pipeline's newest. */
export async function currentRun(
  { pipeline, run }: { pipeline: string; run?: string },
  { pipelines }: Ports,
): Promise<Run | undefined> {
  const id = run ?? (await pipelines.recent(pipeline, { limit: 1 }))[0]?.id;
  return id === undefined ? undefined : pipelines.run(pipeline, id);
}
