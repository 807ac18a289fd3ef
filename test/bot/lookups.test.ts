import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGitHub } from '../../bot/github.ts';
import { createProbot } from '../../bot/probot.ts';
import { createSlack, type SlackClient } from '../../bot/slack.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { keepLog } from './quiet.ts';
import { type Scripted, startScripted } from './scripted-server.ts';

const email = 'ada@example.com';
let server: Scripted;

beforeEach(async () => {
  server = await startScripted();
});
afterEach(() => server.close());

describe('Slack', () => {
  let slack: SlackClient;
  beforeEach(() => {
    slack = createSlack({ token: new Secret('xoxb-t'), apiUrl: `${server.url}/api/`, log: keepLog() });
  });

  const user = { id: 'U0ADA', profile: { email }, is_email_confirmed: true };

  test('tells a confirmed address, and whose it is', async () => {
    server.answers = [{ body: { ok: true, user } }];
    expect(await slack.emailOf('U0ADA')).toBe(email);
    expect(await slack.userOf(email)).toBe('U0ADA');
    expect(server.requests.map((request) => request.split(' ', 2)[1])).toEqual([
      '/api/users.info',
      '/api/users.lookupByEmail',
    ]);
  });

  test.each([{ is_email_confirmed: false }, { deleted: true }, { is_bot: true }, { is_stranger: true }])(
    'an address says nothing of somebody with %j',
    async (more) => {
      server.answers = [{ body: { ok: true, user: { ...user, ...more } } }];
      expect(await slack.emailOf('U0ADA')).toBeUndefined();
      expect(await slack.userOf(email)).toBeUndefined();
    },
  );

  test.each(['missing_scope', 'users_not_found', 'user_not_found'])('%s is nobody', async (error) => {
    server.answers = [{ body: { ok: false, error } }];
    expect(await slack.emailOf('U0ADA')).toBeUndefined();
    expect(await slack.userOf(email)).toBeUndefined();
  });

  test('what was said to one person is looked for in the conversation with them', async () => {
    const message = {
      ts: '1.0',
      user: 'U0BOT',
      metadata: { event_type: 'drawbridge', event_payload: { key: 'k' } },
    };
    server.answers = [
      { body: { ok: true, team_id: 'T1', user_id: 'U0BOT', bot_id: 'B1' } },
      { body: { ok: true, channel: { id: 'D0ADA' } } },
      { body: { ok: true, messages: [message] } },
    ];
    expect(await slack.find({ channel: 'U0ADA', key: 'k' })).toBe('1.0');
    expect(server.requests[1]).toContain('/api/conversations.open users=U0ADA');
    expect(server.requests[2]).toContain('channel=D0ADA');
  });
});

describe('GitHub', () => {
  const repository = 'acme/shop';
  const token = {
    status: 201,
    body: { token: 'ghs_t', expires_at: '2099-01-01T00:00:00Z', permissions: {} },
  };
  const github = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const settings = {
      appId: 1,
      privateKey: new Secret(pem),
      webhookSecret: new Secret('w'),
      apiUrl: server.url,
    };
    const port = createGitHub(createProbot(settings));
    port.note('acme', 1);
    return port;
  };

  test('tells the address that somebody shows', async () => {
    server.answers = [token, { body: { login: 'ada', email } }];
    expect(await github().emailOf({ repository, user: 'ada' })).toBe(email);
    expect(server.requests[1]).toContain('GET /users/ada');
  });

  test.each([{ body: { login: 'ada', email: null } }, { status: 404, body: { message: 'Not Found' } }])(
    'no address: %j',
    async (answer) => {
      server.answers = [token, answer];
      expect(await github().emailOf({ repository, user: 'ada' })).toBeUndefined();
    },
  );

  test('tells what a file says on the default branch', async () => {
    server.answers = [token, { body: 'pipelines: {}', headers: { 'content-type': 'text/plain' } }];
    expect(await github().file({ repository, path: '.github/drawbridge.yml' })).toBe('pipelines: {}');
    expect(decodeURIComponent(server.requests[1] ?? '')).toContain(
      'GET /repos/acme/shop/contents/.github/drawbridge.yml ',
    );
    server.answers = [token, { status: 404, body: { message: 'Not Found' } }];
    expect(await github().file({ repository, path: 'none' })).toBeUndefined();
    server.answers = [token, { body: [{ type: 'file', path: 'folder/a' }] }];
    await expect(github().file({ repository, path: 'folder' })).rejects.toThrow('folder is no file');
  });

  test('tells who shows an address, and not who merely has its words', async () => {
    const found = { body: { total_count: 2, items: [{ login: 'adam' }, { login: 'ada' }] } };
    server.answers = [
      token,
      found,
      { body: { login: 'adam', email: 'adam@example.com' } },
      { body: { login: 'ada', email: 'Ada@Example.com' } },
    ];
    expect(await github().loginOf({ repository, email: 'ada@example.com" type:org "' })).toBeUndefined();
    expect(decodeURIComponent(server.requests[1] ?? '')).toContain('q="ada@example.com type:org " in:email');
  });

  test.each([
    [['ada'], 'ada'],
    [['ada', 'ada2'], undefined],
    [[], undefined],
  ])('%j show it: %s', async (logins, expected) => {
    const items = logins.map((login) => ({ login }));
    server.answers = [
      token,
      { body: { total_count: items.length, items } },
      ...logins.map((login) => ({ body: { login, email: 'Ada@Example.com' } })),
    ];
    expect(await github().loginOf({ repository, email })).toBe(expected);
  });
});
