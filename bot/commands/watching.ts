import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import watchEffect from '../effects/watch.ts';
import type { Ports } from '../ports.ts';
import type { Request } from '../request.ts';
import type { Decision } from './define.ts';

interface WatchFacts {
  /** Whether they are watching already. */
  readonly watches: boolean;
}

export async function gatherWatch(
  { pipeline }: { pipeline: string },
  { store }: Pick<Ports, 'store'>,
  { origin }: Request,
): Promise<WatchFacts> {
  const notes = await store.notes('watch', pipeline);
  return { watches: notes.some(({ key }) => key === origin.user) };
}

export function decideWatch(
  { watches }: WatchFacts,
  { pipeline, on }: { pipeline: string; on: boolean },
  { id, origin }: Request,
): Decision {
  if (origin.kind !== 'slack') {
    throw new UserError(
      'Say it in Slack, where you are told; on a pull request GitHub’s own Subscribe does that.',
    );
  }
  if (watches === on)
    throw new UserError(`You ${on ? 'watch' : 'do not watch'} ${pipeline} ${on ? 'already' : 'anyway'}.`);
  const { user, team } = origin;
  return {
    answer: sentence(on ? `Watching ${pipeline}…` : `Watching ${pipeline} no more…`),
    to: 'asker',
    effects: [watchEffect.of({ request: id, origin, pipeline, user, team, on })],
  };
}
