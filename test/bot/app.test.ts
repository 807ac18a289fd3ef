import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { openStore } from '../../bot/store/open.ts';
import { type LocalSlack, startSlack } from '../../local/slack/server.ts';
import { systemClock } from '../../shared/clock.ts';
import { UserError } from '../../shared/errors.ts';
import { freePort } from '../harness/bot-process.ts';
import { environmentIn } from './environment.ts';
import { keepLog } from './quiet.ts';
import { testRoute } from './store/conformance/samples.ts';

const channel = 'C0DEPLOYS';
const user = 'U0MAYA';

let closers: AsyncDisposableStack;
let folder: string;
let slack: LocalSlack;
let requestUrl: string | undefined;

beforeEach(async () => {
  closers = new AsyncDisposableStack();
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-app-'));
  closers.defer(() => rm(folder, { recursive: true, force: true }));
  slack = await startSlack({
    users: [{ id: user, name: 'maya' }],
    channels: [{ id: channel, name: 'deploys' }],
    requestUrl: () => requestUrl,
  });
  closers.defer(() => slack.close());
  await writeFile(join(folder, 'drawbridge.yml'), 'pipelines: {}\n');
});
afterEach(() => closers.disposeAsync());

function environment(): Record<string, string> {
  return {
    ...environmentIn(folder),
    DRAWBRIDGE_AWS_EVENTS_KEY: 'events-key',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken.reveal(),
    SLACK_SIGNING_SECRET: slack.signingSecret.reveal(),
  };
}

async function start() {
  const log = keepLog();
  const bot = await createBot(readConfig(environment()), { log });
  requestUrl = `${bot.address}/slack/events`;
  return { ...bot, log };
}

const answers = () => slack.workspace.messages.filter(({ text }) => text !== '').map(({ text }) => text);

test('a command is acknowledged, answered to the asker alone, and in the audit trail', async () => {
  const bot = await start();
  closers.defer(() => bot.close());
  const { ms } = await slack.command({ user, channel, command: '/deploy', text: 'help' });
  expect(ms).toBeLessThan(3_000);
  await expect.poll(answers).toHaveLength(1);
  expect(slack.workspace.messages[0]?.visibleTo).toBe(user);
  await bot.close();
  const store = await openStore({
    file: environment().DRAWBRIDGE_DATA!,
    clock: systemClock,
    route: testRoute,
  });
  expect(await store.auditTrail({ limit: 5 })).toMatchObject([
    { who: `slack:${user}`, what: 'help', decision: 'allowed', place: channel },
  ]);
  await store.close();
});

test('what was acknowledged and not answered before the end is answered after the next start, once', async () => {
  const first = await start();
  await first.close();
  const store = await openStore({
    file: environment().DRAWBRIDGE_DATA!,
    clock: systemClock,
    route: testRoute,
  });
  await store.inbox.receive({
    source: 'slack',
    id: 'trigger.1',
    kind: 'slash_command',
    lane: 'l',
    payload: { command: '/deploy', text: 'help', team_id: 'T0LOCAL', channel_id: channel, user_id: user },
  });
  // Somebody had begun on it when the process died.
  await store.inbox.claim(Date.now(), 1);
  await store.close();
  for (let restart = 0; restart < 2; restart++) {
    const bot = await start();
    await expect.poll(answers).toHaveLength(1);
    await bot.close();
  }
  expect(answers()).toHaveLength(1);
});

test('it says that it is up and ready, and where it cannot work that it is not', async () => {
  const bot = await start();
  closers.defer(() => bot.close());
  const get = async (path: string) => (await fetch(bot.address + path)).status;
  expect([await get('/healthz'), await get('/readyz')]).toEqual([200, 200]);
});

