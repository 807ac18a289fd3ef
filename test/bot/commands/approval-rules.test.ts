import { describe, expect, test } from 'vitest';
import { type Conversation, conversation, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';
const waits = ['Succeeded', 'InProgress'];
const commit = 'c'.repeat(40);

const ruled = (rules: string) => `
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop }
    allow:
      start: { slack: [U0ADA], github: { users: [ada] } }
      approve: { slack: [U0ADA, U0BOB, U0CY], github: { users: [ada, bob, cy] } }
    approvals: ${rules}
people:
  - { slack: U0ADA, github: ada, name: Ada }
  - { slack: U0BOB, github: bob, name: Bob }
`;

function waiting(talk: Conversation, change: object = { author: 'cy', commit }): void {
  talk.pipelines.runs = [shopRun(id, waits, { change })];
}

const last = (talk: Conversation) => [...talk.slack.heard, ...talk.github.comments].at(-1)?.text;

describe.each(places)('on $place', ({ place, ada, bob }) => {
  test('two have to approve, each counts once, and the last one puts the result', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
    waiting(talk);
    for (const words of ['approve Fine', 'approve Fine again']) {
      const heard = await speak(talk, place, ada, words);
      expect(heard.at(-1)).toContain('Ada approved Approve/Approve of shop:');
      expect(heard.at(-1)).toContain('1 of 2 have approved.');
    }
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
    expect(talk.pipelines.calls[0]).toContain('Approved by Ada and Bob');
  });

  test('one person under two names counts once', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
    waiting(talk);
    await talk.inSlack('U0ADA', 'approve');
    await talk.onGitHub('ada', 'approve');
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('one person who is linked between two approvals counts once', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
    waiting(talk);
    await talk.onGitHub('cy', 'approve');
    talk.github.permissions.set('cy', 'write');
    const [offered = ''] = await talk.inSlack('U0CY', 'link');
    await talk.onGitHub('cy', `link ${/link ([a-z0-9]{26})/.exec(offered)?.[1]}`);
    await talk.inSlack('U0CY', 'approve');
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('who may be the starter under another name does not approve', async () => {
    await using talk = await conversation({
      policy: ruled('[{ not: [starter] }]').replace('github: ada, name', 'name'),
    });
    await talk.inSlack('U0ADA', 'start shop');
    const started = /run (\S+)/.exec(last(talk) ?? '')?.[1] ?? '';
    talk.pipelines.runs = [shopRun(started, waits)];
    talk.pipelines.calls.length = 0;
    const heard = await talk.onGitHub('ada', 'approve');
    expect(heard.join()).toContain('nobody knows your Slack id here');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('one rejection is enough', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2, not: [author] }]') });
    waiting(talk);
    await speak(talk, place, ada, 'reject Not today');
    expect(talk.pipelines.calls[0]).toContain(`Rejected shop ${id}: Rejected by Ada`);
  });

  test('what was approved before it waits anew does not count', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
    waiting(talk);
    await speak(talk, place, ada, 'approve');
    talk.pipelines.waitAnew(id);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toEqual([]);
    expect(last(talk)).toContain('1 of 2 have approved');
  });

  test.each([[{ author: 'ada', commit }], [{ actor: 'Ada', commit }], [{ commit, pullRequest: 7 }]])(
    'the author does not approve: %j',
    async (change) => {
      await using talk = await conversation({ policy: ruled('[{ not: [author] }]') });
      talk.github.pulls.set(7, { head: commit, author: 'ada', open: true });
      talk.github.refs.set(commit, commit);
      talk.github.authors.set(commit, 'cy');
      waiting(talk, change);
      const [heard] = await speak(talk, place, ada, 'approve');
      expect(heard).toContain('You wrote this change, so somebody else has to approve it.');
      expect(talk.pipelines.calls).toEqual([]);
      await speak(talk, place, bob, 'approve');
      expect(talk.pipelines.calls).toHaveLength(1);
    },
  );

  test('the starter does not approve, whichever place they started it from', async () => {
    await using talk = await conversation({ policy: ruled('[{ not: [starter] }]') });
    await talk.inSlack('U0ADA', 'start shop');
    const started = /run (\S+)/.exec(last(talk) ?? '')?.[1] ?? '';
    talk.pipelines.runs = [shopRun(started, waits)];
    const [heard] = await speak(talk, place, ada, 'approve');
    expect(heard).toContain('You started this run, so somebody else has to approve it.');
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(2);
  });

  test('outside of the window nobody approves, and rejecting stays possible', async () => {
    const rules = '[{ during: [{ days: [mon], from: "09:00", to: "16:00" }] }]';
    await using talk = await conversation({ policy: ruled(rules) });
    waiting(talk);
    const [heard] = await speak(talk, place, ada, 'approve');
    expect(heard).toContain('Outside of the change window: it may be approved mon 09:00–16:00 (UTC).');
    await speak(talk, place, ada, 'reject Too late');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('only with green checks', async () => {
    await using talk = await conversation({ policy: ruled('[{ checks: green }]') });
    waiting(talk);
    talk.github.checksOf.set(commit, 'red');
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain('The checks of the commit have failed');
    talk.github.checksOf.set(commit, 'green');
    await speak(talk, place, ada, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });
});

describe('an address in Slack', () => {
  const policy = ruled('[{ not: [author] }]');
  const address = 'cy@example.com';

  test('that the commit names makes its owner the author, whatever account pushed it', async () => {
    await using talk = await conversation({ policy });
    waiting(talk, { commit, actor: 'throwaway' });
    talk.github.refs.set(commit, commit);
    talk.github.commitEmails.set(commit, 'Ada@Example.com');
    talk.slack.emails.set('U0ADA', 'ada@example.com');
    expect((await talk.inSlack('U0ADA', 'approve'))[0]).toContain('You wrote this change');
    await talk.inSlack('U0BOB', 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('tells who somebody is on GitHub, so that they may approve what others wrote and not what they did', async () => {
    await using talk = await conversation({ policy });
    waiting(talk, { commit, actor: 'bob' });
    expect((await talk.inSlack('U0CY', 'approve'))[0]).toContain('nobody knows your GitHub login here');
    talk.slack.emails.set('U0CY', address);
    talk.github.emails.set('cy', address);
    expect((await talk.inSlack('U0CY', 'approve'))[0]).toContain('nobody knows your GitHub login here');
    talk.github.permissions.set('cy', 'write');
    talk.pipelines.runs = [shopRun(id, waits, { change: { commit, actor: 'cy' } })];
    expect((await talk.inSlack('U0CY', 'approve'))[0]).toContain('You wrote this change');
    talk.pipelines.runs = [shopRun(id, waits, { change: { commit, actor: 'bob' } })];
    await talk.inSlack('U0CY', 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('makes one vote of two names', async () => {
    await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
    waiting(talk);
    talk.slack.emails.set('U0CY', address);
    talk.github.emails.set('cy', address);
    talk.github.permissions.set('cy', 'write');
    await talk.inSlack('U0CY', 'approve');
    await talk.onGitHub('cy', 'approve');
    expect(talk.pipelines.calls).toEqual([]);
  });
});

test('two strangers in two places may be one person, and count once', async () => {
  const policy = ruled('[{ count: 2 }]').replace(/people:.*/s, '');
  await using talk = await conversation({ policy });
  waiting(talk);
  await talk.inSlack('U0ADA', 'approve');
  const heard = await talk.onGitHub('bob', 'approve');
  expect(heard.at(-1)).toContain('1 of 2 have approved; two of them may be one person');
  await talk.inSlack('U0BOB', 'approve');
  expect(talk.pipelines.calls).toHaveLength(1);
});

test('two at once are both counted, and one result is put', async () => {
  await using talk = await conversation({ policy: ruled('[{ count: 2 }]') });
  waiting(talk);
  await Promise.all([talk.inSlack('U0ADA', 'approve'), talk.onGitHub('bob', 'approve')]);
  expect(talk.pipelines.calls).toHaveLength(1);
});

test('from both places, by one person if one is enough', async () => {
  await using talk = await conversation({ policy: ruled('[{ places: [slack, github] }]') });
  waiting(talk);
  expect((await talk.inSlack('U0ADA', 'approve')).at(-1)).toContain('one must come from a pull request.');
  expect(talk.pipelines.calls).toEqual([]);
  await talk.onGitHub('ada', 'approve');
  expect(talk.pipelines.calls).toHaveLength(1);
});

describe('the pull request', () => {
  const head = 'd'.repeat(40);
  const change = { repository: 'acme/shop', commit, pullRequest: 7 };

  test('that has moved on is not approved, and what is new is told', async () => {
    await using talk = await conversation();
    waiting(talk, change);
    talk.github.pulls.set(7, { head, author: 'bob', open: true });
    talk.github.comparisons.set('ccccccc...ddddddd', {
      commits: [{ sha: head, message: 'Slip something in' }],
      total: 1,
      files: [],
    });
    const [heard] = await talk.onGitHub('ada', `approve ${id}`);
    expect(heard).toContain('The pull request has moved on to ddddddd and the run that waits brings ccccccc');
    expect(heard).toContain('ddddddd Slip something in');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test.each([
    ['is at the commit of the run', { head: commit, author: 'bob', open: true }],
    ['is within the merge that runs', { head, author: 'bob', open: true }],
    ['is merged', { head: 'e'.repeat(40), author: 'bob', open: false }],
  ])('that %s is approved', async (_, pull) => {
    await using talk = await conversation();
    waiting(talk, change);
    talk.github.pulls.set(7, pull);
    talk.github.comparisons.set('ccccccc...ddddddd', { commits: [], total: 0, files: [] });
    await talk.onGitHub('ada', 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test.each([
    ['gone', 'The comment was deleted since, so nothing was done.'],
    ['/deploy status', 'The comment was edited since and no longer says this'],
    ['> /deploy approve', 'The comment was edited since'],
  ])('whose comment is “%s” by now has said nothing', async (now, why) => {
    await using talk = await conversation();
    waiting(talk);
    talk.github.commentNow = now;
    expect((await talk.onGitHub('ada', 'approve'))[0]).toContain(why);
    expect(talk.pipelines.calls).toEqual([]);
    expect(talk.github.reactions).toContain('-1 on 1');
  });
});

test.each([
  ['a fork’s of the same number', { repository: 'eve/shop', commit, pullRequest: 7 }, 'eve/shop#7'],
  ['another one’s', { repository: 'Acme/Shop', commit, pullRequest: 8 }, '#8'],
])('a pull request does not answer for %s', async (_, change, named) => {
  await using talk = await conversation();
  waiting(talk, change);
  const [heard] = await talk.onGitHub('ada', `approve ${id}`);
  expect(heard).toContain(`The run that waits brings in ${named}, not this pull request; approve it there`);
  expect(talk.pipelines.calls).toEqual([]);
});
