import { describe, expect, test } from 'vitest';
import { homeView } from '../../bot/home.ts';
import { toHome } from '../../bot/render/views.ts';
import { viewFaults } from '../../local/slack/limits.ts';
import { awsEvent } from './aws-event.ts';
import { shopRun } from './fakes/shop.ts';
import { conversationInSlack } from './in-slack.ts';

const two = '2222bbbb-0000-0000-0000-000000000000';
const waits = ['Succeeded', 'InProgress'];
const ada = 'U0ADA';

/** The run as a stored one that its events have told of. */
async function remember(
  { store }: Awaited<ReturnType<typeof conversationInSlack>>,
  run = shopRun(two, waits),
) {
  await store.transaction((tx) => tx.putRun(run));
}

describe('the Home tab', () => {
  test('shows what waits for the viewer, and the pipelines that they may see', async () => {
    await using talk = await conversationInSlack();
    await remember(talk);
    await talk.opensHome(ada);
    expect(talk.home(ada)).toContain('Waiting for you');
    expect(talk.home(ada)).toContain('shop* · Approve/Approve');
    expect(talk.home(ada)).toContain('Change 2222');
  });

  test('shows who may only look no question, and a stranger nothing', async () => {
    await using talk = await conversationInSlack();
    await remember(talk);
    await talk.opensHome('U0BOB');
    expect(talk.home('U0BOB')).toContain('Nothing waits for you');
    expect(talk.home('U0BOB')).toContain('shop* · waits for approval');
    await talk.opensHome('U0EVE');
    expect(talk.home('U0EVE')).toContain('There is no pipeline that you may see.');
    expect(talk.home('U0EVE')).not.toContain('shop');
  });

  test('is where an approval can be given, which is answered to the person', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    await remember(talk);
    await talk.opensHome(ada);
    await talk.pressesAtHome(ada, 'Approve');
    expect(talk.modal(ada)).toContain('Change 2222');
    const heard = await talk.submits(ada);
    expect(talk.pipelines.calls).toHaveLength(1);
    expect(heard.every((each) => each.startsWith('D0ADA'))).toBe(true);
    expect(heard.at(-1)).toContain('Ada approved');
  });

  test('shows what there is when Refresh is pressed', async () => {
    await using talk = await conversationInSlack();
    await talk.opensHome(ada);
    expect(talk.home(ada)).toContain('Nothing waits for you');
    await remember(talk);
    await talk.pressesAtHome(ada, 'Refresh');
    expect(talk.home(ada)).toContain('Waiting for you');
  });

  test('of who has opened it is brought up to date by what happens', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    await talk.opensHome(ada);
    const type = { owner: 'AWS', category: 'Approval', provider: 'Manual', version: '1' };
    await talk.event(
      awsEvent({ run: two, stage: 'Approve', action: 'Approve', state: 'STARTED', more: { type } }),
    );
    expect(talk.home(ada)).toContain('Waiting for you');
    expect(talk.home('U0BOB')).toBeUndefined();
  });
});

test('with 200 pipelines, 60 of them waiting, names full of tricks, it is within the limits of Slack', () => {
  const name = (index: number) => `${'pipeline-'.repeat(9)}${index}`;
  const run = (index: number) => ({
    ...shopRun(two, waits, {
      change: { commit: 'f'.repeat(40), message: `‮<!channel> ${'&'.repeat(300)} 😀`, author: '<@U1>' },
    }),
    pipeline: name(index),
  });
  const view = homeView({
    waiting: Array.from({ length: 60 }, (_, index) => run(index)),
    pipelines: Array.from({ length: 200 }, (_, index) => ({ name: name(index), run: run(index) })),
    now: 0,
  });
  const home = toHome(view);
  expect(viewFaults({ ...home })).toEqual([]);
  const text = JSON.stringify(home);
  for (const index of [0, 99, 199]) expect(text).toContain(`${name(index)}*`);
  expect(text).toContain('and 45 more');
  expect(text).not.toMatch(/<!channel>|<@U1>|‮/);
});
