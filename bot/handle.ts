import { messageOf, UserError } from '../shared/errors.ts';
import { sentence, type View } from '../shared/render/view.ts';
import { type Bound, bind, type Place, parse } from './commands/bind.ts';
import { commands } from './commands/commands.gen.ts';
import { commandsIn } from './commands/comment.ts';
import type { AnyCommand } from './commands/define.ts';
import { withoutSlackMarkup } from './commands/grammar.ts';
import { unbind } from './commands/unbind.ts';
import { question, withCode } from './commands/words.ts';
import type { Effect } from './effect.ts';
import answer from './effects/answer.ts';
import { markOf } from './effects/asked.ts';
import react, { reactionTo } from './effects/react.ts';
import { differences, markOf as markOfPlan, planOf } from './plan.ts';
import { mayDo, visible } from './policy/identity.ts';
import { changesProduction, type Permission } from './policy/permission.ts';
import { pipelinesAt } from './policy/policy.ts';
import type { Ports } from './ports.ts';
import { type Confirmed, nameOf, type Origin, originPlace, type Request } from './request.ts';
import { StoreAwayError } from './store/engine.ts';
import type { AuditEntry, Shown } from './store/store.ts';

/** What comes of a request: what the asker reads, what is done, and how the audit log tells it. */
export interface Outcome {
  readonly decision: AuditEntry['decision'];
  readonly outcome: string;
  readonly view: View;
  readonly to: 'asker' | 'everyone';
  readonly effects: readonly Effect[];
  readonly pipeline?: string;
  /** What was understood, where it was allowed. */
  readonly wish?: Wish;
}

/** A command with everything that it needs to know. */
export interface Wish {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A reason that is missing may be asked for later. */
interface Lenience {
  readonly later?: 'reason';
}

/**
 * Request in, effects out: parse, authorize, gather, decide, then one transaction with the audit entry and
 * what is to be done. A request that comes twice counts once. Throws only if the store does.
 */
export function createHandler(ports: Ports): (request: Request) => Promise<void> {
  return async (request) => {
    await acknowledge(request, ports);
    await settle(request, await outcomeOf(request, ports), ports);
  };
}

/** Writes down what came of a request, its answer and what is to be done, once. */
export function settle(request: Request, outcome: Outcome, ports: Ports): Promise<void> {
  return record({ request, outcome, effects: [...answersTo(request, outcome), ...outcome.effects] }, ports);
}

/** The same, with these effects in place of the answer and of what was decided. */
export async function record(
  { request, outcome, effects }: { request: Request; outcome: Outcome; effects: readonly Effect[] },
  { store }: Ports,
): Promise<void> {
  await store.transaction(async (tx) => {
    if (!(await tx.once(`request ${request.id}`))) return;
    await tx.audit(auditOf(request, outcome));
    await tx.emit(effects, request.id);
  });
}

/** On GitHub nothing else shows that the words were heard. */
async function acknowledge({ id, origin }: Request, { store }: Ports): Promise<void> {
  if (origin.kind === 'slack') return;
  const { repository, comment } = origin;
  await store.transaction(async (tx) => {
    if (!(await tx.once(`seen ${id}`))) return;
    await tx.emit([react.of({ repository, comment, reaction: 'eyes' })], id);
  });
}

/** What would come of a request now. It only reads: nothing is done, and nothing written. */
export async function outcomeOf(request: Request, ports: Ports, lenience?: Lenience): Promise<Outcome> {
  try {
    return await decideOn(request, ports, lenience);
  } catch (error) {
    if (error instanceof UserError) return failed(error.message);
    // Nothing is decided without the store: the request is tried again when it is back.
    if (error instanceof StoreAwayError) throw error;
    const id = markOf(request.id);
    ports.log.error({ err: error, id, request: request.id }, 'A command could not be worked on');
    return failed(
      `Sorry, that did not work, and it is no fault of yours. The operator finds it under ${id}.`,
      messageOf(error),
    );
  }
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

function failed(text: string, why = text): Outcome {
  return { decision: 'failed', outcome: why, view: sentence(withCode(text)), to: 'asker', effects: [] };
}

type Meant = ({ readonly kind: 'wish' } & Wish) | (Bound & { kind: 'ask' });

async function understand(request: Request, ports: Ports, lenience?: Lenience): Promise<Meant> {
  const { origin, text } = request;
  const parsed = parse(origin.kind === 'slack' ? withoutSlackMarkup(text) : text, commands);
  const bound = bind(parsed, await placeOf(request, ports), lenience);
  if (bound.kind === 'ask') return bound;
  return { kind: 'wish', command: parsed.command, args: bound.args as Wish['args'] };
}

/** What was confirmed is not read from words again. */
function confirmedWish({ command: name, args }: Confirmed): Meant {
  const command = commands.find((each) => each.name === name);
  const checked = command?.args.safeParse(args);
  if (!command || !checked?.success) {
    throw new UserError(`${checked?.error?.issues[0]?.message ?? 'That cannot be done any more'}.`);
  }
  return { kind: 'wish', command, args: checked.data };
}

async function decideOn(request: Request, ports: Ports, lenience?: Lenience): Promise<Outcome> {
  const { origin, confirmed } = request;
  const meant = confirmed ? confirmedWish(confirmed) : await understand(request, ports, lenience);
  if (meant.kind === 'ask') return ask(meant, request, ports);

  const { command, args } = meant;
  const permission: Permission = command.needs(args, request);
  const pipeline = permission.kind === 'pipeline' ? permission.pipeline : undefined;
  const verdict = await mayDo(permission, origin, ports);
  if (!verdict.allowed) {
    return { ...failed(verdict.why), decision: 'refused', pipeline };
  }
  await refuseUnsaid(permission, request, ports);
  const outcome = await act({ command, args }, pipeline, { request, ports });
  return confirmed && outcome.decision === 'allowed' ? ifAsShown(confirmed, outcome, ports) : outcome;
}

/** What was confirmed is done only if it is what would be done now. */
async function ifAsShown(confirmed: Confirmed, outcome: Outcome, ports: Ports): Promise<Outcome> {
  if (markOfPlan(outcome.effects) === confirmed.mark || !outcome.wish) return outcome;
  const plan = await planOf(outcome.effects, ports);
  const text = 'Nothing was done: it is not any more what you were shown.';
  const changed = differences(confirmed.facts, plan.facts);
  const { command, args } = outcome.wish;
  const view: View = {
    summary: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'list', items: changed },
      { kind: 'buttons', buttons: [{ label: 'Look again', command: unbind(command, args) }] },
    ],
  };
  return { ...failed([text, ...changed].join(' ')), view, pipeline: outcome.pipeline };
}

