import { describe, expect, test } from 'vitest';
import { namesOf } from '../../../bot/policy/names.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';
import { type Conversation, conversation, now } from '../conversation.ts';

async function codeFor(talk: Conversation, user: string): Promise<string> {
  const heard = await talk.inSlack(user, 'link');
  expect(heard[0]).toContain(`C0DEPLOYS for ${user}: Write this in a comment`);
  return /\/deploy link ([a-z0-9]{26})/.exec(heard[0] ?? '')?.[1] ?? 'none';
}

/** A talk in which Eve may write to the repository. */
async function withWriter(...logins: string[]): Promise<Conversation> {
  const talk = await conversation();
  for (const login of ['eve', 'Eve', ...logins]) talk.github.permissions.set(login, 'write');
  return talk;
}

const github = (user: string) => ({ kind: 'github' as const, user });
const slack = (user: string) => ({ kind: 'slack' as const, user });
const links = (talk: Conversation) => talk.store.notes('link', 'people');

test('a code of Slack’s, written on a pull request, makes one person of two names', async () => {
  await using talk = await withWriter();
  const code = await codeFor(talk, 'U0EVE');
  const heard = await talk.onGitHub('Eve', `link ${code}`);
  expect(heard.at(-1)).toContain('Linked: U0EVE in Slack is Eve on GitHub.');
  for (const origin of [github('eve'), slack('U0EVE')]) {
    expect(await namesOf(origin, talk.ports)).toMatchObject({ slack: 'U0EVE', key: 'slack:U0EVE' });
  }
  expect(await talk.audit()).toContain('github:Eve allowed “link U0EVE”: U0EVE in Slack is Eve on GitHub.');
});

test('a code holds once, for one person, and the newest one only', async () => {
  await using talk = await withWriter('mallory');
  const first = await codeFor(talk, 'U0EVE');
  const second = await codeFor(talk, 'U0EVE');
  expect(second).not.toBe(first);
  for (const code of [first, 'a'.repeat(26)]) {
    expect((await talk.onGitHub('eve', `link ${code}`))[0]).toContain('That code is not known, or used');
  }
  await talk.onGitHub('eve', `link ${second}`);
  expect((await talk.onGitHub('mallory', `link ${second}`))[0]).toContain('That code is not known, or used');
  expect(await namesOf(github('mallory'), talk.ports)).toMatchObject({ key: 'github:mallory' });
});

test('two who write the same code at once: one is linked', async () => {
  await using talk = await withWriter('mallory');
  const code = await codeFor(talk, 'U0EVE');
  await Promise.all([talk.onGitHub('eve', `link ${code}`), talk.onGitHub('mallory', `link ${code}`)]);
  expect(await links(talk)).toHaveLength(1);
});

test('a code is good for ten minutes, also where the comment is worked on late', async () => {
  let at = now;
  await using talk = await conversation({ aws: { clock: { now: () => at, after: () => () => {} } } });
  talk.github.permissions.set('eve', 'write');
  const code = await codeFor(talk, 'U0EVE');
  at += 10 * 60_000 + 1;
  expect((await talk.onGitHub('eve', `link ${code}`))[0]).toContain('older than ten minutes');
  expect(await links(talk)).toEqual([]);
});

describe('an account that anybody could have opened', () => {
  test.each([
    ['none', 'acme/shop', 'Only an account with write permission in acme/shop'],
    ['read', 'acme/shop', 'Only an account with write permission in acme/shop'],
    ['admin', 'eve2/playground', 'Write the code in a repository of one of the pipelines here.'],
  ] as const)(
    'with %s permission in %s is not linked, and the code is used up',
    async (may, repository, why) => {
      await using talk = await withWriter();
      talk.github.permissions.set('eve2', may);
      const code = await codeFor(talk, 'U0EVE');
      const heard = await talk.onGitHub('eve2', `link ${code}`, { repository });
      expect(heard.at(-1)).toContain(why);
      expect(await links(talk)).toEqual([]);
      expect((await talk.audit()).join('\n')).toContain(`github:eve2 refused “link U0EVE”: ${why}`);
      // Everybody can read it by now.
      expect((await talk.onGitHub('eve', `link ${code}`))[0]).toContain('That code is not known, or used');
    },
  );

  test('does not hide who wrote a change', async () => {
    await using talk = await withWriter();
    const code = await codeFor(talk, 'U0EVE');
    await talk.onGitHub('eve2', `link ${code}`);
    expect(await namesOf(slack('U0EVE'), talk.ports)).not.toHaveProperty('github');
  });
});

