import {
  App,
  AuthorizationError,
  type BlockAction,
  type ButtonAction,
  type Receiver,
  type StringIndexed,
  UnknownError,
  type ViewSubmitAction,
} from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { sentence, type View } from '../../shared/render/view.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { type Confirming, confirmCallback } from '../confirming.ts';
import { commandAction, refreshAction, revealAction } from '../render/block-kit.ts';
import { inputId } from '../render/views.ts';
import type { Origin, Request } from '../request.ts';
import { type SlackClient, slackClientOptions } from '../slack.ts';
import { slackLogger } from '../slack-log.ts';
import type { Received, Store } from '../store/store.ts';
import { createSecretWindows } from './secret-windows.ts';
import { teamsOf } from './slack-teams.ts';

export interface BoltOptions {
  readonly slack: SlackClient;
  readonly store: Store;
  readonly token: Secret;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  readonly clock: Clock;
  readonly confirming: Confirming;
  /** Whether a reply in a thread, which nobody is mentioned in, is meant for us. */
  readonly isMeant: (request: Request) => Promise<boolean>;
  /** Brings somebody's Home tab up to date. */
  readonly showHome: (viewer: { team: string; user: string }) => Promise<void>;
  /** The view with a secret's value, or the refusal. It is opened and nowhere kept. */
  readonly reveal: (click: { id: string; origin: Origin; name: string }) => Promise<View>;
}

export interface Bolt {
  /** Works on what the inbox holds. */
  process(received: Received): Promise<void>;
  /** Hides in time what a process that was killed has left open. */
  resume(): Promise<void>;
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
  const { slack, token, confirming } = options;
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

  const windows = createSecretWindows(options);

  /** Nobody of another workspace is heard. */
  async function isOurs(team: string | undefined): Promise<boolean> {
    return team === (await slack.identity()).team;
  }

  app.use(async ({ body, next }) => {
    const { team } = await slack.identity();
    if (teamsOf(body).every((each) => each === team)) await next();
  });

  function requestOf(context: StringIndexed, text: string, origin: SlackOrigin): Request {
    const { id, receivedAt } = context.received as Received;
    return { id: `slack:${id}`, text, at: receivedAt, origin: { kind: 'slack', ...origin } };
  }

  app.command('/deploy', async ({ command, context }) => {
    if (!(await isOurs(command.team_id))) return;
    const request = requestOf(context, command.text, {
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      responseUrl: command.response_url,
    });
    await confirming.ask(request, command.trigger_id);
  });

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${commandAction}`),
    async ({ action, body, context }) => {
      const origin = originOf(body);
      if (!action.value || !(await isOurs(origin.team))) return;
      await confirming.ask(requestOf(context, action.value, origin), body.trigger_id);
    },
  );

  app.view<ViewSubmitAction>(confirmCallback, async ({ view, body, context }) => {
    const team = body.team?.id ?? body.user.team_id ?? '';
    if (!(await isOurs(team))) return;
    const words = view.state.values[inputId]?.[inputId]?.value ?? undefined;
    const { receivedAt: at } = context.received as Received;
    await confirming.confirm({
      view: view.id,
      metadata: view.private_metadata,
      words,
      team,
      user: body.user.id,
      at,
    });
  });

  app.event('app_mention', async ({ event, body, context }) => {
    if (!event.user || event.bot_id || !(await isOurs(body.team_id))) return;
    const text = event.text.replace(/<@[^>]*>/, '').trim();
    const { user, channel, thread_ts: thread } = event;
    const origin = { team: body.team_id, channel, user, ...(thread && { thread }) };
    await confirming.ask(requestOf(context, text, origin));
  });

  app.event('message', async ({ event, body, context }) => {
    const reply = replySchema.safeParse(event).data;
    if (!reply || !(await isOurs(body.team_id))) return;
    // A mention comes a second time, as such.
    const { botUserId } = context;
    if (botUserId && reply.text.includes(`<@${botUserId}`)) return;
    const { user, channel, thread_ts: thread, text } = reply;
    const request = requestOf(context, text, { team: body.team_id, channel, user, thread });
    if (await options.isMeant(request)) await confirming.ask(request);
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home' || !(await isOurs(body.team_id))) return;
    await options.showHome({ team: body.team_id, user: event.user });
  });

  app.action<BlockAction<ButtonAction>>(refreshAction, async ({ body }) => {
    const { team, user } = originOf(body);
    if (await isOurs(team)) await options.showHome({ team, user });
  });

  app.action<BlockAction<ButtonAction>>(new RegExp(`^${revealAction}`), async ({ action, body, ack }) => {
    await ack();
    const origin = originOf(body);
    if (!action.value || !(await isOurs(origin.team))) return;
    // Opened before the value is read: nothing is read that could not be shown.
    const title = 'Secret';
    const id = await slack.openModal({ triggerId: body.trigger_id, title, view: sentence('Reading it…') });
    if (id === undefined) {
      await slack.whisper({ ...origin, view: sentence('That took too long. Press Reveal again.') });
      return;
    }
    const click = { id: `slack:${body.trigger_id}`, origin: { kind: 'slack' as const, ...origin } };
    await windows.opened(id);
    const view = await options.reveal({ ...click, name: action.value });
    // The bot may have been told to end meanwhile: then nobody would hide it again.
    if (windows.isOpen(id)) await slack.updateModal({ id, title, view });
  });

  return {
    async process(received) {
      const body = received.payload as StringIndexed;
      try {
        await app.processEvent({ body, ack: async () => {}, customProperties: { received } });
      } catch (error) {
        throw originalOf(error);
      }
    },
    resume: windows.resume,
    close: windows.close,
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

/** What was thrown: whether it is tried again turns on it, and Bolt wraps it in an error of its own. */
function originalOf(error: unknown): unknown {
  return error instanceof AuthorizationError || error instanceof UnknownError ? error.original : error;
}

type SlackOrigin = Omit<Extract<Origin, { kind: 'slack' }>, 'kind'>;

function originOf({ team, user, channel, message, container, response_url }: BlockAction): SlackOrigin {
  const thread = message?.thread_ts ?? container?.thread_ts ?? message?.ts;
  return {
    team: team?.id ?? user.team_id ?? '',
    // What is pressed in the Home tab is answered in the App's own conversation with that person.
    channel: channel?.id ?? user.id,
    user: user.id,
    ...(thread && { thread }),
    ...(response_url && { responseUrl: response_url }),
  };
}

/** What people write, not bots; edits and deletions, joins and the like have a subtype. */
const replySchema = z.object({
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  channel: z.string(),
  thread_ts: z.string(),
  text: z.string(),
});

const inboxReceiver: Receiver = {
  init() {},
  start: async () => {},
  stop: async () => {},
};
