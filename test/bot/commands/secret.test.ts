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
