import { describe, expect, test } from 'vitest';
import { viewFaults } from '../../local/slack/limits.ts';
import { deployWaits } from './deploying.ts';
import { shopRun, sourceStage } from './fakes/shop.ts';
import { conversationInSlack } from './in-slack.ts';

const one = '1111aaaa-0000-0000-0000-000000000000';
const two = '2222bbbb-0000-0000-0000-000000000000';
const three = '3333cccc-0000-0000-0000-000000000000';
const done = ['Succeeded', 'Succeeded', 'Succeeded'];
const waits = ['Succeeded', 'InProgress'];
const failed = ['Succeeded', 'Succeeded', 'Failed'];

const ada = 'U0ADA';
const bob = 'U0BOB';

type Talk = Awaited<ReturnType<typeof conversationInSlack>>;

/** What was done at AWS, whatever it was. */
function calls({ pipelines, stages, deployments }: Talk): string[] {
  return [...pipelines.calls, ...stages.calls, ...deployments.calls];
}

describe('what changes production is shown in a modal and done when that is confirmed', () => {
  const cases: [words: string, runs: string[], call: RegExp, shown: RegExp[]][] = [
    [
      'approve',
      waits,
      /^Approved shop 2222bbbb.*: Approved by Ada/,
      [/Approve\/Approve/, /2222bbb .?Change 2222/],
    ],
    [
      'reject shop Not on a Friday',
      waits,
      /^Rejected shop 2222bbbb.*Not on a Friday/,
      [/Reject/, /Not on a Friday/],
    ],
    ['rollback shop', done, /^rollback shop Deploy to 1111aaaa/, [/Goes out/, /Returns/, /Change 1111/]],
    ['start shop COLOUR=red', done, /^start shop .*"COLOUR":"red"/, [/COLOUR=red/, /the newest there is/]],
    ['retry shop', failed, /^retry shop Deploy of 2222bbbb/, [/Change 2222/]],
    ['stop shop --abandon Wrong one', waits, /^stop shop 2222bbbb.*abandoning: Ada: Wrong one/, [/At once/]],
    ['pause shop Deploy Stocktaking', done, /^close shop\/Deploy: Ada: Stocktaking/, [/Lets no run into/]],
    ['lock shop --hard Stocktaking', done, /^close shop\/Approve: /, [/Closed at AWS/, /Approve, Deploy/]],
  ];
  test.each(cases)('%s', async (words, states, call, shown) => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, states), shopRun(one, done)];
    expect(await talk.types(ada, words)).toEqual([]);
    expect(calls(talk)).toEqual([]);
    const [modal] = talk.slack.workspace.views.modals;
    expect(modal).toMatchObject({ user: ada, view: { callback_id: 'confirm' } });
    for (const pattern of shown) expect(talk.modal(ada)).toMatch(pattern);
    expect(viewFaults(modal!.view)).toEqual([]);
    const heard = await talk.submits(ada);
    expect(calls(talk)[0]).toMatch(call);
    expect(talk.slack.workspace.views.modals).toEqual([]);
    expect(heard.at(-1)).toContain('Ada');
  });

  test('the commits that are not live yet are in it', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits), shopRun(one, done)];
    talk.github.comparisons.set('1111aaa...2222bbb', {
      commits: [
        { sha: 'a'.repeat(40), message: 'Add a door', author: 'lee' },
        { sha: 'b'.repeat(40), message: 'Paint it <!channel>' },
      ],
      total: 12,
      files: [],
      url: 'https://github.example/compare',
    });
    await talk.types(ada, 'approve');
    const modal = talk.modal(ada);
    expect(modal).toContain('12 commits go in that are not live yet');
    expect(modal).toContain('Add a door by lee');
    expect(modal).toContain('and 10 more');
    expect(modal).not.toContain('<!channel>');
  });

  test('a blue/green deployment is continued', async () => {
    await using talk = await conversationInSlack();
    deployWaits(talk);
    await talk.types(ada, 'continue');
    expect(talk.modal(ada)).toContain('d-WAITS');
    await talk.submits(ada);
    expect(talk.deployments.calls).toHaveLength(1);
  });

  test('closing it changes nothing', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    await talk.types(ada, 'approve');
    await talk.slack.dismiss(ada);
    await talk.settled();
    expect(calls(talk)).toEqual([]);
    expect(await talk.audit()).toEqual([
      expect.stringMatching(/^slack:U0ADA allowed “approve”: Asked to confirm: Approving/),
    ]);
  });

  test('what only looks is answered at once', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    expect((await talk.types(ada, 'status'))[0]).toContain('waits for an answer');
    expect(talk.slack.workspace.views.modals).toEqual([]);
  });
});

