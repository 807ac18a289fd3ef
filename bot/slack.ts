import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../shared/log.ts';
import type { Secret } from '../shared/secrets/secret.ts';
import { DeliveryError, waitAskedBy } from './outbox/retry.ts';
import type { SlackPort } from './ports.ts';
import { toMessage } from './render/block-kit.ts';
import { toHome, toModal } from './render/views.ts';
import { call, unless } from './slack-errors.ts';
import { slackLogger } from './slack-log.ts';

/** Who we are in the workspace that the token belongs to. */
interface SlackIdentity {
  readonly team: string;
  readonly user: string;
  readonly bot: string;
}

export interface SlackClient extends SlackPort {
  /** Asked for once and then known. */
  identity(): Promise<SlackIdentity>;
  /** Rejects where Slack does not answer now, or does not take our token. */
  check(): Promise<void>;
}

export interface SlackSettings {
  readonly token: Secret;
  /** With a slash at the end; Slack itself without it. */
  readonly apiUrl?: string | undefined;
  readonly log: Log;
}

/** The Web API never sleeps or retries here: the deliverer does, and knows what waits behind. */
export function slackClientOptions({ apiUrl, log }: Omit<SlackSettings, 'token'>): WebClientOptions {
  return {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: slackLogger(log),
  };
}

