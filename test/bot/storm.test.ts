import { expect, test } from 'vitest';
import { withinGitHubBudget, withinSlackBudget } from '../../bot/outbox/budget.ts';
import type { SlackPort } from '../../bot/ports.ts';
import { noSlack } from '../../bot/slack.ts';
import { reservations } from '../../bot/store/reservations.ts';
import { ManualClock } from '../../local/clock.ts';
import { sentence, type View } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import { conversation, now } from './conversation.ts';
import { FakeGitHub } from './fakes/github.ts';
import { shopRun } from './fakes/shop.ts';
import { FakeSlack } from './fakes/slack.ts';

const idOf = (index: number) => `${String(index).padStart(8, '0')}-0000-0000-0000-000000000000`;

function event(index: number, detail: object, second = 0, kind = 'action' in detail ? 'Action' : 'Stage') {
  return {
    version: '0',
    id: `${index} ${JSON.stringify(detail)}`,
    source: 'aws.codepipeline',
    'detail-type': `CodePipeline ${kind} Execution State Change`,
    region: 'us-east-1',
    time: new Date(Date.parse('2026-03-01T11:00:00Z') + second * 1000).toISOString(),
    detail: { pipeline: 'shop', 'execution-id': idOf(index), ...detail },
  };
}

test('above twenty live runs a channel has one board, and failures and approvals are still posted', async () => {
  await using talk = await conversation();
  const ids = Array.from({ length: 30 }, (_, index) => index);
  talk.pipelines.runs = ids.map((index) => shopRun(idOf(index), ['Succeeded', 'Succeeded', 'InProgress']));
  const deploy = { stage: 'Deploy', action: 'Deploy' };
  for (const index of ids) await talk.event(event(index, { ...deploy, state: 'STARTED' }));
  const roots = talk.slack.heard.filter(({ where }) => where === 'C0DEPLOYS');
  expect(roots).toHaveLength(21);
  expect(roots.at(-1)?.text).toContain('30 runs are under way, 0 of them wait for an approval');
  talk.pipelines.runs = [
    ...talk.pipelines.runs.filter(({ id }) => id !== idOf(29)),
    shopRun(idOf(29), ['Succeeded', 'Succeeded', 'Failed']),
  ];
  await talk.event(event(29, { ...deploy, state: 'FAILED' }, 9));
  expect(talk.slack.heard.at(-1)?.text).toContain('shop: Deploy/Deploy failed');
});

test('a channel gets five messages at once and one a second from then on, another is not held up', async () => {
  const clock = new ManualClock();
  const fake = new FakeSlack();
  const slack = withinSlackBudget(fake, { clock, store: { reserve: reservations(clock) } });
  const post = (channel: string) => void slack.post({ channel, view: sentence('x'), key: 'k' });
  for (let count = 0; count < 8; count++) post('C1');
  post('C2');
  const inC1 = () => fake.heard.filter(({ where }) => where === 'C1').length;
  await clock.advance(0);
  expect([inC1(), fake.heard.length]).toEqual([5, 6]);
  await clock.advance(1_000);
  expect(inC1()).toBe(6);
  await clock.advance(2_000);
  expect(inC1()).toBe(8);
});

/** Time stands still until it is moved: what Slack was sent, when (milliseconds from the start), and what it said. */
function timedSlack(clock: ManualClock) {
  const calls: { at: number; text: string }[] = [];
  const note = ({ summary: text }: View) => calls.push({ at: clock.now() - now, text });
  const port: SlackPort = {
    ...noSlack,
    post: async ({ view }) => `ts${note(view)}`,
    async update({ view }) {
      note(view);
      return 'updated';
    },
  };
  return { calls, slack: withinSlackBudget(port, { clock, store: { reserve: reservations(clock) } }) };
}

