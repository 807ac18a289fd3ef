import { createHmac, randomBytes } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test, vi } from 'vitest';
import { BotProcess, freePort } from './bot-process.ts';
import { formsOf, leaksIn } from './canaries.ts';
import { isLong } from './long.ts';
import { succeedOnce } from './maltreated.ts';
import { deployAndRollBack, eventually, settle } from './scenario.ts';
import { startStepProxy } from './step-proxy.ts';
import { channel, createWorld, maya, type World } from './world.ts';

vi.setConfig({ testTimeout: 10 * 60_000 });

/** With what every encoding changes. */
const canary = () => `cn"<&>/+é${randomBytes(20).toString('hex')}=?`;

test('the search finds a secret in whichever form', () => {
  const value = canary();
  for (const [form, bytes] of formsOf(value)) {
    const found = leaksIn(
      { log: Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]) },
      { value },
    );
    expect(found.join('; '), form).toContain(`value in log, ${form}`);
  }
  const base64 = Buffer.from(`user:${value}:more`).toString('base64');
  expect(leaksIn({ log: base64 }, { value }).join('; ')).toContain('base64');
  expect(leaksIn({ log: 'nothing' }, { value })).toEqual([]);
});

test('no secret gets out of the bot but the one that was asked for, to whom it was shown', async () => {
  await using closers = new AsyncDisposableStack();
  const world = await createWorld(['shop']);
  closers.defer(() => world.close());
  await succeedOnce(world, 'shop');
  const readable = ['/shop/**', 'secretsmanager:shop/**'].map(
    (path) => `{ path: '${path}', slack: [${maya}] }`,
  );
  await appendFile(`${world.folder}/drawbridge.yml`, `secrets: [${readable.join(', ')}]\n`);

  const stored = { 'the parameter': canary(), 'the secret': canary() };
  const ssm = await world.clients.ssm();
  const parameter = { Name: '/shop/TOKEN', Type: 'SecureString' as const, Value: stored['the parameter'] };
  await ssm.send(new PutParameterCommand(parameter));
  const manager = await world.clients.secretsManager();
  await manager.send(new CreateSecretCommand({ Name: 'shop/KEY', SecretString: stored['the secret'] }));

  const [slack, github] = await Promise.all([
    startStepProxy(new URL(world.slack.apiUrl).origin),
    startStepProxy(new URL(world.github.apiUrl).origin),
  ]);
  for (const proxy of [slack, github]) closers.defer(() => proxy.close());
  world.slackOrigin = slack.url;
  const own = {
    AWS_SECRET_ACCESS_KEY: randomBytes(30).toString('base64'),
    AWS_SESSION_TOKEN: randomBytes(60).toString('base64'),
    DRAWBRIDGE_AWS_EVENTS_KEY: canary(),
  };
  const environment: Record<string, string> = {
    ...world.environment({ slack: slack.url, github: github.url }),
    ...own,
    PORT: String(await freePort()),
  };
  const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', GITHUB_WEBHOOK_SECRET = '' } = environment;
  const [, ...keyLines] = (environment.GITHUB_PRIVATE_KEY ?? '').trim().split('\n').slice(0, -1);
  const secrets = {
    ...stored,
    ...own,
    SLACK_BOT_TOKEN,
    SLACK_SIGNING_SECRET,
    GITHUB_WEBHOOK_SECRET,
    ...Object.fromEntries(keyLines.map((line, index) => [`line ${index} of the private key`, line])),
  };
  const bot = new BotProcess(environment);
  closers.defer(() => bot.close());
  world.requestUrl = `${bot.url}/slack/events`;
  world.webhookUrl = `${bot.url}/github/webhooks`;
  bot.start();
  await eventually('the bot is up', async () => (await fetch(`${bot.url}/readyz`)).ok || undefined);

  for (const place of isLong ? (['slack', 'github'] as const) : (['slack'] as const)) {
    const told = await deployAndRollBack(world, 'shop', place);
    await settle(world, [told]);
  }
  // What is asked for is shown, so it did pass through the bot.
  await reveal(world, { name: '/shop/TOKEN', value: stored['the parameter'] });
  await reveal(world, { name: 'secretsmanager:shop/KEY', value: stored['the secret'] });
  await typed(world, 'secret compare /shop/ /shop/');
  await typed(world, 'secret get /shop/NONE');
  await typed(world, 'start shop --wrong=1');
  const refusals = await refused(bot.url, environment);
  slack.onStep = () => false;
  await typed(world, 'secret list /shop/').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 500));
  slack.onStep = () => true;
  bot.kill();
  await eventually('it is up again', async () => (await fetch(`${bot.url}/readyz`)).ok || undefined);

  const pages = await Promise.all(
    ['/healthz', '/readyz', '/metrics', '/nowhere'].map(async (path) => (await fetch(bot.url + path)).text()),
  );
  // By now nothing is shown any more.
  await bot.close();
  const file = environment.DRAWBRIDGE_DATA ?? '';
  const kept = await Promise.all(
    ['', '-wal', '-shm'].map((ending) => readFile(file + ending).catch(() => Buffer.alloc(0))),
  );
  expect(kept[0]?.length).toBeGreaterThan(10_000);
  const { workspace } = world.slack;
  const sinks = {
    'the log': bot.output,
    'the database': Buffer.concat(kept),
    'Slack’s messages': JSON.stringify(workspace.messages),
    'Slack’s windows': JSON.stringify([workspace.views.modals, [...workspace.views.homes]]),
    'GitHub’s comments': JSON.stringify([world.github.forge.comments, world.github.forge.deployments]),
    'the pages': pages.join('\n'),
    'the refusals': refusals.join('\n'),
  };
  expect(bot.output).toContain('Drawbridge is up');
  expect(pages[2]).toContain('drawbridge_queue_open');
  expect(leaksIn(sinks, secrets)).toEqual([]);
});

