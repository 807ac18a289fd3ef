import { describe, expect, test } from 'vitest';
import { reveal } from '../../../bot/commands/reveal.ts';
import type { Origin } from '../../../bot/request.ts';
import { type Conversation, conversation, now } from '../conversation.ts';
import { readable } from '../fakes/readable.ts';

const name = '/shop/prod/DB_URL';
const value = 'postgres://canary:secret@db/shop';
const missing = '/shop/prod/NOTHING';

async function withSecret(policy?: string): Promise<Conversation> {
  const talk = await conversation(policy === undefined ? {} : { policy });
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
  expect(heard[0]).toContain('Changed: 20514 days ago by bob');
  expect(heard[0]).toMatch(/\[Reveal: secret reveal \/shop\/prod\/DB_URL [a-z0-9]{26}\]/);
  expect(talk.secrets.reads).toEqual([`describe ${name}`]);
});

/** What the button says that came with the answer. */
async function buttonFor(talk: Conversation, user = 'U0ADA'): Promise<string> {
  const [heard = ''] = await talk.inSlack(user, `secret get ${name}`);
  return /\[Reveal: secret reveal ([^\]]+)\]/.exec(heard)?.[1] ?? 'none';
}

async function press(talk: Conversation, user: string, button: string): Promise<string> {
  return readable(await reveal(talk.ports, { id: 'click', origin: slack(user), name: button }));
}

const hidden = 'There is no such secret, or you may not read it.';
const reads = (talk: Conversation) => talk.secrets.reads.filter((read) => read.startsWith('read'));

describe('the button', () => {
  test('shows the value to who may, and nothing else does', async () => {
    await using talk = await withSecret();
    expect(await press(talk, 'U0ADA', await buttonFor(talk))).toContain(value);
    expect((await talk.audit()).at(-1)).toBe(
      `slack:U0ADA allowed “secret reveal ${name}”: Shown to the asker.`,
    );
    const kept = [
      talk.logged,
      talk.slack.heard,
      await talk.audit(),
      await talk.store.notes('reveal', 'U0ADA'),
      await talk.store.outbox.dead(100),
    ];
    expect(JSON.stringify(kept)).not.toContain('canary');
  });

  test('shows it once, also to one who presses twice at once', async () => {
    await using talk = await withSecret();
    const button = await buttonFor(talk);
    const shown = await Promise.all([press(talk, 'U0ADA', button), press(talk, 'U0ADA', button)]);
    expect(shown.filter((text) => text.includes(value))).toHaveLength(1);
    const before = reads(talk).length;
    expect(await press(talk, 'U0ADA', button)).toContain('It was shown already');
    expect(reads(talk)).toHaveLength(before);
    expect(await press(talk, 'U0ADA', await buttonFor(talk))).toContain(value);
  });

  test('that is carried out a second time after a crash is not new again', async () => {
    await using talk = await withSecret();
    const button = await buttonFor(talk);
    await press(talk, 'U0ADA', button);
    const { default: offer } = await import('../../../bot/effects/offer-reveal.ts');
    const { markOfCode } = await import('../../../bot/commands/code.ts');
    const code = markOfCode(button.split(' ')[1] ?? '');
    const again = { code, user: 'U0ADA', name, until: now + 60_000 };
    await offer.perform(again, talk.ports, { id: 'e', number: 2 });
    expect(await press(talk, 'U0ADA', button)).toContain('It was shown already');
  });

  test('is good for ten minutes', async () => {
    let at = now;
    await using talk = await conversation({ aws: { clock: { now: () => at, after: () => () => {} } } });
    talk.secrets.values.set(name, value);
    const [early, late] = [await buttonFor(talk), await buttonFor(talk)];
    at += 10 * 60_000;
    expect(await press(talk, 'U0ADA', early)).toContain(value);
    at += 1;
    expect(await press(talk, 'U0ADA', late)).toContain('good for ten minutes');
  });

  test.each([
    ['somebody else who may read it, too', 'U0BOB'],
    ['somebody who may not', 'U0EVE'],
  ])('is of no use to %s', async (_, user) => {
    await using talk = await withSecret('secrets: [{ path: /shop/prod/**, slack: [U0ADA, U0BOB] }]\n');
    expect(await press(talk, user, await buttonFor(talk))).toBe(hidden);
    expect(reads(talk)).toEqual([]);
  });

  test('is of no use to who may no longer read it', async () => {
    await using talk = await withSecret('secrets: [{ path: /shop/prod/**, slack: [S0OPS] }]\n');
    talk.slack.groups.set('S0OPS', ['U0ADA']);
    const button = await buttonFor(talk);
    talk.slack.groups.set('S0OPS', []);
    expect(await press(talk, 'U0ADA', button)).toBe(hidden);
    expect(reads(talk)).toEqual([]);
  });

  test.each([
    ['another name', (button: string) => button.replace('DB_URL', 'OTHER')],
    ['another code', (button: string) => button.replace(/.{26}$/, 'a'.repeat(26))],
    ['no code', () => name],
    ['nothing', () => ''],
  ])('with %s shows nothing', async (_, change) => {
    await using talk = await withSecret();
    talk.secrets.values.set('/shop/prod/OTHER', 'canary-other');
    expect(await press(talk, 'U0ADA', change(await buttonFor(talk)))).toBe(hidden);
    expect(reads(talk)).toEqual([]);
  });
});

test('where a rule names channels, the secret is told in these alone', async () => {
  const rule = 'secrets: [{ path: /shop/prod/**, slack: [U0ADA], channels: [C0OPS] }]\n';
  await using talk = await withSecret(rule);
  expect((await talk.inSlack('U0ADA', `secret get ${name}`))[0]).toContain(hidden);
  expect((await talk.inSlack('U0ADA', `secret get ${missing}`))[0]).toContain(hidden);
  expect(talk.secrets.reads).toEqual([]);
  expect((await talk.inSlack('U0ADA', `secret get ${name}`, { channel: 'C0OPS' }))[0]).toContain(
    'Version: 3',
  );
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

const many = (count: number) => Array.from({ length: count }, (_, index) => `/shop/prod/N${index}`);

test('list tells the first hundred names and how many there are', async () => {
  await using talk = await withSecret();
  for (const each of many(149)) talk.secrets.values.set(each, 'x');
  const [heard] = await talk.inSlack('U0ADA', 'secret list /shop/prod');
  expect(heard).toContain('150 names below /shop/prod; these are the first 100');
});

test('compare looks at every name, or says that there are too many', async () => {
  await using talk = await conversation();
  for (const each of many(250)) {
    talk.secrets.values.set(each, 'x');
    talk.secrets.values.set(each.replace('prod', 'staging'), each.endsWith('249') ? 'y' : 'x');
  }
  const [heard] = await talk.inSlack('U0ADA', 'secret compare /shop/prod /shop/staging');
  expect(heard).toContain('1 of 250 names differ or are missing');
  expect(heard).toContain('N249 | has another value');
  for (const each of many(1_001)) talk.secrets.values.set(each, 'x');
  const [tooMany] = await talk.inSlack('U0ADA', 'secret compare /shop/prod /shop/staging');
  expect(tooMany).toContain('There are more than 1000 names below “/shop/prod”: name a narrower path.');
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
