import { expect, test } from 'vitest';
import { withinSlackBudget } from '../../bot/outbox/budget.ts';
import { reservations } from '../../bot/store/reservations.ts';
import { ManualClock } from '../../local/clock.ts';
import { sentence } from '../../shared/render/view.ts';
import { conversation } from './conversation.ts';
import { FakeSlack, shopRun } from './fakes.ts';

const idOf = (index: number) => `${String(index).padStart(8, '0')}-0000-0000-0000-000000000000`;

function event(index: number, detail: object, second = 0) {
  return {
    version: '0',
    id: `${index} ${JSON.stringify(detail)}`,
    source: 'aws.codepipeline',
    'detail-type': 'CodePipeline Action Execution State Change',
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
