import type { Ports } from '../ports.ts';
import { nameOf, type Origin } from '../request.ts';

/** By this a rule that the starter may not approve holds: to AWS every run that we start is ours. */
export async function noteStarter(
  { pipeline, origin }: { pipeline: string; origin: Origin },
  run: string,
  { store }: Pick<Ports, 'store'>,
): Promise<void> {
  const note = { kind: 'starter', scope: pipeline, key: run, value: nameOf(origin) } as const;
  await store.transaction((tx) => tx.putNote(note));
}
