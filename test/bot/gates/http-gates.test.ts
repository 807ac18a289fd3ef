import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { awsRoute } from '../../../bot/gates/aws-http.ts';
import { githubRoute } from '../../../bot/gates/github.ts';
import { createSlackGate } from '../../../bot/gates/slack-gate.ts';
import { slackRoute } from '../../../bot/gates/slack-http.ts';
import { type HttpServer, startHttp } from '../../../bot/http.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Received, Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';

const signingSecret = new Secret('slack-signing-secret');
const webhookSecret = new Secret('github-webhook-secret');
const key = new Secret('aws-events-key');

let clock: ManualClock;
let store: Store;
let server: HttpServer;
let log: ReturnType<typeof keepLog>;
let inline: Record<string, unknown>[];

beforeEach(async () => {
  clock = new ManualClock();
  log = keepLog();
  inline = [];
  store = await openStore({ file: ':memory:', clock, route: testRoute });
  const gate = createSlackGate({
    store,
    inline: async (body) => {
      inline.push(body);
      return { response_action: 'clear' };
    },
  });
  const routes = [
    slackRoute({ signingSecret, clock, gate }),
    githubRoute({ secret: webhookSecret, store }),
    awsRoute({ key, store }),
  ];
  server = await startHttp({ host: '127.0.0.1', port: 0, routes, log });
});
afterEach(async () => {
  await server.close();
  await store.close();
});

const arrived = (): Promise<Received[]> => store.inbox.claim(clock.now(), 10);