describe('a reason', () => {
  test('that was not given is asked for, and has to be', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    expect(await talk.types(ada, 'reject')).toEqual([]);
    await expect(talk.submits(ada)).rejects.toThrow('Something has to be entered');
    expect(calls(talk)).toEqual([]);
    const reason = 'It --abandon "breaks" the\ncart <!channel>';
    await talk.submits(ada, reason);
    expect(talk.pipelines.calls).toEqual([expect.stringContaining(`Rejected by Ada in Slack: ${reason}`)]);
    expect((await talk.audit()).at(-1)).toContain('reject shop 2222bbbb');
  });

  test('that was given can be changed', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    await talk.types(ada, 'stop shop Wrong brunch');
    expect(talk.modal(ada)).toContain('Wrong brunch');
    await talk.submits(ada, 'Wrong branch');
    expect(talk.pipelines.calls).toEqual([`stop shop ${two}: Ada: Wrong branch (via Drawbridge)`]);
  });

  test('is as long as the command takes it', async () => {
    await using talk = await conversationInSlack();
    await talk.types(ada, `lock shop ${'x'.repeat(500)}`);
    await expect(talk.submits(ada, 'x'.repeat(501))).rejects.toThrow('too long for the modal');
    await talk.submits(ada);
    expect(await talk.store.notes('lock', 'shop')).toHaveLength(1);
  });
});

describe('what is not any more as it was shown is not done, and what changed is told', () => {
  async function shownApproval(): Promise<Talk> {
    const talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits), shopRun(one, done)];
    await talk.types(ada, 'approve');
    return talk;
  }

  test('somebody has answered', async () => {
    await using talk = await shownApproval();
    talk.pipelines.answer(two, 'Approved', 'Approved by Eve in the console');
    const [heard] = await talk.submits(ada);
    expect(heard).toMatch(/C0DEPLOYS for U0ADA: /);
    expect(calls(talk)).toEqual([]);
  });

  test('another run waits in its place', async () => {
    await using talk = await shownApproval();
    talk.pipelines.answer(two, 'Rejected', 'Rejected');
    talk.pipelines.runs = [shopRun(three, waits), ...talk.pipelines.runs];
    const [heard] = await talk.submits(ada);
    expect(calls(talk)).toEqual([]);
    expect(heard).toContain('Nothing was done');
    expect(heard).toMatch(/Change: was 2222bbb.*is 3333ccc/);
    await talk.presses(ada, 'Look again');
    expect(talk.modal(ada)).toContain('Change 3333');
  });

  test('the same waits anew', async () => {
    await using talk = await shownApproval();
    talk.pipelines.waitAnew(two);
    expect((await talk.submits(ada))[0]).toContain('Nothing was done');
    expect(calls(talk)).toEqual([]);
  });

  test('the branch that was to be started has moved', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.declared = { stages: [sourceStage('CodeCommit')] };
    talk.github.refs.set('main', 'a'.repeat(40));
    await talk.types(ada, 'start shop --ref main');
    expect(talk.modal(ada)).toContain('aaaaaaa');
    talk.github.refs.set('main', 'b'.repeat(40));
    expect((await talk.submits(ada))[0]).toContain('Source: was aaaaaaa, is bbbbbbb');
    expect(calls(talk)).toEqual([]);
  });

  test('another version stands where the rollback was to happen', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, done), shopRun(one, done)];
    await talk.types(ada, `rollback shop --to ${one}`);
    talk.pipelines.runs = [shopRun(three, done), ...talk.pipelines.runs];
    expect((await talk.submits(ada))[0]).toMatch(/Goes out: was 2222bbb.*is 3333ccc/);
    expect(calls(talk)).toEqual([]);
  });

  test('the right was taken away', async () => {
    await using talk = await shownApproval();
    const nobody = { ...talk.ports.policy(), pipelines: new Map() };
    Object.assign(talk.ports, { policy: () => nobody });
    expect((await talk.submits(ada))[0]).toMatch(/for U0ADA: There is no pipeline “shop” here/);
    expect(calls(talk)).toEqual([]);
  });
});

