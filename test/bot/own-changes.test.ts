import { describe, expect, test } from 'vitest';
import tellAuthors from '../../bot/effects/tell-authors.ts';
import { DeliveryError } from '../../bot/outbox/retry.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { awsEvent, type Told } from './aws-event.ts';
import { type Conversation, conversation, places, speak } from './conversation.ts';
import { shopRun } from './fakes/shop.ts';

const id = '1111aaaa-0000-0000-0000-000000000000';
const commit = 'c0ffee0'.padEnd(40, '0');
const change = { repository: 'acme/shop', commit, message: 'Paint it', author: 'Bob B.' };
const broken = (more: Partial<Run> = {}) =>
  shopRun(id, ['Succeeded', 'Succeeded', 'Failed'], { change, ...more });

const event = (told: Omit<Told, 'run'>) => awsEvent({ run: id, ...told });
const deploy = { stage: 'Deploy', action: 'Deploy' };

/** AWS has a run that deploys the change, then one whose deployment fails; each is told, the failure twice. */
async function fails(talk: Conversation, run = broken(), seconds = 1): Promise<void> {
  const { status: _, ...rest } = shopRun(id, ['Succeeded', 'Succeeded', 'InProgress']);
  talk.pipelines.runs = [{ ...run, status: 'InProgress', stages: rest.stages }];
  await talk.event(event({ ...deploy, state: 'STARTED', seconds }));
  const failure = event({ ...deploy, state: 'FAILED', seconds: seconds + 1 });
  await talk.event(failure);
  await talk.event(structuredClone(failure));
  talk.pipelines.runs = [run];
  await talk.event(event({ stage: 'Deploy', state: 'FAILED', seconds: seconds + 1 }));
  await talk.event(event({ state: 'FAILED', seconds: seconds + 1 }));
}

const alone = (talk: Conversation) =>
  talk.slack.heard.filter(({ where }) => /^U/.test(where)).map(({ where, text }) => `${where}: ${text}`);

const toldBob = [expect.stringContaining('U0BOB: shop: Deploy/Deploy failed')];

describe.each(places)('said in $place', ({ place, ada, bob, eve }) => {
  test('the author is told of a failure once, with its reason, and others are not', async () => {
    await using talk = await conversation();
    talk.github.authors.set(commit, 'Bob');
    talk.reasons.set('Deploy/Deploy', { text: 'The script failed', where: 'host-2', log: ['boom'] });
    const [, told] = [
      await speak(talk, place, ada, 'watch mine'),
      await speak(talk, place, bob, 'watch mine'),
    ];
    expect(told.at(-1)).toContain('You are told in Slack when a run fails that brings a change of yours.');
    await fails(talk);
    expect(alone(talk)).toEqual([
      'U0BOB: shop: Deploy/Deploy failed (host-2): The script failed\nboom\nc0ffee0 Paint it by Bob B. · acme/shop · Run 1111aaaa',
    ]);
  });

  test('it is ended from either place', async () => {
    await using talk = await conversation();
    talk.github.authors.set(commit, 'bob');
    await speak(talk, place, bob, 'watch mine');
    expect((await speak(talk, place, bob, 'watch MINE'))[0]).toContain('You watch your own changes already.');
    expect((await talk.inSlack('U0BOB', 'unwatch mine')).at(-1)).toContain(
      'no longer told of your own changes',
    );
    expect((await speak(talk, place, bob, 'unwatch mine'))[0]).toContain('You do not watch your own changes');
    await fails(talk);
    expect(alone(talk)).toEqual([]);
  });

  test('whoever may see nothing, or is not known in Slack, is told so', async () => {
    await using talk = await conversation();
    expect((await speak(talk, place, eve, 'watch mine'))[0]).toMatch(
      place === 'Slack'
        ? /no pipeline here that you may see/
        : /nobody knows who you are there: say \/deploy link/,
    );
    expect(await talk.store.notes('watch', 'own changes')).toEqual([]);
  });
});

test('who watches the pipeline as well is told of the failure once', async () => {
  await using talk = await conversation();
  talk.github.authors.set(commit, 'bob');
  await talk.inSlack('U0BOB', 'watch mine');
  await talk.inSlack('U0BOB', 'watch shop');
  await fails(talk);
  expect(alone(talk)).toEqual(toldBob);
});

test('a retry that fails is another failure', async () => {
  await using talk = await conversation();
  talk.github.authors.set(commit, 'bob');
  await talk.inSlack('U0BOB', 'watch mine');
  await fails(talk);
  await fails(talk, broken(), 60);
  expect(alone(talk)).toEqual([...toldBob, ...toldBob]);
});

