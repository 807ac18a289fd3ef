import { SocketModeClient } from '@slack/socket-mode';
import { messageOf } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { slackLogger } from '../slack-log.ts';
import type { SlackGate } from './slack-gate.ts';

interface SocketEvent {
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly body: unknown;
}

/** Slack by Socket Mode: no public address is needed. Resolves when connected. */
export async function startSlackSocket(options: {
  appToken: Secret;
  apiUrl?: string | undefined;
  gate: SlackGate;
  log: Log;
}): Promise<{ close(): Promise<void> }> {
  const { appToken, apiUrl, gate, log } = options;
  const client = new SocketModeClient({
    appToken: appToken.reveal(),
    logger: slackLogger(log),
    ...(apiUrl && { clientOptions: { slackApiUrl: apiUrl } }),
  });

  async function take({ ack, body }: SocketEvent): Promise<void> {
    // Without an acknowledgement Slack delivers it again: that is right where it could not be stored.
    try {
      const answer = await gate.accept(body);
      await ack(answer === undefined ? undefined : (answer as Record<string, unknown>));
    } catch (error) {
      log.error({ error: messageOf(error) }, 'A delivery from Slack could not be taken');
    }
  }

  client.on('slack_event', take);
  await client.start();
  return { close: () => client.disconnect() };
}
