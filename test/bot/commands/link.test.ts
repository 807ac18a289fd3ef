import { expect, test } from 'vitest';
import { namesOf } from '../../../bot/policy/names.ts';
import { type Conversation, conversation } from '../conversation.ts';

async function codeFor(talk: Conversation, user: string): Promise<string> {
  const heard = await talk.inSlack(user, 'link');
  expect(heard[0]).toContain(`C0DEPLOYS for ${user}: Write this in a comment`);
  return /\/deploy link ([a-z0-9]{26})/.exec(heard[0] ?? '')?.[1] ?? 'none';
}

const github = (user: string) => ({ kind: 'github' as const, user });
const slack = (user: string) => ({ kind: 'slack' as const, user });

test('a code of Slack’s, written on a pull request, makes one person of two names', async () => {
  await using talk = await conversation();
  const code = await codeFor(talk, 'U0EVE');
  const heard = await talk.onGitHub('Eve', `link ${code}`);
  expect(heard.at(-1)).toContain('Linked: U0EVE in Slack is Eve on GitHub.');
  for (const origin of [github('eve'), slack('U0EVE')]) {
    expect(await namesOf(origin, talk.ports)).toMatchObject({ slack: 'U0EVE', key: 'slack:U0EVE' });
  }
  expect(await talk.audit()).toContain('github:Eve allowed “link”: U0EVE in Slack is Eve on GitHub.');
});

test('a code holds once, for one person', async () => {
  await using talk = await conversation();
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
