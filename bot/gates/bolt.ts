import { App, type BlockAction, type ButtonAction, type Receiver, type StringIndexed } from '@slack/bolt';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { sentence, type View } from '../../shared/render/view.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { commandAction, revealAction } from '../render/block-kit.ts';
import type { Origin, Request } from '../request.ts';
import { type SlackClient, slackClientOptions } from '../slack.ts';
import { slackLogger } from '../slack-log.ts';
import type { Received } from '../store/store.ts';

export interface BoltOptions {
  readonly slack: SlackClient;
  readonly token: Secret;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  readonly clock: Clock;
  readonly handle: (request: Request) => Promise<void>;
  /** The view with a secret's value, or the refusal. It is opened and nowhere kept. */
  readonly reveal: (click: { id: string; origin: Origin; name: string }) => Promise<View>;
}

/** How long a secret's value stands in its modal. */
const revealedMs = 60_000;

export interface Bolt {
  /** Works on what the inbox holds. */
  process(received: Received): Promise<void>;
  /** Hides what is still shown. */
  close(): Promise<void>;
  /** Works on what must be answered at once; resolves with the acknowledgement. */
  inline(body: Record<string, unknown>): Promise<unknown>;
}

/**
 * Bolt reads Slack's payloads and finds the listener. It is fed from the inbox in place of the network, so
 * what it handles has been verified and acknowledged before.
 */
export function createBolt(options: BoltOptions): Bolt {
  const { slack, token, handle } = options;
  const app = new App({
    receiver: inboxReceiver,
    // Known once, not asked for at every delivery.
    authorize: async () => {
      const { user, bot } = await slack.identity();
      return { botToken: token.reveal(), botId: bot, botUserId: user };
    },
    logger: slackLogger(options.log),
    clientOptions: slackClientOptions(options),
    convoStore: false,
  });

  /** The modals that show a value, with what calls their end off. */
  const shown = new Map<string, () => void>();

  async function request(context: StringIndexed, text: string, origin: SlackOrigin): Promise<void> {
    const { team } = await slack.identity();
    if (origin.team !== team) return;
    const { id, receivedAt } = context.received as Received;
    await handle({ id: `slack:${id}`, text, at: receivedAt, origin: { kind: 'slack', ...origin } });
  }

  app.command('/deploy', async ({ command, context }) => {
    await request(context, command.text, {
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      responseUrl: command.response_url,
    });
  });

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${commandAction}`),
    async ({ action, body, context }) => {
      if (action.value) await request(context, action.value, originOf(body));
    },
  );

  app.event('app_mention', async ({ event, body, context }) => {
    if (!event.user) return;
    await request(context, event.text.replace(/<@[^>]*>/, '').trim(), {
      team: body.team_id,
      channel: event.channel,
      user: event.user,
      ...(event.thread_ts && { thread: event.thread_ts }),
    });
  });

  app.action<BlockAction<ButtonAction>>(new RegExp(`^${revealAction}`), async ({ action, body, ack }) => {
    await ack();
    const origin = originOf(body);
    const { team } = await slack.identity();
    if (!action.value || origin.team !== team) return;
    const click = { id: `slack:${body.trigger_id}`, origin: { kind: 'slack' as const, ...origin } };
    const view = await options.reveal({ ...click, name: action.value });
    const id = await slack.openModal({ triggerId: body.trigger_id, title: 'Secret', view });
    shown.set(
      id,
      options.clock.after(revealedMs, () => void hide(id)),
    );
  });

  /** A value that stays open is read by whoever comes by. */
  async function hide(id: string): Promise<void> {
    shown.get(id)?.();
    shown.delete(id);
    const view = sentence('The value was shown for a minute. Press Reveal again if you still need it.');
    try {
      await slack.updateModal({ id, title: 'Secret', view });
    } catch (error) {
      options.log.error({ error: messageOf(error) }, 'A secret could not be hidden again');
    }
  }

  return {
    async process(received) {
      const body = received.payload as StringIndexed;
      await app.processEvent({ body, ack: async () => {}, customProperties: { received } });
    },
    async close() {
      await Promise.all([...shown.keys()].map(hide));
    },
    inline(body) {
      return new Promise((resolve, reject) => {
        const ack = async (answer?: unknown) => resolve(answer);
        const processed = app.processEvent({ body, ack });
        processed.then(
          () => resolve(undefined),
          (error) => {
            // Once it is acknowledged there is nobody left to tell but the operator.
            options.log.error({ error: messageOf(error) }, 'Slack could not be answered at once');
            reject(error);
          },
        );
      });
    },
  };
}

type SlackOrigin = Omit<Extract<Origin, { kind: 'slack' }>, 'kind'>;

function originOf({ team, user, channel, message, container, response_url }: BlockAction): SlackOrigin {
  const thread = message?.thread_ts ?? container?.thread_ts ?? message?.ts;
  return {
    team: team?.id ?? user.team_id ?? '',
    channel: channel?.id ?? '',
    user: user.id,
    ...(thread && { thread }),
    ...(response_url && { responseUrl: response_url }),
  };
}

const inboxReceiver: Receiver = {
  init() {},
  start: async () => {},
  stop: async () => {},
};
