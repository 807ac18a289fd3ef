import { expect, test } from 'vitest';
import { reveal } from '../../../bot/commands/reveal.ts';
import type { Origin } from '../../../bot/request.ts';
import { type Conversation, conversation } from '../conversation.ts';
import { readable } from '../fakes.ts';

const name = '/shop/prod/DB_URL';
const value = 'postgres://canary:secret@db/shop';
const missing = '/shop/prod/NOTHING';

async function withSecret(): Promise<Conversation> {
  const talk = await conversation();
  talk.secrets.values.set(name, value);
  return talk;
}

const slack = (user: string): Origin => ({ kind: 'slack', team: 'T0ACME', channel: 'C0DEPLOYS', user });

test('who may is told what is known, alone, with a button and without the value', async () => {
  await using talk = await withSecret();
  const heard = await talk.inSlack('U0ADA', `secret get ${name}`);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(/^C0DEPLOYS for U0ADA: /);
  expect(heard[0]).toContain('Version: 3');
  expect(heard[0]).toContain(`[Reveal: secret reveal ${name}]`);
  expect(talk.secrets.reads).toEqual([`describe ${name}`]);
});

test('the button shows the value to who may, and the audit log does not', async () => {
  await using talk = await withSecret();
  const view = await reveal(talk.ports, { id: 'click', origin: slack('U0ADA'), name });
  expect(readable(view)).toContain(value);
  expect(await talk.audit()).toEqual([`slack:U0ADA allowed “secret reveal ${name}”: Shown to the asker.`]);
  expect(talk.logged.join()).not.toContain('canary');
});

test('somebody else presses the button: nothing is read', async () => {
  await using talk = await withSecret();
  const view = await reveal(talk.ports, { id: 'click', origin: slack('U0EVE'), name });
  expect(readable(view)).toBe('There is no such secret, or you may not read it.');
  expect(talk.secrets.reads).toEqual([]);
});

const asks: [string, (talk: Conversation, name: string) => Promise<string[]>][] = [
  ['somebody else in Slack', (talk, secret) => talk.inSlack('U0EVE', `secret get ${secret}`)],
  ['the same person on a pull request', (talk, secret) => talk.onGitHub('ada', `secret get ${secret}`)],
  ['somebody else on a pull request', (talk, secret) => talk.onGitHub('eve', `secret get ${secret}`)],
];

test.each(asks)(
  '%s reads the same whether the name exists or not, and nothing is looked up',
  async (_, ask) => {
    const told = async (secret: string) => {
      await using talk = await withSecret();
      const heard = await ask(talk, secret);
      return { heard, reads: talk.secrets.reads, reactions: talk.github.reactions };
    };
    const there = await told(name);
    expect(there).toEqual(await told(missing));
    expect(there.heard).toHaveLength(1);
    expect(there.reads).toEqual([]);
    expect(there.heard[0]).not.toContain('DB_URL');
  },
);

test('who may read the path is told that a name is not there', async () => {
  await using talk = await withSecret();
  const [heard] = await talk.inSlack('U0ADA', `secret get ${missing}`);
  expect(heard).toBe(`C0DEPLOYS for U0ADA: There is no secret “${missing}”.`);
});

test.each([
  'secret get /shop/prod/../other/KEY',
  'secret get',
  'secret reveal /shop/prod/DB_URL',
  'secret get "a b"',
])('“%s” is refused', async (text) => {
  await using talk = await withSecret();
  const heard = await talk.inSlack('U0ADA', text);
  expect(heard).toHaveLength(1);
  expect(talk.secrets.reads).toEqual([]);
});

async function withBoth(): Promise<Conversation> {
  const talk = await withSecret();
  talk.secrets.values.set('/shop/prod/COLOUR', 'blue');
  talk.secrets.values.set('/shop/prod/EXTRA', 'canary-extra');
  talk.secrets.values.set('/shop/staging/COLOUR', 'blue');
  talk.secrets.values.set('/shop/staging/DB_URL', 'canary-other');
  return talk;
}

test('list tells the names below a path, and no values', async () => {
  await using talk = await withBoth();
  const [heard] = await talk.inSlack('U0ADA', 'secret list /shop/prod');
  expect(heard).toContain('3 names below /shop/prod');
  expect(heard).toMatch(/\/shop\/prod\/COLOUR[\s\S]*\/shop\/prod\/DB_URL/);
  expect(talk.secrets.reads).toEqual(['list /shop/prod']);
  expect((await talk.inSlack('U0ADA', 'secret list /shop/prod/none'))[0]).toContain('There is nothing below');
});

test('history tells the versions', async () => {
  await using talk = await withBoth();
  const [heard] = await talk.inSlack('U0ADA', `secret history ${name}`);
  expect(heard).toContain(`${name} has 2 versions`);
  expect(heard).toContain('by bob | live');
  expect((await talk.inSlack('U0ADA', `secret history ${missing}`))[0]).toContain('There is no secret');
});

test('compare tells which names differ or are missing, and no values', async () => {
  await using talk = await withBoth();
  const [heard] = await talk.inSlack('U0ADA', 'secret compare /shop/staging /shop/prod');
  expect(heard).toContain('2 of 3 names differ or are missing');
  expect(heard).toContain('DB_URL | has another value');
  expect(heard).toContain('EXTRA | only in /shop/prod');
  expect(heard).toContain('1 have the same value in both.');
  expect(`${heard}${talk.logged}${await talk.audit()}`).not.toMatch(/canary|postgres/);
});

test.each([
  'secret list /shop/prod',
  `secret history ${name}`,
  'secret compare /shop/prod /shop/staging',
  'secret compare /shop/staging /shop/prod',
])('“%s” is told to nobody else, and nothing is looked up', async (text) => {
  await using talk = await withBoth();
  talk.slack.groups.set('S0OPS', ['U0BOB']);
  for (const user of ['U0BOB', 'U0EVE']) {
    const [heard] = await talk.inSlack(user, text);
    expect(heard).toContain('There is no such secret, or you may not read it.');
  }
  const [heard] = await talk.onGitHub('ada', text);
  expect(heard).toContain('Secrets are told in Slack only');
  expect(talk.secrets.reads).toEqual([]);
});

test.each([
  ['secret compare /shop/prod', 'Name two paths'],
  ['secret list /shop/prod /shop/staging', 'one word too many'],
])('“%s” is refused', async (text, why) => {
  await using talk = await withBoth();
  expect((await talk.inSlack('U0ADA', text))[0]).toContain(why);
  expect(talk.secrets.reads).toEqual([]);
});
