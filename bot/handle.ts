import { messageOf, UserError } from '../shared/errors.ts';
import { sentence, type View } from '../shared/render/view.ts';
import { type Bound, bind, type Parsed, type Place, parse } from './commands/bind.ts';
import { commands } from './commands/commands.gen.ts';
import { commandsIn } from './commands/comment.ts';
import { withoutSlackMarkup } from './commands/grammar.ts';
import { question, withCode } from './commands/words.ts';
import type { Effect } from './effect.ts';
import answer from './effects/answer.ts';
import { markOf } from './effects/asked.ts';
import react from './effects/react.ts';
import { mayDo, visible } from './policy/identity.ts';
import type { Permission } from './policy/permission.ts';
import { pipelinesAt } from './policy/policy.ts';
import type { Ports } from './ports.ts';
import { nameOf, type Origin, originPlace, type Request } from './request.ts';
import type { AuditEntry, Shown } from './store/store.ts';

/** What comes of a request: what the asker reads, what is done, and how the audit log tells it. */
interface Outcome {
  readonly decision: AuditEntry['decision'];
  readonly outcome: string;
  readonly view: View;
  readonly to: 'asker' | 'everyone';
  readonly effects: readonly Effect[];
  readonly pipeline?: string;
}

/**
 * Request in, effects out: parse, authorize, gather, decide, then one transaction with the audit entry and
 * what is to be done. A request that comes twice counts once. Throws only if the store does.
 */
export function createHandler(ports: Ports): (request: Request) => Promise<void> {
  return async (request) => {
    await acknowledge(request, ports);
    const outcome = await outcomeOf(request, ports);
    await ports.store.transaction(async (tx) => {
      if (!(await tx.once(`request ${request.id}`))) return;
      await tx.audit(auditOf(request, outcome));
      await tx.emit([...answersTo(request, outcome), ...outcome.effects], request.id);
    });
  };
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

async function outcomeOf(request: Request, ports: Ports): Promise<Outcome> {
  try {
    return await decideOn(request, ports);
  } catch (error) {
    if (error instanceof UserError) return failed(error.message);
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

async function decideOn(request: Request, ports: Ports): Promise<Outcome> {
  const { origin, text } = request;
  const parsed = parse(origin.kind === 'slack' ? withoutSlackMarkup(text) : text, commands);
  const place = await placeOf(request, ports);
  const bound = bind(parsed, place);
  if (bound.kind === 'ask') return ask(bound, request, ports);

  const { command } = parsed;
  const permission: Permission = command.needs(bound.args, request);
  const pipeline = permission.kind === 'pipeline' ? permission.pipeline : undefined;
  const verdict = await mayDo(permission, origin, ports);
  if (!verdict.allowed) {
    return { ...failed(verdict.why), decision: 'refused', pipeline };
  }
  await refuseUnsaid(permission, request, ports);
  return act(parsed, { args: bound.args, pipeline }, { request, ports });
}

/** A comment may have been edited or deleted since: then nobody can read any more why something was done. */
async function refuseUnsaid(permission: Permission, { origin, text }: Request, ports: Ports): Promise<void> {
  const changes = permission.kind === 'pipeline' && !['see', 'logs'].includes(permission.verb);
  if (!changes || origin.kind !== 'github') return;
  const now = await ports.github.commentText(origin);
  if (now === undefined) throw new UserError('The comment was deleted since, so nothing was done.');
  if (!commandsIn(now).includes(text)) {
    throw new UserError('The comment was edited since and no longer says this, so nothing was done.');
  }
}

async function act(
  { command }: Parsed,
  { args, pipeline }: { args: unknown; pipeline: string | undefined },
  { request, ports }: { request: Request; ports: Ports },
): Promise<Outcome> {
  try {
    const facts = await command.gather(args, ports, request);
    const decision = command.decide(facts, args, request, ports.clock.now());
    const { answer: view, to, effects } = decision;
    return { decision: 'allowed', outcome: view.summary, view, to, effects, pipeline };
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

function answersTo({ id, origin }: Request, { decision, view, to }: Outcome): Effect[] {
  const reply = answer.of({ request: id, origin, view, to });
  if (origin.kind === 'slack') return [reply];
  const { repository, comment } = origin;
  return [reply, react.of({ repository, comment, reaction: decision === 'allowed' ? 'rocket' : '-1' })];
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
