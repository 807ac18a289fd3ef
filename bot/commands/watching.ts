import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import watchEffect from '../effects/watch.ts';
import { ownChanges, seesAny } from '../own-changes.ts';
import { identify } from '../policy/email.ts';
import { namesOf } from '../policy/names.ts';
import type { Permission } from '../policy/permission.ts';
import type { Ports } from '../ports.ts';
import type { Origin, Request } from '../request.ts';
import type { Decision } from './define.ts';

/** A pipeline, or one's own changes in all of them. */
export const watchArgs = z.union([z.object({ mine: z.literal(true) }), z.object({ pipeline: z.string() })]);

type WatchArgs = z.infer<typeof watchArgs>;

interface WatchFacts {
  /** Who is told; undefined where it is not known who the asker is in Slack. */
  readonly told: { readonly user: string; readonly team: string; readonly login?: string } | undefined;
  /** Whether they are watching already. */
  readonly watches: boolean;
  /** Whether there is anything that they may see. */
  readonly sees: boolean;
  /** Whether their GitHub login is known. */
  readonly hasLogin: boolean;
}

export function needsWatch(args: WatchArgs): Permission {
  if ('mine' in args) return { kind: 'none' };
  return { kind: 'pipeline', verb: 'see', pipeline: args.pipeline };
}

export async function gatherWatch(args: WatchArgs, ports: Ports, { origin }: Request): Promise<WatchFacts> {
  const told = await toldAs(args, origin, ports);
  const notes = await ports.store.notes('watch', scopeOf(args));
  const names = told && (await namesOf({ kind: 'slack', user: told.user }, ports));
  return {
    told,
    watches: notes.some(({ key }) => key === told?.user),
    sees: 'pipeline' in args || (told !== undefined && (await seesAny(told, ports))),
    hasLogin: origin.kind === 'github' || names?.github !== undefined,
  };
}

async function toldAs(args: WatchArgs, origin: Origin, ports: Ports): Promise<WatchFacts['told']> {
  if (origin.kind === 'slack') return { user: origin.user, team: origin.team };
  if ('pipeline' in args) return undefined;
  const { slack } = await identify(origin, origin.repository, ports);
  return slack ? { user: slack, team: '', login: origin.user } : undefined;
}

function scopeOf(args: WatchArgs): string {
  return 'mine' in args ? ownChanges : args.pipeline;
}

export function decideWatch(
  { told, watches, sees, hasLogin }: WatchFacts,
  { on, ...args }: WatchArgs & { on: boolean },
  { id, origin }: Request,
): Decision {
  if ('pipeline' in args && origin.kind !== 'slack') {
    throw new UserError(
      'Say it in Slack, where you are told; on a pull request GitHub’s own Subscribe does that.',
    );
  }
  if (!told) {
    throw new UserError(
      'You would be told in Slack, and nobody knows who you are there: say `/deploy link` in Slack first.',
    );
  }
  const what = 'mine' in args ? 'your own changes' : args.pipeline;
  if (watches === on) {
    throw new UserError(`You ${on ? 'watch' : 'do not watch'} ${what} ${on ? 'already' : 'anyway'}.`);
  }
  if (on && !sees) throw new UserError('There is no pipeline here that you may see.');
  return {
    answer: sentence(on ? `Watching ${what}…` : `Watching ${what} no more…`),
    to: 'asker',
    effects: [watchEffect.of({ request: id, origin, ...args, ...told, on, hasLogin })],
  };
}