test('a run that a condition ends is told, too', async () => {
  await using talk = await conversation();
  talk.github.authors.set(commit, 'bob');
  await talk.inSlack('U0BOB', 'watch mine');
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'Succeeded'], { change, status: 'Failed' })];
  await talk.event(event({ state: 'FAILED', seconds: 1 }));
  expect(alone(talk)).toEqual([expect.stringContaining('U0BOB: shop: failed, c0ffee0')]);
});

test.each<[who: string, prepare: (talk: Conversation) => void]>([
  [
    'opened its pull request',
    ({ github }) => github.pulls.set(7, { head: commit, author: 'bob', open: true }),
  ],
  ['pushed it', () => {}],
  [
    'has the address that it was committed with',
    ({ github }) => github.commitEmails.set(commit, 'Bob@acme.test'),
  ],
])('theirs is also who %s', async (who, prepare) => {
  await using talk = await conversation();
  talk.slack.emails.set('U0BOB', 'bob@acme.test');
  prepare(talk);
  await talk.inSlack('U0BOB', 'watch mine');
  await fails(
    talk,
    broken({ change: { ...change, pullRequest: 7, ...(who === 'pushed it' && { actor: 'BOB' }) } }),
  );
  expect(alone(talk)).toEqual(toldBob);
});

describe('nobody is told', () => {
  test.each<[why: string, change: (talk: Conversation) => void, more?: Partial<Run>]>([
    ['who is not known', ({ github }) => github.commitEmails.set(commit, 'stranger@acme.test')],
    ['who may see it no longer', ({ slack }) => slack.groups.set('S0OPS', [])],
    ['whose older change is brought back', () => {}, { kind: 'ROLLBACK' }],
  ])('%s', async (_why, change, more) => {
    await using talk = await conversation();
    talk.slack.groups.set('S0OPS', ['U0CY']);
    talk.slack.emails.set('U0CY', 'cy@acme.test');
    talk.github.commitEmails.set(commit, 'cy@acme.test');
    await talk.inSlack('U0CY', 'watch mine');
    change(talk);
    await fails(talk, broken(more));
    expect(alone(talk)).toEqual([]);
  });
});

describe('who may see it on GitHub only', () => {
  const policy = `
pipelines:
  shop: { github: { repository: acme/shop }, allow: { see: { github: { permission: read } } } }
`;

  test('is told if they asked there, also where only an e-mail says who they are in Slack', async () => {
    await using talk = await conversation({ policy });
    talk.github.authors.set(commit, 'bob');
    talk.github.permissions.set('bob', 'write');
    talk.github.emails.set('bob', 'bob@acme.test');
    talk.slack.emails.set('U0BOB', 'bob@acme.test');
    await talk.onGitHub('bob', 'watch mine');
    await fails(talk);
    expect(alone(talk)).toEqual(toldBob);
  });

  test('gets no rights in Slack by it', async () => {
    await using talk = await conversation({ policy: `${policy}people: [{ slack: U0BOB, github: bob }]` });
    talk.github.permissions.set('bob', 'write');
    expect((await talk.inSlack('U0BOB', 'watch mine'))[0]).toContain('no pipeline here that you may see');
  });
});

test('whose GitHub login is not known is told what counts as theirs', async () => {
  await using talk = await conversation();
  talk.slack.groups.set('S0OPS', ['U0CY']);
  expect((await talk.inSlack('U0CY', 'watch mine')).at(-1)).toContain('Nobody knows your GitHub login here');
});

test('a pipeline that is called so is named in quotation marks', async () => {
  const policy = 'pipelines: { mine: { allow: { see: { slack: [U0BOB] } } } }';
  await using talk = await conversation({ policy });
  expect((await talk.inSlack('U0BOB', 'watch mine')).at(-1)).toContain('a change of yours');
  expect((await talk.inSlack('U0BOB', 'watch "mine"')).at(-1)).toContain('when a run of mine ends');
});

test('where GitHub is away it is tried again, and what it refuses is nobody’s', async () => {
  await using talk = await conversation();
  await talk.inSlack('U0BOB', 'watch mine');
  await talk.store.transaction((tx) => tx.putRun(broken()));
  const effect = { pipeline: 'shop', run: id, view: sentence('It failed'), told: [] };
  const attempt = { id: 'effect', number: 1 };
  const answers = (reason: 'unreachable' | 'refused') => {
    talk.github.commit = () => Promise.reject(new DeliveryError('GitHub answered', { reason }));
    return tellAuthors.perform(effect, talk.ports, attempt);
  };
  await expect(answers('unreachable')).rejects.toThrow('GitHub answered');
  expect(await answers('refused')).toEqual([]);
});