test.each([
  ['in a storm', { live: 100, events: 400, pause: 60 }],
  ['where a storm is near', { live: 18, events: 200, pause: 200 }],
])(
  '%s failures and approvals are posted within three seconds, and Slack’s budget is kept',
  async (_, busy) => {
    const { live, events, pause } = busy;
    const clock = new ManualClock(now);
    const { calls, slack } = timedSlack(clock);
    await using talk = await conversation({ aws: { clock, slack } });
    const due: number[] = [];
    const runs = new Map<number, Run>();
    // Every 25th is urgent once the runs have begun.
    for (let count = 0; count < events; count++) {
      await clock.advance(pause);
      const isUrgent = count >= 100 && count % 25 === 0;
      const index = isUrgent ? count / 25 : count % live;
      const isFailure = count % 50 === 0;
      const at = isFailure ? { stage: 'Deploy', action: 'Deploy' } : { stage: 'Approve', action: 'Approve' };
      const urgent = isFailure ? ['Succeeded', 'Succeeded', 'Failed'] : ['Succeeded', 'InProgress'];
      const states = isUrgent ? urgent : ['Succeeded', 'Succeeded', 'InProgress'];
      runs.set(index, shopRun(idOf(index), states, { status: 'InProgress' }));
      talk.pipelines.runs = [...runs.values()];
      if (isUrgent) due.push(clock.now() - now);
      const state = isFailure ? 'FAILED' : 'STARTED';
      const stage = { stage: count < live ? 'Source' : 'Deploy', state: count % 2 ? 'STARTED' : 'SUCCEEDED' };
      void talk.event(event(index, isUrgent ? { ...at, state } : { ...stage, count }, count));
      for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate);
    }
    let isSettled = false;
    void talk.settled().then(() => {
      isSettled = true;
    });
    while (!isSettled) await clock.advance(1_000);
    const posted = calls.filter(({ text }) => /Deploy failed|waits for an approval/.test(text));
    const waited = due.map((since, index) => (posted[index]?.at ?? Number.POSITIVE_INFINITY) - since);
    expect(Math.max(...waited)).toBeLessThanOrEqual(3_000);
    const busiest = calls.map(
      ({ at }) => calls.filter((each) => each.at >= at && each.at < at + 10_000).length,
    );
    expect(Math.max(...busiest)).toBeLessThanOrEqual(15);
  },
);

test('when a storm has passed the board says so, and runs have their own messages again', async () => {
  await using talk = await conversation();
  const deploying = (index: number) => shopRun(idOf(index), ['Succeeded', 'Succeeded', 'InProgress']);
  talk.pipelines.runs = Array.from({ length: 22 }, (_, index) => deploying(index));
  const deploy = { stage: 'Deploy', action: 'Deploy' };
  for (let index = 0; index < 22; index++) await talk.event(event(index, { ...deploy, state: 'STARTED' }));
  const board = () => talk.slack.heard.find(({ text }) => text.includes('runs are under way'))?.text;
  expect(board()).toContain('Failures and approvals are still told one by one.');
  for (const index of [0, 1]) {
    const done = shopRun(idOf(index), ['Succeeded', 'Succeeded', 'Succeeded']);
    talk.pipelines.runs = talk.pipelines.runs.map((run) => (run.id === done.id ? done : run));
    await talk.event(event(index, { state: 'SUCCEEDED' }, 5, 'Pipeline'));
  }
  expect(board()).toContain('20 runs are under way');
  expect(board()).toContain('From now on each run has its own message again. Written 2026-03-01 12:00 UTC.');
  const roots = () => talk.slack.heard.filter(({ where }) => where === 'C0DEPLOYS').length;
  const before = roots();
  await talk.event(event(21, { ...deploy, state: 'SUCCEEDED' }, 6));
  expect(roots()).toBe(before + 1);
});

test('a backlog at GitHub does not hold up what Slack is told', async () => {
  const clock = new ManualClock(now);
  const { calls, slack } = timedSlack(clock);
  const github = withinGitHubBudget(new FakeGitHub(), { clock, store: { reserve: reservations(clock) } });
  await using talk = await conversation({ aws: { clock, slack, github } });
  const deploying = (index: number): Run => {
    const run = shopRun(idOf(index), ['Succeeded', 'Succeeded', 'InProgress']);
    return { ...run, change: { ...run.change, repository: 'acme/shop', pullRequest: 100 + index } };
  };
  const indices = Array.from({ length: 100 }, (_, index) => index);
  talk.pipelines.runs = indices.map(deploying);
  const deploy = { stage: 'Deploy', action: 'Deploy' };
  const some = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      for (let turn = 0; turn < 60; turn++) await new Promise(setImmediate);
      await clock.advance(1_000);
    }
  };
  for (const index of indices) void talk.event(event(index, { ...deploy, state: 'STARTED' }));
  await some(10);
  const failedAt = clock.now() - now;
  void talk.event(event(3, { ...deploy, state: 'FAILED' }, 9));
  await some(4);
  const told = calls.find(({ text }) => text.includes('Deploy/Deploy failed'));
  expect((told?.at ?? Number.POSITIVE_INFINITY) - failedAt).toBeLessThanOrEqual(3_000);
  let isSettled = false;
  void talk.settled().then(() => {
    isSettled = true;
  });
  while (!isSettled) await some(10);
});
