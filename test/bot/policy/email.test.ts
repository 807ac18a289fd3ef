import { describe, expect, test } from 'vitest';
import { identify } from '../../../bot/policy/email.ts';
import { type Conversation, conversation } from '../conversation.ts';

const repository = 'acme/shop';
const address = 'eve@example.com';
const slack = { kind: 'slack', user: 'U0EVE' } as const;
const github = { kind: 'github', user: 'eve' } as const;

/** Eve has confirmed one address in both places. */
async function withEve(permission: 'read' | 'write' = 'write', policy?: string): Promise<Conversation> {
  const talk = await conversation(policy === undefined ? {} : { policy });
  talk.slack.emails.set('U0EVE', address);
  talk.github.emails.set('eve', address);
  talk.github.permissions.set('eve', permission);
  return talk;
}

test('one address in both places is one person, from either side', async () => {
  await using talk = await withEve();
  for (const account of [slack, github]) {
    expect(await identify(account, repository, talk.ports)).toMatchObject({
      slack: 'U0EVE',
      github: 'eve',
      key: 'slack:U0EVE',
    });
  }
});

describe('an address links nobody', () => {
  test('to an account without write permission, which anybody may open', async () => {
    await using talk = await withEve('read');
    expect(await identify(slack, repository, talk.ports)).not.toHaveProperty('github');
    expect(await identify(github, repository, talk.ports)).not.toHaveProperty('slack');
  });

  test('whom a link has given another name', async () => {
    await using talk = await withEve();
    const value = { slack: 'U0OTHER', github: 'eve' };
    await talk.store.transaction((tx) => tx.putNote({ kind: 'link', scope: 'people', key: 'eve', value }));
    expect(await identify(slack, repository, talk.ports)).not.toHaveProperty('github');
    expect(await identify(github, repository, talk.ports)).toMatchObject({ slack: 'U0OTHER' });
  });

  test('whom the file has given another name', async () => {
    await using talk = await withEve('write', 'people: [{ slack: U0OTHER, github: eve }]');
    expect(await identify(slack, repository, talk.ports)).not.toHaveProperty('github');
  });

  test('where no repository says who may write', async () => {
    await using talk = await withEve();
    expect(await identify(slack, undefined, talk.ports)).not.toHaveProperty('github');
  });
});
