import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { revealAction } from '../render/block-kit.ts';
import type { Delivery, Store } from '../store/store.ts';

/** Takes what Slack sent, once it is known to be from Slack: by HTTP or by Socket Mode, it is the same from here on. */
export interface SlackGate {
  /** Resolves when it may be acknowledged, with what is to be said in the acknowledgement, if anything. */
  accept(body: unknown): Promise<unknown>;
}

/**
 * Everything is committed to the inbox and worked on from there, but for what Slack wants answered in the same
 * breath: those go to `inline`, which resolves with the acknowledgement.
 */
export function createSlackGate(options: {
  store: Store;
  inline: (body: Record<string, unknown>) => Promise<unknown>;
}): SlackGate {
  const { store } = options;

  /** Nothing of these is in the inbox that would tell a replay: their triggers are remembered instead. */
  async function isFirst({ trigger_id: trigger }: SlackBody): Promise<boolean> {
    return trigger === undefined || store.transaction((tx) => tx.once(`trigger ${trigger}`));
  }

  return {
    async accept(input) {
      const { data: body } = bodySchema.safeParse(input);
      if (!body) throw new UserError('This is not a payload as Slack sends them.');
      const whole = input as Record<string, unknown>;
      if (isChatter(body)) return undefined;
      if (isInline(body)) return (await isFirst(body)) ? options.inline(whole) : undefined;
      await store.inbox.receive(toDelivery(body, whole));
      return undefined;
    },
  };
}

const idOf = z.object({ id: z.string() }).nullish();

/** What the gate itself needs to know; Bolt reads the rest. */
const bodySchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: idOf,
  channel: idOf,
  event: z
    .looseObject({
      type: z.string(),
      user: z.unknown().optional(),
      channel: z.unknown().optional(),
      subtype: z.unknown().optional(),
      bot_id: z.unknown().optional(),
      thread_ts: z.unknown().optional(),
    })
    .optional(),
  actions: z.array(z.object({ action_id: z.string().optional() })).optional(),
});

type SlackBody = z.infer<typeof bodySchema>;

/** Of what people write to each other only replies can be meant for us, and nothing that a bot says. */
function isChatter({ event }: SlackBody): boolean {
  return event?.type === 'message' && Boolean(!event.thread_ts || event.subtype || event.bot_id);
}

/** The answers to these come back in the acknowledgement, or, for a secret's value, must not be stored. */
function isInline({ type, actions }: SlackBody): boolean {
  if (type === 'block_suggestion') return true;
  return type === 'block_actions' && actions?.[0]?.action_id?.startsWith(revealAction) === true;
}

function toDelivery(body: SlackBody, whole: Record<string, unknown>): Delivery {
  // The legacy verification token is a secret of the app and of no use here.
  const { token: _, ...payload } = whole;
  const user = body.user_id ?? body.user?.id ?? body.event?.user;
  const channel = body.channel_id ?? body.channel?.id ?? body.event?.channel;
  return {
    source: 'slack',
    id: body.event_id ?? body.trigger_id ?? digest(payload),
    kind: body.command ? 'slash_command' : (body.event?.type ?? body.type ?? 'unknown'),
    // What one person says in one place is done in the order they said it.
    lane: `slack:${String(channel)}:${String(user)}`,
    payload,
  };
}

function digest(payload: object): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex');
}
