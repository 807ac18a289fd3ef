import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import transitionEffect from '../effects/transition.ts';
import { personName } from '../policy/people.ts';
import type { Ports } from '../ports.ts';
import type { Request } from '../request.ts';
import type { Decision } from './define.ts';
import { type Lock, locksOf, refuseLocked } from './locks.ts';
import { stageNamed } from './stages.ts';

/** What `pause` and `resume` know before they decide. */
export interface TransitionFacts {
  readonly name: string;
  /** In the pipeline's order; `closed` says why. */
  readonly stages: readonly { readonly stage: string; readonly closed?: { readonly reason?: string } }[];
  readonly locks: readonly Lock[];
}

export async function gatherTransition(
  { pipeline }: { pipeline: string },
  ports: Ports,
  { origin }: Request,
): Promise<TransitionFacts> {
  const [stages, locks] = await Promise.all([ports.stages.states(pipeline), locksOf(pipeline, ports.store)]);
  return { name: personName(ports.policy(), origin), stages, locks };
}

export function decideTransition(
  { name, stages, locks }: TransitionFacts,
  {
    pipeline,
    stage: asked,
    reason,
    to,
  }: { pipeline: string; stage: string; reason: string; to: 'closed' | 'open' },
  { request: { id, origin }, now }: { request: Request; now: number },
): Decision {
  const stage = stageNamed(
    asked,
    stages.map((each) => each.stage),
    pipeline,
  );
  const state = stages.find((each) => each.stage === stage);
  // What a source brings in has no way that could be closed.
  if (state === stages[0])
    throw new UserError(`Nothing leads into ${stage}: it is where runs of ${pipeline} begin.`);
  if (to === 'open' && !state?.closed) throw new UserError(`The way into ${stage} of ${pipeline} is open.`);
  if (to === 'closed' && state?.closed)
    throw new UserError(closedAlready(stage, pipeline, state.closed.reason));
  if (to === 'open') refuseLocked(locks, { pipeline, stages: [stage] }, now);
  const doing = to === 'closed' ? 'Pausing' : 'Resuming';
  return {
    answer: sentence(`${doing} ${stage} of ${pipeline}…`),
    to: 'asker',
    effects: [transitionEffect.of({ request: id, origin, name, pipeline, stage, to, reason })],
  };
}

function closedAlready(stage: string, pipeline: string, reason: string | undefined): string {
  return `${stage} of ${pipeline} is paused already${reason ? `: “${reason}”` : ''}.`;
}
