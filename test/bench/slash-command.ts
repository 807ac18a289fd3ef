import { createHmac } from 'node:crypto';

let made = 0;

/** A slash command as Slack sends it, with its signature, as the bytes of an HTTP request; no two are the same. */
export function slashCommand(
  secret: string,
  { text = 'help', responseUrl }: { text?: string; responseUrl?: string } = {},
): Buffer {
  made++;
  const body = new URLSearchParams({
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'acme',
    channel_id: `C${made % 50}`,
    channel_name: 'deploys',
    user_id: responseUrl ? 'U0MAYA' : `U${made % 1000}`,
    user_name: 'maya',
    command: '/deploy',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    ...(responseUrl && { response_url: responseUrl }),
    trigger_id: `${process.pid}.${Date.now()}.${made}`,
  }).toString();
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return Buffer.from(
    `POST /slack/events HTTP/1.1\r\nhost: bench\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
      `x-slack-request-timestamp: ${time}\r\nx-slack-signature: v0=${signature}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
