import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIPlatformError } from '@slack/web-api';
import { type Clock, sleep, systemClock } from '../../shared/clock.ts';
import { messageOf, rootOf, UserError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { slackClientOptions } from '../slack.ts';
import { call } from '../slack-errors.ts';
import { slackLogger } from '../slack-log.ts';
import type { SlackGate } from './slack-gate.ts';

interface SocketEvent {
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly body: unknown;
}

export interface SlackSocket {
  /** Resolves after the first try; from then on it is kept connected. A `UserError` if Slack does not take the token. */
  start(): Promise<void>;
  /** Throws what keeps it from being connected. */
  check(): void;
  close(): Promise<void>;
}

/** Other answers pass, such as those of a Slack that has trouble. */
const refusals: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'token_revoked',
]);

const shortestPause = 1_000;
const longestPause = 30_000;

/**
 * Slack by Socket Mode: no public address is needed. Connecting again is done here: the client itself pauses longer and
 * longer while Slack is away, and in the end throws where nobody can catch it.
 */
export function createSlackSocket(options: {
  appToken: Secret;
  apiUrl?: string | undefined;
  gate: SlackGate;
  log: Log;
  clock?: Clock;
}): SlackSocket {
  const { appToken, apiUrl, gate, log, clock = systemClock } = options;
  const client = new SocketModeClient({
    appToken: appToken.reveal(),
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    clientOptions: slackClientOptions({ apiUrl, log }),
  });
  const closing = new AbortController();
  let obstacle: unknown = new Error('Slack is not connected yet');
  let ended = Promise.resolve();
  let end = () => {};
  let staying = Promise.resolve();

  async function take({ ack, body }: SocketEvent): Promise<void> {
    // Without an acknowledgement Slack delivers it again: that is right where it could not be stored.
    try {
      const answer = await gate.accept(body);
      await ack(answer === undefined ? undefined : (answer as Record<string, unknown>));
    } catch (error) {
      log.error({ error: messageOf(error) }, 'A delivery from Slack could not be taken');
    }
  }

  async function connect(): Promise<void> {
    ended = new Promise((resolve) => {
      end = resolve;
    });
    try {
      await call(() => client.start());
      obstacle = undefined;
      if (closing.signal.aborted) await client.disconnect();
    } catch (error) {
      // The client rejects with nothing where the connection ends before Slack has greeted.
      obstacle = error ?? new Error('Slack ended the connection');
      log.warn(
        { error: messageOf(obstacle), cause: messageOf(rootOf(obstacle)) },
        'Slack is not connected by Socket Mode',
      );
    }
  }

  async function stayConnected(): Promise<void> {
    let pause = shortestPause;
    while (!closing.signal.aborted) {
      if (!obstacle) {
        const since = clock.now();
        await ended;
        // Slack ends each connection after some hours, and whoever types meanwhile is told that nobody is there.
        pause = clock.now() - since > longestPause ? 0 : shortestPause;
      }
      await sleep(clock, pause, closing.signal).catch(() => {});
      pause = Math.min(longestPause, Math.max(shortestPause, pause * 2));
      if (!closing.signal.aborted) await connect();
    }
  }

  client.on('slack_event', take);
  client.on('disconnected', () => end());
  return {
    async start() {
      await connect();
      if (isRefusal(obstacle)) {
        throw new UserError(`SLACK_APP_TOKEN does not open Socket Mode: ${messageOf(obstacle)}.`);
      }
      staying = stayConnected();
    },
    check() {
      if (obstacle) throw obstacle;
    },
    async close() {
      closing.abort();
      await client.disconnect();
      await staying;
    },
  };
}

function isRefusal(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof WebAPIPlatformError && refusals.has(cause.data.error);
}
