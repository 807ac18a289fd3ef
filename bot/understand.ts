import { UserError } from '../shared/errors.ts';
import { type Bound, bind, type Place, parse } from './commands/bind.ts';
import { commands } from './commands/commands.gen.ts';
import type { AnyCommand } from './commands/define.ts';
import { withoutSlackMarkup } from './commands/grammar.ts';
import { pipelinesAt } from './policy/policy.ts';
import type { Ports } from './ports.ts';
import { type Confirmed, type Origin, originPlace, type Request } from './request.ts';
import type { Shown } from './store/store.ts';

/** A command with everything that it needs to know. */
export interface Wish {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

export type Meant = ({ readonly kind: 'wish' } & Wish) | (Bound & { kind: 'ask' });

export interface Lenience {
  /** A reason that is missing may be asked for later. */
  readonly later?: 'reason';
}

/** The command that the words stand for where they were said; undefined where they stand for none. */
export async function wishOf(request: Request, ports: Ports, lenience?: Lenience): Promise<Wish | undefined> {
  try {
    const meant = await understand(request, ports, lenience);
    return meant.kind === 'ask' ? undefined : meant;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

export async function understand(request: Request, ports: Ports, lenience?: Lenience): Promise<Meant> {
  const { origin, text } = request;
  const parsed = parse(origin.kind === 'slack' ? withoutSlackMarkup(text) : text, commands);
  const bound = bind(parsed, await placeOf(request, ports), lenience);
  if (bound.kind === 'ask') return bound;
  return { kind: 'wish', command: parsed.command, args: bound.args as Wish['args'] };
}

/** What was confirmed is not read from words again. */
export function confirmedWish({ command: name, args }: Confirmed): Meant {
  const command = commands.find((each) => each.name === name);
  const checked = command?.args.safeParse(args);
  if (!command || !checked?.success) {
    throw new UserError(`${checked?.error?.issues[0]?.message ?? 'That cannot be done any more'}.`);
  }
  return { kind: 'wish', command, args: checked.data };
}

/** Where nothing is named, the thread's run or the pull request's newest run is meant, else what belongs there. */
async function placeOf({ origin }: Request, ports: Ports): Promise<Place> {
  const policy = ports.policy();
  const known = new Set(policy.pipelines.keys());
  const shown = await shownAt(origin, ports);
  const { pipeline = '', run: id } = shown ?? {};
  const run = known.has(pipeline) && id !== undefined ? { pipeline, id } : undefined;
  return { pipelines: pipelinesAt(policy, origin), known, run };
}

async function shownAt(origin: Origin, { store }: Ports): Promise<Shown | undefined> {
  const place = originPlace(origin);
  if (origin.kind === 'slack') return origin.thread ? store.shownAt(place, origin.thread) : undefined;
  // Our replies stand there as well.
  const runs = (await store.shownIn(place, 20)).filter(({ run }) => run !== undefined);
  // Where several pipelines bring the pull request in, none of them goes without saying.
  return runs.every(({ pipeline }) => pipeline === runs[0]?.pipeline) ? runs[0] : undefined;
}