/** A comment may have been edited or deleted since: then nobody can read any more why something was done. */
async function refuseUnsaid(permission: Permission, { origin, text }: Request, ports: Ports): Promise<void> {
  if (!changesProduction(permission) || origin.kind !== 'github') return;
  const now = await ports.github.commentText(origin);
  if (now === undefined) throw new UserError('The comment was deleted since, so nothing was done.');
  if (!commandsIn(now).includes(text)) {
    throw new UserError('The comment was edited since and no longer says this, so nothing was done.');
  }
}

async function act(
  wish: Wish,
  pipeline: string | undefined,
  { request, ports }: { request: Request; ports: Ports },
): Promise<Outcome> {
  const { command, args } = wish;
  try {
    const facts = await command.gather(args, ports, request);
    const decision = command.decide(facts, args, request, ports.clock.now());
    const { answer: view, to, effects } = decision;
    return { decision: 'allowed', outcome: view.summary, view, to, effects, pipeline, wish };
  } catch (error) {
    if (error instanceof UserError) return { ...failed(error.message), pipeline };
    throw error;
  }
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

async function ask(bound: Bound & { kind: 'ask' }, { origin }: Request, ports: Ports): Promise<Outcome> {
  const seen = await visible(
    bound.choices.map(({ pipeline }) => pipeline),
    origin,
    ports,
  );
  const choices = bound.choices.filter(({ pipeline }) => seen.includes(pipeline));
  if (choices.length === 0) throw new UserError('There is no pipeline here that you may see.');
  const view = question(
    'Which pipeline?',
    choices.map(({ pipeline, command }) => ({ label: pipeline, command })),
  );
  return { decision: 'failed', outcome: 'Asked which pipeline is meant.', view, to: 'asker', effects: [] };
}

function answersTo({ id, origin }: Request, { decision, view, to, effects }: Outcome): Effect[] {
  const reply = answer.of({ request: id, origin, view, to });
  // Where something is done, what comes of it tells by itself.
  return effects.length > 0 ? [reply] : [reply, ...reactionTo(origin, decision === 'allowed')];
}

const longestWords = 500;

function auditOf({ id, origin, text }: Request, { decision, outcome, pipeline }: Outcome): AuditEntry {
  return {
    who: nameOf(origin),
    what: text.slice(0, longestWords),
    decision,
    outcome,
    pipeline,
    place: originPlace(origin),
    request: id,
  };
}
