import { messageOf, UserError } from '../shared/errors.ts';
import { sentence, type View } from '../shared/render/view.ts';
import type { Bound } from './commands/bind.ts';
import { commandsIn } from './commands/comment.ts';
import { unbind } from './commands/unbind.ts';
import { question, withCode } from './commands/words.ts';
import type { Effect } from './effect.ts';
import answer from './effects/answer.ts';
import { markOf } from './effects/asked.ts';
import react, { reactionTo } from './effects/react.ts';
import { DeliveryError, mayPass } from './outbox/retry.ts';
import { differences, markOf as markOfPlan, planOf } from './plan.ts';
import { mayDo, visible } from './policy/identity.ts';
import { changesProduction, type Permission } from './policy/permission.ts';
import type { Ports } from './ports.ts';
import { type Confirmed, nameOf, originPlace, type Request } from './request.ts';
import { StoreAwayError } from './store/engine.ts';
import type { AuditEntry } from './store/store.ts';
import { confirmedWish, type Lenience, understand, type Wish } from './understand.ts';

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

interface Patience extends Lenience {
  /** What fails in passing is thrown, so that it is tried again. */
  readonly again?: boolean;
}

/** For how long a request is tried again while AWS or GitHub cannot be asked: later nobody expects it any more. */
const patience = 60_000;

/**
 * Request in, effects out: parse, authorize, gather, decide, then one transaction with the audit entry and
 * what is to be done. A request that comes twice counts once. Throws if the store does, and for a minute what another
 * try may mend.
 */
export function createHandler(ports: Ports): (request: Request) => Promise<void> {
  const triedSince = new Map<string, number>();

  /** Who typed a command sees at once that it failed and types it again; the others do not look any more. */
  function mayWait({ id, origin, confirmed }: Request): boolean {
    if (origin.kind === 'slack' && !confirmed) return false;
    const now = ports.clock.now();
    const since = triedSince.get(id) ?? now;
    triedSince.set(id, since);
    return now - since < patience;
  }

  return async (request) => {
    await acknowledge(request, ports);
    const outcome = await outcomeOf(request, ports, { again: mayWait(request) });
    await settle(request, outcome, ports);
    triedSince.delete(request.id);
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
export async function outcomeOf(request: Request, ports: Ports, lenience?: Patience): Promise<Outcome> {
  try {
    return await decideOn(request, ports, lenience);
  } catch (error) {
    if (lenience?.again && mayPass(error)) throw error;
    if (error instanceof UserError) return failed(error.message);
    if (error instanceof DeliveryError && mayPass(error)) {
      return failed(`${error.message}, so nothing was done: say it again a little later.`);
    }
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

function failed(text: string, why = text): Outcome {
  return { decision: 'failed', outcome: why, view: sentence(withCode(text)), to: 'asker', effects: [] };
}

async function decideOn(request: Request, ports: Ports, lenience?: Patience): Promise<Outcome> {
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
  const outcome = await act({ command, args }, pipeline, { request, ports, lenience });
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
  { request, ports, lenience }: { request: Request; ports: Ports; lenience: Patience | undefined },
): Promise<Outcome> {
  const { command, args } = wish;
  try {
    const facts = await command.gather(args, ports, request);
    const decision = command.decide(facts, args, request, ports.clock.now());
    const { answer: view, to, effects } = decision;
    return { decision: 'allowed', outcome: view.summary, view, to, effects, pipeline, wish };
  } catch (error) {
    if (!(error instanceof UserError) || (lenience?.again && mayPass(error))) throw error;
    return { ...failed(error.message), pipeline };
  }
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