export function createSlack({ token, ...settings }: SlackSettings): SlackClient {
  const client = new WebClient(token.reveal(), slackClientOptions(settings));
  let identity: Promise<SlackIdentity> | undefined;

  async function authTest(): Promise<SlackIdentity> {
    const { team_id = '', user_id = '', bot_id = '' } = await call(() => client.auth.test());
    return { team: team_id, user: user_id, bot: bot_id };
  }

  function whoAmI(): Promise<SlackIdentity> {
    identity ??= authTest().catch((error) => {
      identity = undefined;
      throw error;
    });
    return identity;
  }

  return {
    identity: whoAmI,

    async check() {
      await authTest();
    },

    async post({ channel, thread, view, key }) {
      const posted = await call(() =>
        client.chat.postMessage({
          channel,
          ...(thread && { thread_ts: thread }),
          ...toMessage(view),
          metadata: { event_type: metadataType, event_payload: { key } },
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      if (!posted.ts) throw new Error('Slack took a message and gave no ts for it');
      return posted.ts;
    },

    async update({ channel, ts, view }) {
      return unless(goneErrors, 'gone', async () => {
        await call(() => client.chat.update({ channel, ts, ...toMessage(view) }));
        return 'updated' as const;
      });
    },

    async find({ channel: place, thread, key }) {
      const { user, bot } = await whoAmI();
      const channel = await conversationOf(place);
      const options = { channel, limit: 200, include_all_metadata: true };
      const { messages = [] } = thread
        ? await call(() => client.conversations.replies({ ...options, ts: thread }))
        : await call(() => client.conversations.history(options));
      const isOurs = (message: { user?: string; bot_id?: string }) =>
        message.user === user || message.bot_id === bot;
      return messages.find((message) => isOurs(message) && keyOf(message) === key)?.ts;
    },

    async whisper({ channel, user, thread, view }) {
      // In their own conversation with the App nobody else reads along.
      if (channel === user) {
        await call(() => client.chat.postMessage({ channel, ...toMessage(view), unfurl_links: false }));
        return;
      }
      await call(() =>
        client.chat.postEphemeral({
          channel,
          user,
          ...(thread && { thread_ts: thread }),
          ...toMessage(view),
        }),
      );
    },

    respond: ({ responseUrl, view, to, key }) =>
      postResponse(responseUrl, {
        response_type: to === 'everyone' ? 'in_channel' : 'ephemeral',
        replace_original: false,
        // A response takes no metadata, but its blocks come back as they were sent.
        ...toMessage(view, key),
      }),

    openModal: ({ triggerId, title, view, form }) =>
      unless(staleTriggers, undefined, async () => {
        const opened = await call(() =>
          client.views.open({ trigger_id: triggerId, view: toModal(title, view, form) }),
        );
        return opened.view?.id;
      }),

    updateModal: ({ id, title, view, form }) =>
      unless(['not_found', 'view_not_found'], 'gone', async () => {
        await call(() => client.views.update({ view_id: id, view: toModal(title, view, form) }));
        return 'updated' as const;
      }),

    async publishHome({ user, view }) {
      await call(() => client.views.publish({ user_id: user, view: toHome(view) }));
    },

    groupMembers: (group) =>
      unless(['no_such_subteam'], [], async () => {
        const { users = [] } = await call(() => client.usergroups.users.list({ usergroup: group }));
        return users;
      }),

    emailOf: (user) =>
      unless(unknownUser, undefined, async () => {
        const { user: found } = await call(() => client.users.info({ user }));
        return found && isConfirmed(found) ? found.profile?.email : undefined;
      }),

    userOf: (email) =>
      unless(unknownUser, undefined, async () => {
        const { user: found } = await call(() => client.users.lookupByEmail({ email }));
        return found && isConfirmed(found) ? found.id : undefined;
      }),
  };

  /** The id under which the messages to one person are listed. */
  async function conversationOf(place: string): Promise<string> {
    if (!/^[UW]/.test(place)) return place;
    const { channel } = await call(() => client.conversations.open({ users: place }));
    return channel?.id ?? place;
  }
}

/** Where Slack is not set up: whatever is meant for it is refused for good. */
export const noSlack: SlackPort = (() => {
  const refuse = async () => {
    throw new DeliveryError('Slack is not set up', { reason: 'refused' });
  };
  return {
    post: refuse,
    update: refuse,
    find: refuse,
    whisper: refuse,
    respond: refuse,
    openModal: refuse,
    updateModal: refuse,
    publishHome: refuse,
    groupMembers: async () => [],
    emailOf: async () => undefined,
    userOf: async () => undefined,
  };
})();

// Without the scopes `users:read` and `users:read.email` nobody is known by an address, and all else goes on.
const unknownUser = ['user_not_found', 'users_not_found', 'user_not_visible', 'missing_scope'];

/** A bot, somebody who has left and somebody of another workspace are nobody whose address says anything here. */
function isConfirmed(user: {
  is_bot?: boolean;
  deleted?: boolean;
  is_stranger?: boolean;
  is_email_confirmed?: boolean;
}): boolean {
  return !user.is_bot && !user.deleted && !user.is_stranger && user.is_email_confirmed !== false;
}

const metadataType = 'drawbridge';
/** https://docs.slack.dev/reference/methods/views.open#errors */
const staleTriggers = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired'];
const goneErrors = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

function keyOf(message: {
  metadata?: { event_type?: string; event_payload?: unknown };
  blocks?: { block_id?: string }[];
}): unknown {
  const { metadata, blocks } = message;
  if (metadata?.event_type !== metadataType) return blocks?.[0]?.block_id;
  return (metadata.event_payload as { key?: unknown } | undefined)?.key;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
async function postResponse(url: string, message: object): Promise<'sent' | 'expired'> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(10_000),
  }).catch((cause) => {
    throw new DeliveryError('Slack cannot be reached', { reason: 'unreachable', cause });
  });
  const text = await response.text();
  const isRefused = /"ok"\s*:\s*false/.test(text);
  if (response.ok && !isRefused) return 'sent';
  if (/expired_url|used_url/.test(text) || response.status === 404 || response.status === 410) {
    return 'expired';
  }
  const said = `Slack answered ${response.status} to a response: ${text.slice(0, 200)}`;
  if (response.status === 429) {
    const retryAfter = waitAskedBy(response.headers.get('retry-after'), Date.now());
    throw new DeliveryError(said, { reason: 'limited', retryAfter });
  }
  throw new DeliveryError(said, { reason: response.status >= 500 ? 'unreachable' : 'refused' });
}