async function typed(world: World, text: string): Promise<void> {
  const before = world.slack.workspace.messages.length;
  await world.slack.command({ user: maya, channel, command: '/deploy', text });
  await eventually(`“${text}” is answered`, async () => {
    return world.slack.workspace.messages.length > before || undefined;
  });
}

/** Presses the button, and waits until the value stands in the modal. */
async function reveal(world: World, { name, value }: { name: string; value: string }): Promise<void> {
  await typed(world, `secret get ${name}`);
  const ts = await eventually('there is a button', async () => {
    const offers = world.slack.workspace.messages.map((message) => ({
      ts: message.ts,
      text: JSON.stringify(message),
    }));
    return offers.findLast(({ text }) => text.includes('"Reveal"') && text.includes(name))?.ts;
  });
  await world.slack.press({ user: maya, channel, label: 'Reveal', ts });
  await eventually('the value is shown', async () => {
    const shown = world.slack.workspace.views.modals.map(({ view }) => JSON.stringify(view));
    // As Slack wants it: https://docs.slack.dev/messaging/formatting-message-text
    const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const forms = [value, escaped].map((text) => JSON.stringify(text).slice(1, -1));
    return shown.some((view) => forms.some((form) => view.includes(form))) || undefined;
  });
}

/** Requests with a secret where it does not belong or does not suffice; what is answered. */
async function refused(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const key = encodeURIComponent(environment.DRAWBRIDGE_AWS_EVENTS_KEY ?? '');
  const signing = environment.SLACK_SIGNING_SECRET ?? '';
  const old = createHmac('sha256', signing).update('v0:1:{}').digest('hex');
  const requests: [string, RequestInit][] = [
    [`/aws/events?key=${key}`, { method: 'POST', body: '{}' }],
    ['/aws/events', { method: 'POST', body: 'no event', headers: { 'x-api-key': key } }],
    ['/slack/events', { method: 'POST', body: '{}', headers: { 'x-slack-signature': `v0=${old}` } }],
    ['/slack/events', { method: 'POST', body: signing }],
    ['/github/webhooks', { method: 'POST', body: environment.GITHUB_WEBHOOK_SECRET ?? '' }],
    [`/${signing}`, {}],
    ['/metrics', { headers: { authorization: `Bearer ${environment.SLACK_BOT_TOKEN}` } }],
  ];
  return Promise.all(
    requests.map(async ([path, init]) => {
      const response = await fetch(url + path, init);
      return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
    }),
  );
}