test('where Slack cannot be reached it is up and not ready', async () => {
  const env = { ...environment(), SLACK_API_URL: 'http://127.0.0.1:9/api/' };
  const bot = await createBot(readConfig(env), { log: keepLog() });
  closers.defer(() => bot.close());
  expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
  const ready = await fetch(`${bot.address}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'Not ready: Slack cannot be reached.']);
});

describe('in Socket Mode', () => {
  const socketMode = () => ({ ...environment(), SLACK_APP_TOKEN: slack.appToken.reveal() });

  /** A Slack whose socket is not given before `open` is called. */
  async function slowSlack() {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const server = createServer(async (request, response) => {
      const method = request.url?.split('/').at(-1) ?? '';
      if (method === 'apps.connections.open') await opened;
      const { authorization = '' } = request.headers;
      const answer = await fetch(slack.apiUrl + method, { method: 'POST', headers: { authorization } });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    closers.defer(() => {
      server.closeAllConnections();
      server.close();
    });
    return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, open };
  }

  test('the other gates do not wait for Slack, and it is not ready before the socket is', async () => {
    const { apiUrl, open } = await slowSlack();
    const PORT = String(await freePort());
    const log = keepLog();
    const starting = createBot(readConfig({ ...socketMode(), SLACK_API_URL: apiUrl, PORT }), { log });
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${PORT}${path}`)).text();
    await expect.poll(() => get('/healthz').catch(() => '')).toBe('Up.');
    expect(await get('/readyz')).toBe('Not ready: Slack is not connected yet.');
    open();
    closers.defer((await starting).close);
    expect(log.lines.filter(({ message }) => message === 'Drawbridge is up')).toHaveLength(1);
    await slack.command({ user, channel, command: '/deploy', text: 'help' });
    await expect.poll(answers).toHaveLength(1);
  });

  test('a start while Slack is away comes up', async () => {
    const env = { ...socketMode(), SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    const bot = await createBot(readConfig(env), { log: keepLog() });
    closers.defer(bot.close);
    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(503);
  });

  test('a token that Slack does not take is told at the start', async () => {
    const env = { ...socketMode(), SLACK_APP_TOKEN: 'xapp-wrong' };
    await expect(createBot(readConfig(env), { log: keepLog() })).rejects.toThrow(
      new UserError('SLACK_APP_TOKEN does not open Socket Mode: Slack answered invalid_auth.'),
    );
  });
});

test('only what is set up has an address', async () => {
  const bot = await start();
  closers.defer(() => bot.close());
  const statuses = ['/slack/events', '/aws/events', '/github/webhooks'].map(async (path) => {
    return (await fetch(bot.address + path, { method: 'POST' })).status;
  });
  expect(await Promise.all(statuses)).toEqual([401, 401, 404]);
});

test('a broken policy is told by line at the start, and nothing is left open', async () => {
  await writeFile(join(folder, 'drawbridge.yml'), 'pipelines:\n  shop:\n    colour: red\n');
  await expect(start()).rejects.toThrow(/drawbridge\.yml:3:5: /);
  await rm(join(folder, 'drawbridge.yml'));
  await expect(start()).rejects.toThrow(UserError);
});

describe('what is wrong with the settings is said in one sentence:', () => {
  const failing = (env: Record<string, string>) =>
    expect(createBot(readConfig({ ...environment(), ...env }), { log: keepLog() })).rejects;

  test.each([
    ['there is no folder /nowhere', '/nowhere/drawbridge.sqlite'],
    ['/ is a folder', '/'],
    ['/proc/drawbridge.sqlite cannot be ', '/proc/drawbridge.sqlite'],
  ])('%s', async (reason, file) => {
    await failing({ DRAWBRIDGE_DATA: file }).toThrow(`The store (DRAWBRIDGE_DATA) cannot be used: ${reason}`);
    await failing({ DRAWBRIDGE_DATA: file }).toThrow(UserError);
  });

  test('a file that is no database, and is left as it was', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'Buy milk.\n'.repeat(500));
    await failing({ DRAWBRIDGE_DATA: file }).toThrow(
      new UserError(`The store (DRAWBRIDGE_DATA) cannot be used: ${file} is no SQLite database.`),
    );
    expect(await readFile(file, 'utf8')).toBe('Buy milk.\n'.repeat(500));
  });

  test.each([
    ['bot:hid#den@db/bot', 'it is no well-formed address'],
    ['bot:hidden@nowhere.invalid/bot', 'its host is not known'],
  ])('postgres://%s', async (address, reason) => {
    const error = await createBot(
      readConfig({ ...environment(), DATABASE_URL: `postgres://${address}` }),
    ).catch((error) => error);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(`The store (DATABASE_URL) cannot be used: ${reason}`);
    expect(inspect(error)).not.toMatch(/hid|den@/);
  });

  test('where it is to listen', async () => {
    const PORT = new URL(slack.apiUrl).port;
    await failing({ PORT }).toThrow(
      new UserError(`Port ${PORT} is in use: stop what listens there, or choose another with PORT.`),
    );
    await failing({ HOST: 'nowhere.invalid' }).toThrow('HOST nowhere.invalid is not known');
    await failing({ HOST: '192.0.2.1' }).toThrow(
      new UserError('HOST 192.0.2.1 is no address of this machine.'),
    );
  });
});

test('no secret of the bot is in what it logs', async () => {
  const bot = await start();
  const body = 'payload=%7B%7D';
  const signature = createHmac('sha256', 'guess').update(body).digest('hex');
  await fetch(`${bot.address}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'x-slack-signature': `v0=${signature}`, 'x-slack-request-timestamp': '1' },
  });
  await slack.command({ user, channel, command: '/deploy', text: 'list' });
  await expect.poll(answers).toHaveLength(1);
  await bot.close();
  const written = JSON.stringify(bot.log.lines);
  for (const secret of [slack.botToken, slack.signingSecret]) expect(written).not.toContain(secret.reveal());
  expect(written).not.toContain('events-key');
});