describe('where no modal can be opened', () => {
  test('an old trigger is answered with a button that opens one', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    const { slack } = talk;
    const taken = slack.workspace.takeTrigger.bind(slack.workspace);
    slack.workspace.takeTrigger = () => undefined;
    const heard = await talk.types(ada, 'approve');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^C0DEPLOYS for U0ADA: Approving/);
    expect(calls(talk)).toEqual([]);
    slack.workspace.takeTrigger = taken;
    await talk.presses(ada, 'Approve…');
    await talk.submits(ada);
    expect(calls(talk)).toHaveLength(1);
  });

  test('a mention has none: it is answered with the button', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    await talk.writes(ada, '<@U0DRAWBRIDGE> reject');
    await talk.presses(ada, 'Reject…');
    await talk.submits(ada, 'Not today');
    expect(talk.pipelines.calls).toEqual([expect.stringContaining('Not today')]);
  });

  test('while AWS is slow a modal holds the place', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.runs = [shopRun(two, waits)];
    let go = () => {};
    const answered = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { recent } = talk.pipelines;
    talk.pipelines.recent = async (...args) => {
      await answered;
      return recent.apply(talk.pipelines, args);
    };
    await talk.slack.command({ user: ada, channel: 'C0DEPLOYS', command: '/deploy', text: 'approve' });
    await expect.poll(() => talk.modal(ada), { timeout: 3_000 }).toContain('Looking at what this would do');
    await expect(talk.slack.submit({ user: ada })).rejects.toThrow('no modal to submit');
    go();
    await talk.settled();
    expect(talk.modal(ada)).toContain('Change 2222');
    await talk.submits(ada);
    expect(calls(talk)).toHaveLength(1);
  });

  test('too much for Slack to carry is refused', async () => {
    await using talk = await conversationInSlack();
    talk.pipelines.declared = {
      variables: ['A', 'B', 'C', 'D'].map((name) => ({ name, defaultValue: 'x' })),
    };
    const words = ['A', 'B', 'C', 'D'].map((name) => `${name}=${'x'.repeat(950)}`).join(' ');
    expect((await talk.types(ada, `start shop ${words}`))[0]).toContain('too much to be confirmed in Slack');
    expect(calls(talk)).toEqual([]);
  });
});

test('who may not is told so to themselves alone, and sees no modal', async () => {
  await using talk = await conversationInSlack();
  talk.pipelines.runs = [shopRun(two, waits)];
  const heard = await talk.types(bob, 'approve');
  expect(heard).toEqual([expect.stringMatching(/^C0DEPLOYS for U0BOB: You may not approve/)]);
  expect(talk.slack.workspace.views.modals).toEqual([]);
});

test('of two people with the same modal open, one does it and the other is told', async () => {
  await using talk = await conversationInSlack();
  talk.pipelines.runs = [shopRun(two, waits)];
  Object.assign(talk.slack.workspace.groups, { S0OPS: ['U0EVE'] });
  await talk.types(ada, 'approve');
  await talk.types('U0EVE', 'approve');
  expect(talk.slack.workspace.views.modals).toHaveLength(2);
  const both = await Promise.all([talk.slack.submit({ user: ada }), talk.slack.submit({ user: 'U0EVE' })]);
  expect(both).toHaveLength(2);
  await talk.settled();
  expect(talk.pipelines.calls).toHaveLength(1);
});

test('a submission that Slack sends twice counts once', async () => {
  await using talk = await conversationInSlack();
  await talk.types(ada, 'start shop');
  const [modal] = talk.slack.workspace.views.modals;
  await talk.submits(ada);
  talk.slack.workspace.views.modals.push(modal!);
  await talk.submits(ada);
  expect(talk.pipelines.calls).toHaveLength(1);
});