describe('a name that is taken', () => {
  test('who is linked gets no other name, and what they had stays', async () => {
    await using talk = await withWriter('eve2');
    await talk.onGitHub('eve', `link ${await codeFor(talk, 'U0EVE')}`);
    expect((await talk.inSlack('U0EVE', 'link'))[0]).toContain('You are linked already');
    const heard = await talk.onGitHub('eve', `link ${await codeFor(talk, 'U0MALLORY')}`);
    expect(heard.at(-1)).toContain('You are linked already: U0EVE in Slack is eve on GitHub.');
    expect((await links(talk)).map(({ value }) => value)).toEqual([{ slack: 'U0EVE', github: 'eve' }]);
    expect((await talk.audit()).join('\n')).toContain('github:eve refused “link U0MALLORY”');
  });

  test('a code asked for before one was linked does not link again', async () => {
    await using talk = await withWriter('eve2');
    const early = await codeFor(talk, 'U0EVE');
    await talk.store.transaction((tx) =>
      tx.putNote({ kind: 'link', scope: 'people', key: 'eve', value: { slack: 'U0EVE', github: 'eve' } }),
    );
    const heard = await talk.onGitHub('eve2', `link ${early}`);
    expect(heard.at(-1)).toContain('U0EVE in Slack is linked already, so nothing was changed.');
    expect(await namesOf(slack('U0EVE'), talk.ports)).toMatchObject({ github: 'eve' });
  });

  test('whom the file names is linked by the file alone', async () => {
    await using talk = await withWriter('eve2');
    expect((await talk.inSlack('U0ADA', 'link'))[0]).toContain('U0ADA in Slack is ada on GitHub.');
    const heard = await talk.onGitHub('ada', `link ${await codeFor(talk, 'U0EVE')}`);
    expect(heard.at(-1)).toContain('You are linked already: U0ADA in Slack is ada on GitHub.');
    expect(await links(talk)).toEqual([]);
  });

  test('a link that the file contradicts later does not count', async () => {
    const people = 'people: [{ slack: U0ADA, github: ada }]';
    const talk = { policy: () => parsePolicy(people), store: { notes } };
    async function notes() {
      const value = { slack: 'U0EVE', github: 'Ada' };
      return [{ kind: 'link' as const, scope: 'people', key: 'ada', value, at: 0 }];
    }
    const ports = talk as unknown as Parameters<typeof namesOf>[1];
    expect(await namesOf(slack('U0EVE'), ports)).toEqual({
      slack: 'U0EVE',
      name: 'U0EVE',
      key: 'slack:U0EVE',
    });
    expect(await namesOf(github('ada'), ports)).toMatchObject({ slack: 'U0ADA' });
  });
});

test('a login that the file lists may be linked without write permission', async () => {
  const policy = `
pipelines: { shop: { github: { repository: acme/shop } } }
people: [{ github: cy, name: Cy }]`;
  await using talk = await conversation({ policy });
  const heard = await talk.onGitHub('cy', `link ${await codeFor(talk, 'U0CY')}`);
  expect(heard.at(-1)).toContain('Linked: U0CY in Slack is cy on GitHub.');
});

test('a code is not kept as it is, nor told the audit log', async () => {
  await using talk = await conversation();
  const code = await codeFor(talk, 'U0EVE');
  const kept = [await talk.store.notes('link', 'offers'), await talk.audit()];
  expect(JSON.stringify(kept)).not.toContain(code);
});

test.each([
  ['U0ADA', 'link', 'You are linked already: U0ADA in Slack is ada on GitHub.'],
  ['U0EVE', `link ${'a'.repeat(26)}`, 'Write the code in a comment on a pull request'],
  ['U0EVE', 'link short', 'That is no code of ours'],
])('%s says “%s” in vain', async (user, text, why) => {
  await using talk = await conversation();
  expect((await talk.inSlack(user, text))[0]).toContain(why);
});

test('without a code GitHub sends people to Slack', async () => {
  await using talk = await conversation();
  expect((await talk.onGitHub('eve', 'link'))[0]).toContain('Say /deploy link in Slack first');
});