async function post(path: string, body: string, headers: Record<string, string>) {
  const response = await fetch(`${server.url}${path}`, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}

describe('Slack by HTTP', () => {
  const form = new URLSearchParams({
    token: 'legacy-token',
    command: '/deploy',
    text: 'approve shop',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: 'trigger.1',
    response_url: 'https://hooks.slack.example/1',
  }).toString();

  function sign(body: string, { at = clock.now(), secret = signingSecret } = {}) {
    const timestamp = String(Math.floor(at / 1000));
    const mac = createHmac('sha256', secret.reveal()).update(`v0:${timestamp}:${body}`).digest('hex');
    return {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    };
  }
  const send = (body: string, headers: Record<string, string> = sign(body)) =>
    post('/slack/events', body, headers);

  test('a signed command is in the inbox when it is acknowledged, without the legacy token', async () => {
    expect(await send(form)).toEqual({ status: 200, text: '' });
    const [command] = await arrived();
    expect(command).toMatchObject({
      source: 'slack',
      id: 'trigger.1',
      kind: 'slash_command',
      lane: 'slack:C1:U1',
      payload: { command: '/deploy', text: 'approve shop' },
    });
    expect(JSON.stringify(command)).not.toContain('legacy-token');
  });

  test('the same request again is acknowledged and counts once', async () => {
    const headers = sign(form);
    expect((await send(form, headers)).status).toBe(200);
    await clock.advance(60_000);
    expect((await send(form, headers)).status).toBe(200);
    expect(await arrived()).toHaveLength(1);
  });

  test.each([
    ['signed with another secret', () => sign(form, { secret: new Secret('guess') })],
    ['of another body', () => sign(`${form}&x=1`)],
    ['six minutes old', () => sign(form, { at: clock.now() - 360_000 })],
    ['six minutes from the future', () => sign(form, { at: clock.now() + 360_000 })],
    ['without headers', () => ({})],
    ['with a signature too short', () => ({ ...sign(form), 'x-slack-signature': 'v0=' })],
    [
      'of another version',
      () => ({ ...sign(form), 'x-slack-signature': sign(form)['x-slack-signature'].replace('v0', 'v1') }),
    ],
    [
      'with a changed time',
      () => ({ ...sign(form), 'x-slack-request-timestamp': String(clock.now() / 1000 + 1) }),
    ],
  ])('a request %s is turned away in one line and leaves nothing', async (_, headers) => {
    const { status, text } = await send(form, headers());
    expect(status).toBe(401);
    expect(text).toMatch(/^The (signature|request) .*\.$/);
    expect(await arrived()).toEqual([]);
  });

  test('a time that is no time is turned away though it is signed', async () => {
    const mac = createHmac('sha256', signingSecret.reveal()).update(`v0:NaN:${form}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': 'NaN', 'x-slack-signature': `v0=${mac}` };
    expect((await send(form, headers)).status).toBe(401);
  });

  test('the address is confirmed with the challenge', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c4l1' });
    const headers = { ...sign(body), 'content-type': 'application/json' };
    expect(await send(body, headers)).toEqual({ status: 200, text: '{"challenge":"c4l1"}' });
    expect(await arrived()).toEqual([]);
  });

  test('a pressed button is stored by its trigger, an event by its id', async () => {
    const press = {
      type: 'block_actions',
      trigger_id: 'trigger.2',
      user: { id: 'U2' },
      channel: { id: 'C1' },
      actions: [{ action_id: 'deploy-0', value: 'approve shop' }],
    };
    await send(new URLSearchParams({ payload: JSON.stringify(press) }).toString());
    const event = JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev1',
      event: { type: 'app_mention', user: 'U3', channel: 'C1', text: '<@U0> status' },
    });
    await send(event, { ...sign(event), 'content-type': 'application/json' });
    expect(await arrived()).toMatchObject([
      { id: 'trigger.2', kind: 'block_actions', lane: 'slack:C1:U2' },
      { id: 'Ev1', kind: 'app_mention', lane: 'slack:C1:U3' },
    ]);
  });

  test('what must be answered at once is answered at once, and a secret’s name is not stored', async () => {
    const options = { type: 'block_suggestion', trigger_id: 't', user: { id: 'U1' }, view: {} };
    expect(await send(new URLSearchParams({ payload: JSON.stringify(options) }).toString())).toEqual({
      status: 200,
      text: '{"response_action":"clear"}',
    });
    const click = {
      type: 'block_actions',
      trigger_id: 't2',
      user: { id: 'U1' },
      actions: [{ action_id: 'reveal-secret-0', value: '/shop/prod/DB_URL' }],
    };
    const clicked = new URLSearchParams({ payload: JSON.stringify(click) }).toString();
    await send(clicked);
    // Played again it shows nobody anything.
    expect(await send(clicked)).toEqual({ status: 200, text: '' });
    expect(inline.map(({ type }) => type)).toEqual(['block_suggestion', 'block_actions']);
    expect(await arrived()).toEqual([]);
  });

  test('a modal that is submitted is kept before it is acknowledged, with nothing to say', async () => {
    const submission = { type: 'view_submission', trigger_id: 't', user: { id: 'U1' }, view: { id: 'V1' } };
    const payload = new URLSearchParams({ payload: JSON.stringify(submission) }).toString();
    expect(await send(payload)).toEqual({ status: 200, text: '' });
    expect(await arrived()).toMatchObject([{ id: 't', kind: 'view_submission' }]);
    expect(inline).toEqual([]);
  });

  test('of what people write to each other only replies are kept, and nothing that a bot wrote', async () => {
    const write = async (id: string, event: object) => {
      const message = { type: 'message', user: 'U1', channel: 'C1', text: 'stop', ...event };
      const body = JSON.stringify({ type: 'event_callback', event_id: id, event: message });
      await send(body, { ...sign(body), 'content-type': 'application/json' });
    };
    await write('Ev1', {});
    await write('Ev2', { thread_ts: '1.0', bot_id: 'B1' });
    await write('Ev3', { thread_ts: '1.0', subtype: 'message_changed' });
    await write('Ev4', { thread_ts: '1.0' });
    expect(await arrived()).toMatchObject([{ id: 'Ev4', kind: 'message' }]);
  });

  test.each(['', 'payload=%7Bnot-json', 'payload=[]', 'payload=null'])(
    'a signed body %j that is nothing of Slack’s does no harm',
    async (body) => {
      expect((await send(body)).status).toBeLessThan(500);
      expect(inline).toEqual([]);
    },
  );

  test('a signed payload of the wrong shape is refused in one line', async () => {
    const { status, text } = await send(new URLSearchParams({ payload: '{"actions":"x"}' }).toString());
    expect({ status, text }).toEqual({ status: 400, text: 'This is not a payload as Slack sends them.' });
  });
});

describe('GitHub', () => {
  const body = JSON.stringify({
    action: 'created',
    repository: { full_name: 'acme/shop' },
    issue: { number: 7 },
    comment: { id: 1, body: '/deploy status' },
  });
  const sign = (text: string, secret = webhookSecret) => ({
    'x-github-event': 'issue_comment',
    'x-github-delivery': 'd-1',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret.reveal()).update(text).digest('hex')}`,
  });
  const send = (text: string, headers: Record<string, string> = sign(text)) =>
    post('/github/webhooks', text, headers);

  test('a signed comment is in the inbox when it is acknowledged', async () => {
    expect((await send(body)).status).toBe(202);
    expect(await arrived()).toMatchObject([
      { source: 'github', kind: 'issue_comment', lane: 'github:acme/shop#7', payload: { delivery: 'd-1' } },
    ]);
  });

  test('a replay counts once, under its own delivery id and under another', async () => {
    await send(body);
    await send(body);
    await send(body, { ...sign(body), 'x-github-delivery': 'd-2' });
    expect(await arrived()).toHaveLength(1);
    expect(await arrived()).toEqual([]);
  });

  test.each([
    ['signed with another secret', () => sign(body, new Secret('guess'))],
    ['of another body', () => sign(`${body} `)],
    ['without a signature', () => ({ 'x-github-event': 'issue_comment' })],
    ['with SHA-1 only', () => ({ 'x-hub-signature': sign(body)['x-hub-signature-256'] })],
  ])('a webhook %s is turned away and leaves nothing', async (_, headers) => {
    expect(await send(body, headers())).toEqual({
      status: 401,
      text: 'The signature is not one of GitHub for us.',
    });
    expect(await arrived()).toEqual([]);
  });

  test('what nobody listens for is acknowledged and forgotten', async () => {
    expect((await send(body, { ...sign(body), 'x-github-event': 'push' })).status).toBe(202);
    expect(await arrived()).toEqual([]);
  });

  test('a signed body that is no webhook is refused', async () => {
    expect((await send('[]')).status).toBe(400);
    expect((await send('{')).status).toBe(400);
  });
});

describe('AWS events by HTTP', () => {
  const event = {
    id: 'e-1',
    source: 'aws.codepipeline',
    'detail-type': 'CodePipeline Pipeline Execution State Change',
    detail: { pipeline: 'shop', 'execution-id': 'r-1', state: 'STARTED' },
  };
  const send = (body: unknown, headers: Record<string, string> = { 'x-api-key': key.reveal() }) =>
    post('/aws/events', typeof body === 'string' ? body : JSON.stringify(body), headers);

  test('an event with the key is stored once, in the lane of its run', async () => {
    expect((await send(event)).status).toBe(200);
    expect((await send(event)).status).toBe(200);
    const found = await arrived();
    expect(found).toMatchObject([{ source: 'aws', id: 'e-1', lane: 'aws:shop/r-1', payload: event }]);
  });

  test('what nobody knows in an event is kept as it came', async () => {
    const strange = {
      ...event,
      account: 7,
      more: [1],
      detail: { ...event.detail, state: 'DREAMING', deep: { x: null } },
    };
    await send(strange);
    expect((await arrived())[0]?.payload).toEqual(strange);
  });

  test('an envelope of a notification rule has no id and counts once all the same', async () => {
    const { id: _, ...rest } = event;
    const notification = { ...rest, 'detail-type': undefined, detailType: event['detail-type'] };
    await send(notification);
    await send(notification);
    expect(await arrived()).toMatchObject([{ kind: event['detail-type'] }]);
  });

  test.each([{}, { 'x-api-key': '' }, { 'x-api-key': 'guess' }])(
    'without the key (%j) it is turned away',
    async (headers) => {
      expect(await send(event, headers as Record<string, string>)).toEqual({
        status: 401,
        text: 'The x-api-key is not the one that was agreed.',
      });
      expect(await arrived()).toEqual([]);
    },
  );

  test.each(['', '[]', '{"id":1}', '{"source":"x"}'])(
    'a body %j that is no event is refused',
    async (body) => {
      expect((await send(body)).status).toBe(400);
    },
  );
});

describe('the server', () => {
  test('knows its addresses and their methods', async () => {
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${server.url}/slack/events`)).status).toBe(405);
    expect((await fetch(`${server.url}/slack/events?x=1`, { method: 'POST' })).status).toBe(401);
  });

  test('takes no more than 1 MB, announced or not', async () => {
    const large = 'x'.repeat(1024 * 1024 + 1);
    expect((await post('/aws/events', large, {})).status).toBe(413);
    const stream = new Blob([large]).stream();
    const chunked = await fetch(`${server.url}/aws/events`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit).catch(() => ({ status: 413 }));
    expect(chunked.status).toBe(413);
    expect((await post('/aws/events', 'x'.repeat(1024 * 1024), {})).status).toBe(401);
  });

  test('lives through what is not HTTP, and through a client that goes away', async () => {
    const { port } = new URL(server.url);
    for (const bytes of [
      '\u0000\u0001garbage\r\n\r\n',
      'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc',
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
      socket.destroy();
    }
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  });

  test('does not acknowledge what it could not store', async () => {
    await store.close();
    const body = '{"id":"e","source":"aws.x","detail":{}}';
    const { status, text } = await post('/aws/events', body, { 'x-api-key': key.reveal() });
    expect({ status, text }).toEqual({ status: 500, text: 'Something went wrong here. Please try again.' });
    expect(log.lines).toMatchObject([{ level: 'error', message: 'A request failed' }]);
    store = await openStore({ file: ':memory:', clock, route: testRoute });
  });
});
