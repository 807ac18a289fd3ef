import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import type { Reads } from '../store/store.ts';
import { ago } from './words.ts';

/** What a note of kind `lock` holds; its scope is the pipeline, its key the stage or empty for all of them. */
const lockSchema = z.object({
  reason: z.string(),
  /** What the owner is called. */
  name: z.string(),
  /** The stages that AWS lets nobody into meanwhile. */
  closed: z.array(z.string()).default([]),
});

export interface Lock extends z.infer<typeof lockSchema> {
  /** Without it the whole pipeline is locked. */
  readonly stage?: string;
  readonly at: number;
}

export async function locksOf(pipeline: string, store: Reads): Promise<Lock[]> {
  const notes = await store.notes('lock', pipeline);
  return notes.flatMap(({ key, value, at }) => {
    const lock = lockSchema.safeParse(value).data;
    return lock ? [{ ...lock, ...(key && { stage: key }), at }] : [];
  });
}

/** The stages of a run or a definition, as far as it matters where a run comes to. */
export interface Passage {
  readonly name: string;
  readonly waits: boolean;
}

/** The stages a run gets into from `from` on without being asked again. */
export function reachedFrom(stages: readonly Passage[], from: string): string[] {
  const start = Math.max(
    0,
    stages.findIndex(({ name }) => name === from),
  );
  const gate = stages.findIndex(({ waits }, index) => index > start && waits);
  return stages.slice(start, gate < 0 ? undefined : gate + 1).map(({ name }) => name);
}

/** Throws a `UserError` if a lock is in the way of bringing a change into these stages. */
export function refuseLocked(
  locks: readonly Lock[],
  at: { pipeline: string; stages: readonly string[] },
  now: number,
): void {
  const lock = locks.find(({ stage }) => stage === undefined || at.stages.includes(stage));
  if (lock) throw new UserError(lockSentence(at.pipeline, lock, now));
}

/** `shop is locked by Ada, 2 hours ago: “Stocktaking”`. */
export function lockSentence(pipeline: string, { stage, name, reason, at }: Lock, now: number): string {
  const what = stage ? `${stage} of ${pipeline}` : pipeline;
  return `${what} is locked by ${name}, ${ago(at, now)}: “${reason}”. \`/deploy unlock ${pipeline}${stage ? ` --stage ${stage}` : ''} …\` lifts it.`;
}
