import { z } from 'zod';
import { type Block, sentence, type View } from '../shared/render/view.ts';
import { reasonToCome } from './commands/bind.ts';
import { commands } from './commands/commands.gen.ts';
import { unbind } from './commands/unbind.ts';
import { createHandler, type Outcome, outcomeOf, record, settle } from './handle.ts';
import { type Plan, planOf, shortText } from './plan.ts';
import { changesProduction } from './policy/permission.ts';
import type { Ports } from './ports.ts';
import { type Form, longestMetadata } from './render/views.ts';
import type { Request } from './request.ts';
import { type Wish, wishOf } from './understand.ts';
import { openOnce, type Window } from './window.ts';

/** What Slack sends when somebody presses a modal's button. */
export interface Submission {
  /** The modal's id, which is submitted once. */
  readonly view: string;
  readonly metadata: string;
  /** What was entered, if anything was asked. */
  readonly words: string | undefined;
  readonly team: string;
  readonly user: string;
  readonly at: number;
}

export interface Confirming {
  /** Answers a request; what would change production is shown first, in a modal if there is a trigger for one. */
  ask(request: Request, triggerId?: string): Promise<void>;
  /** Does what was shown, if it is still the same. */
  confirm(submission: Submission): Promise<void>;
}

/** The callback id of the modals that ask whether something is to be done. */
export const confirmCallback = 'confirm';

/** A trigger lives for three seconds: by then something must have been opened. */
const slow = 1_200;

/** In Slack nothing changes production before the asker has seen what it will do and said yes to it. */
export function createConfirming(ports: Ports): Confirming {
  const handle = createHandler(ports);

  async function ask(request: Request, triggerId?: string): Promise<void> {
    const wish = await wishOf(request, ports, { later: 'reason' });
    if (!wish || !changesProduction(wish.command.needs(wish.args, request))) return handle(request);

    const title = `${labelOf(wish)} ${String(wish.args.pipeline ?? '')}`;
    const window = openOnce(triggerId, ports);
    const age = ports.clock.now() - request.at;
    const stopWaiting = ports.clock.after(Math.max(0, slow - age), () => window.hold(title));
    const outcome = await outcomeOf(request, ports, { later: 'reason' }).finally(stopWaiting);
    if (outcome.effects.length === 0) {
      await settle(request, outcome, ports);
      await window.replace({ title, view: outcome.view });
      return;
    }
    await show({ request, outcome, wish, title }, window, ports);
  }

  return {
    ask,
    async confirm({ view, metadata, words = '', team, user, at }) {
      const { command: name, args, mark, facts, word, ...place } = metadataSchema.parse(JSON.parse(metadata));
      const said = words.trim();
      const given = { ...args, ...(word && said && { [word]: said }) };
      const command = commands.find((each) => each.name === name);
      await handle({
        id: `slack:view:${view}`,
        text: command ? unbind(command, given) : name,
        at,
        origin: { kind: 'slack', team, user, ...place },
        confirmed: { command: name, args: given, mark, facts },
      });
    },
  };
}

interface Question {
  readonly request: Request;
  readonly outcome: Outcome;
  readonly wish: Wish;
  readonly title: string;
}

/** Shows what would be done; where no modal can be opened, by a button that can. */
async function show(question: Question, window: Window, ports: Ports): Promise<void> {
  const { request, outcome, wish, title } = question;
  const plan = await planOf(outcome.effects, ports);
  const view = planView(plan, question);
  const form = formOf(plan, question);
  const asking = { ...outcome, outcome: `Asked to confirm: ${outcome.outcome}` };
  if (!form) {
    const text = 'This is too much to be confirmed in Slack: say it in fewer or shorter words.';
    await settle(
      request,
      { ...outcome, decision: 'failed', outcome: text, view: sentence(text), effects: [] },
      ports,
    );
  } else if (await window.open({ title, view, form })) {
    await record({ request, outcome: asking, effects: [] }, ports);
  } else {
    const button = { label: `${labelOf(wish)}…`, command: unbind(wish.command, wish.args) };
    const blocks: Block[] = [...view.blocks, { kind: 'buttons', buttons: [button] }];
    await settle(request, { ...asking, view: { ...view, blocks }, to: 'asker', effects: [] }, ports);
  }
}

function planView({ facts, commits }: Plan, { outcome, wish }: Question): View {
  const { summary } = outcome.view;
  const blocks: Block[] = [
    { kind: 'text', text: summary.replace(/…$/, '') },
    { kind: 'facts', facts },
    ...(commits
      ? [
          { kind: 'text' as const, text: [{ strong: commits.title }] },
          { kind: 'list' as const, items: commits.lines },
        ]
      : []),
    { kind: 'note', text: wish.command.help.summary },
  ];
  return { summary, blocks };
}

/** The words that may be added to a command, by their argument's name. */
const texts: Readonly<Record<string, string>> = { reason: 'Reason', comment: 'Comment' };

/** Undefined where it would be too much for Slack to carry. */
function formOf({ mark, facts }: Plan, { request, wish }: Question): Form | undefined {
  const { command, args } = wish;
  const word = command.words.at(-1)?.slice(0, -1) ?? '';
  const label = texts[word];
  const { [label ? word : '']: text, ...rest } = args;
  const value = typeof text === 'string' && text !== reasonToCome ? text : undefined;
  const { channel, thread, responseUrl } = request.origin.kind === 'slack' ? request.origin : {};
  const metadata: Metadata = {
    command: command.name,
    args: rest,
    mark,
    facts: facts.map(([name, fact]) => [name, shortText(fact)]),
    ...(label && { word }),
    channel: channel ?? '',
    thread,
    responseUrl,
  };
  const whole = JSON.stringify(metadata);
  const fitting = whole.length > longestMetadata ? JSON.stringify({ ...metadata, facts: [] }) : whole;
  if (fitting.length > longestMetadata) return undefined;
  const optional = word === 'comment';
  return {
    submit: labelOf(wish),
    callback: confirmCallback,
    metadata: fitting,
    ...(label && { input: { label, value, optional, longest: longestOf(wish, word) } }),
  };
}

const metadataSchema = z.object({
  command: z.string(),
  args: z.record(z.string(), z.unknown()),
  mark: z.string(),
  facts: z.array(z.tuple([z.string(), z.string()])),
  /** The argument that is entered in the modal. */
  word: z.string().optional(),
  channel: z.string(),
  thread: z.string().optional(),
  responseUrl: z.string().optional(),
});

type Metadata = z.infer<typeof metadataSchema>;

/** As many characters as the command takes. */
function longestOf({ command }: Wish, word: string): number {
  const schema = z.toJSONSchema(command.args, { unrepresentable: 'any' });
  const property = schema.properties?.[word];
  return (typeof property === 'object' && property.maxLength) || 1_000;
}

function labelOf({ command: { name } }: Wish): string {
  return name === 'rollback' ? 'Roll back' : name.charAt(0).toUpperCase() + name.slice(1);
}
