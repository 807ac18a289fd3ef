import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isTransient } from '../../shared/aws/errors.ts';
import { UserError } from '../../shared/errors.ts';
import { type Block, type Line, plain, sentence } from '../../shared/render/view.ts';
import type { Effect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import { originSchema } from '../render/schema.ts';
import { nameOf, originPlace } from '../request.ts';
import answer from './answer.ts';
import { reactionTo } from './react.ts';

/** What every effect that somebody asked for carries. */
export const asked = {
  /** The id of the request. */
  request: z.string(),
  origin: originSchema,
  /** What the person is called. */
  name: z.string(),
  pipeline: z.string(),
};

const askedSchema = z.object(asked);

type Asked = z.infer<typeof askedSchema>;

/** Effects on one pipeline are carried out one after the other. */
export function pipelineTarget({ pipeline }: { pipeline: string }): string {
  return `pipeline:${pipeline}`;
}

/** Whether AWS has said no, so that trying again is of no use. */
export function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && !isTransient(error);
}

/** It was done: everyone may know, and the audit log says so once. */
export async function done(
  effect: Asked,
  ports: Ports,
  { more, ...result }: { what: string; text: Line; run?: string; more?: readonly Block[] },
): Promise<Effect[]> {
  await record(effect, ports, { ...result, decision: 'allowed' });
  return [answerTo(effect, { text: result.text, more }, 'everyone'), ...reactionTo(effect.origin, true)];
}

/** It was not done, and why: for the asker. */
export async function notDone(
  effect: Asked,
  ports: Ports,
  result: { what: string; text: Line; run?: string },
): Promise<Effect[]> {
  await record(effect, ports, { ...result, decision: 'failed' });
  return [answerTo(effect, { text: result.text }, 'asker'), ...reactionTo(effect.origin, false)];
}

function answerTo(
  { request, origin }: Asked,
  { text, more = [] }: { text: Line; more?: readonly Block[] | undefined },
  to: 'asker' | 'everyone',
): Effect {
  const view = sentence(text);
  return answer.of({ request, origin, view: { ...view, blocks: [...view.blocks, ...more] }, to });
}

interface Result {
  readonly what: string;
  readonly text: Line;
  readonly run?: string;
  readonly decision: 'allowed' | 'failed';
}

async function record({ request, origin, pipeline }: Asked, { store }: Ports, result: Result): Promise<void> {
  await store.transaction(async (tx) => {
    // An effect that is carried out again after a crash has one outcome.
    if (!(await tx.once(`outcome ${request} ${result.what}`))) return;
    await tx.audit({
      who: nameOf(origin),
      what: result.what,
      decision: result.decision,
      outcome: plain(result.text),
      pipeline,
      run: result.run,
      place: originPlace(origin),
      request,
    });
  });
}

/** A short mark that is the same for the same thing and tells nothing of it. */
export function markOf(thing: string): string {
  return createHash('sha256').update(thing).digest('hex').slice(0, 12);
}
