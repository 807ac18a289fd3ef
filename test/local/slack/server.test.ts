import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../../local/clock.ts';
import { type LocalSlack, startSlack } from '../../../local/slack/server.ts';

const channel = 'C0DEPLOYS';
let slack: LocalSlack;
let web: WebClient;
let requestUrl: string | undefined;
const clock = new ManualClock();

beforeEach(async () => {
  requestUrl = undefined;
  slack = await startSlack({
    clock,
    users: [
      { id: 'U0MAYA', name: 'maya' },
      { id: 'U0LEE', name: 'lee' },
    ],
    channels: [{ id: channel, name: 'deploys' }],
    groups: { S0OPS: ['U0MAYA'] },
    requestUrl: () => requestUrl,
  });
  web = new WebClient(slack.botToken.reveal(), {
    slackApiUrl: slack.apiUrl,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
  });
});

afterEach(() => slack.close());

describe('the Web API, by the official client', () => {
  test('a posted message is edited in place', async () => {
    const posted = await web.chat.postMessage({ channel, text: 'started' });
    await web.chat.update({ channel, ts: posted.ts!, text: 'succeeded' });
    const messages = slack.workspace.seenBy('U0LEE', channel);
    expect(messages.map(({ text, edits }) => ({ text, edits }))).toEqual([{ text: 'succeeded', edits: 1 }]);
  });

  test('an ephemeral message is seen by one person only', async () => {
    await web.chat.postEphemeral({ channel, user: 'U0MAYA', text: 'for you' });
    expect(slack.workspace.seenBy('U0MAYA', channel)).toHaveLength(1);
    expect(slack.workspace.seenBy('U0LEE', channel)).toHaveLength(0);
    const { messages } = await web.conversations.history({ channel });
    expect(messages).toEqual([]);
  });

  test.each([
    [
      'an unknown channel',
      () => web.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }),
      'channel_not_found',
    ],
    ['an unknown message', () => web.chat.update({ channel, ts: '1.1', text: 'x' }), 'message_not_found'],
    ['no text', () => web.chat.postMessage({ channel } as never), 'no_text'],
    ['an unknown method', () => web.apiCall('chat.teleport'), 'unknown_method'],
    ['a foreign token', () => web.apiCall('auth.test', { token: 'xoxb-forged' }), 'invalid_auth'],
  ])('%s is an error of Slack’s own', async (_, call, error) => {
    await expect(call()).rejects.toThrow(error);
  });

  test('a web page is not answered', async () => {
    const call = (headers: Record<string, string>) => fetch(`${slack.apiUrl}auth.test`, { headers });
    expect((await call({ origin: 'https://example.com' })).status).toBe(403);
    expect((await call({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call({})).status).toBe(200);
  });

  test('members of a user group are listed', async () => {
    expect((await web.usergroups.users.list({ usergroup: 'S0OPS' })).users).toEqual(['U0MAYA']);
  });

  test('a modal opens for the person whose deed it was, within three seconds', async () => {
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'Value' },
      blocks: [{ type: 'divider' as const }],
    };
    await web.views.open({ trigger_id: slack.workspace.newTrigger('U0MAYA'), view });
    expect(slack.workspace.views.modals).toMatchObject([{ user: 'U0MAYA', title: 'Value' }]);
    const late = slack.workspace.newTrigger('U0MAYA');
    await clock.advance(3_001);
    await expect(web.views.open({ trigger_id: late, view })).rejects.toThrow('expired_trigger_id');
  });
});

describe('the app', () => {
  test('gets a slash command by Socket Mode and answers by the response URL', async () => {
    const client = new SocketModeClient({
      appToken: slack.appToken.reveal(),
      clientOptions: { slackApiUrl: slack.apiUrl },
      logLevel: LogLevel.ERROR,
    });
    client.on('slash_commands', async ({ ack, body }) => {
      await ack();
      await fetch(body.response_url, {
        method: 'POST',
        body: JSON.stringify({ text: `heard ${body.text}` }),
        headers: json,
      });
    });
    await client.start();
    try {
      const { ms } = await slack.command({ user: 'U0MAYA', channel, command: '/deploy', text: 'help' });
      expect(ms).toBeLessThan(3_000);
      await expect
        .poll(() => slack.workspace.seenBy('U0MAYA', channel).map((m) => m.text))
        .toEqual(['heard help']);
      expect(slack.workspace.seenBy('U0LEE', channel)).toEqual([]);
    } finally {
      await client.disconnect();
    }
  });

  test('gets a signed request where it has a request URL', async () => {
    const { server, received } = await receiver();
    requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    try {
      await slack.command({ user: 'U0LEE', channel, command: '/deploy', text: 'status' });
      const { headers, body } = received[0]!;
      const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const hmac = createHmac('sha256', slack.signingSecret.reveal()).update(base).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${hmac}`);
      expect(new URLSearchParams(body).get('text')).toBe('status');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('gets a press of the button that a person sees, and nothing for one that is not there', async () => {
    const { server, received } = await receiver();
    requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const button = {
        type: 'button',
        action_id: 'deploy',
        value: 'approve shop',
        text: { type: 'plain_text', text: 'Approve' },
      };
      await web.chat.postMessage({
        channel,
        text: 'x',
        blocks: [{ type: 'actions', elements: [button] }] as never,
      });
      await slack.press({ user: 'U0MAYA', channel, label: 'Approve' });
      const payload = JSON.parse(new URLSearchParams(received[0]!.body).get('payload') ?? '{}');
      expect(payload).toMatchObject({
        type: 'block_actions',
        user: { id: 'U0MAYA' },
        actions: [{ value: 'approve shop' }],
      });
      expect(() => slack.press({ user: 'U0MAYA', channel, label: 'Launch' })).toThrow(
        'sees no button “Launch”',
      );
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('that is not there is an error', async () => {
    await expect(slack.command({ user: 'U0MAYA', channel, command: '/deploy', text: '' })).rejects.toThrow(
      'No app',
    );
  });
});

const json = { 'content-type': 'application/json' };

async function receiver() {
  const received: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, received };
}
