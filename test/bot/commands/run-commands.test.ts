import { describe, expect, test } from 'vitest';
import { conversation, places, speak } from '../conversation.ts';
import { shopRun, sourceStage } from '../fakes/shop.ts';

const one = '1111aaaa-0000-0000-0000-000000000000';
const two = '2222bbbb-0000-0000-0000-000000000000';
const failed = ['Succeeded', 'Succeeded', 'Failed'];

describe.each(places)('in $place', ({ place, ada, bob, eve }) => {
  test('retry runs what failed again', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    const heard = await speak(talk, place, ada, 'retry');
    expect(talk.pipelines.calls).toEqual([`retry shop Deploy of ${one}`]);
    expect(heard.at(-1)).toContain('Ada retries Deploy of shop, what failed of it');
  });

  test('stop stops the run, with the reason', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    const heard = await speak(talk, place, ada, 'stop shop --abandon The hosts are on fire');
    expect(talk.pipelines.calls).toEqual([
      `stop shop ${one}, abandoning: Ada: The hosts are on fire (via Drawbridge)`,
    ]);
    expect(heard.at(-1)).toContain('Ada stops shop, abandoning what it does: “The hosts are on fire”');
  });

  test('start starts a run with variables, on a revision', async () => {
    await using talk = await conversation();
    const heard = await speak(talk, place, ada, 'start COLOUR="light blue" shop --revision=v3');
    expect(talk.pipelines.calls).toEqual([
      'start shop {"variables":{"COLOUR":"light blue"},"sourceRevisions":[{"action":"Source","type":"S3_OBJECT_VERSION_ID","value":"v3"}]}',
    ]);
    expect(heard.at(-1)).toContain('Ada started shop on v3: run 5');
  });

  test.each(['retry', 'stop shop reason', 'start'])('%s is refused to who may not', async (text) => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    for (const user of [bob, eve]) {
      const [heard] = await speak(talk, place, user, text);
      expect(heard).toMatch(/You may not (retry|stop|start) shop|or you may not see it/);
    }
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('status shows the newest run, to who may see it', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    const [seen] = await speak(talk, place, bob, 'status');
    expect(seen).toContain('Change 1111');
    const [refused] = await speak(talk, place, eve, 'status');
    expect(refused).toContain('There is no pipeline “shop” here, or you may not see it.');
  });

  test('status says what holds a run up', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded'])];
    talk.stages.set('Deploy', { closed: { reason: 'Stocktaking' } });
    expect((await speak(talk, place, bob, 'status'))[0]).toContain('Deploy lets no run in: Stocktaking');
  });

  test('who tells who may do what, in the words of the place', async () => {
    await using talk = await conversation();
    const [seen] = await speak(talk, place, bob, 'who');
    const words = place === 'Slack' ? '@U0ADA, @S0OPS, @acme/ops' : '@ada, 1 in Slack, @acme/ops';
    expect(seen).toContain(`approve | ${words}`);
    expect(seen).toContain(`stop | @${ada}`);
    const [refused] = await speak(talk, place, eve, 'who shop');
    expect(refused).toContain('or you may not see it');
  });

  test('history lists runs, and what a rollback brought back', async () => {
    await using talk = await conversation();
    const back = shopRun(two, ['Succeeded'], { kind: 'ROLLBACK', rollbackOf: one });
    talk.pipelines.runs = [back, shopRun(one, failed)];
    const [seen] = await speak(talk, place, bob, 'history');
    expect(seen).toMatch(
      /2222bbbb \| InProgress \| rollback to 1111aaaa \| .*\n1111aaaa \| Failed \| 1111aaa/,
    );
    const [refused] = await speak(talk, place, eve, 'history shop');
    expect(refused).toContain('or you may not see it');
  });

  test('audit tells who asked what and what came of it', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    const [nobody] = await speak(talk, place, ada, 'audit');
    expect(nobody).toContain('Nobody has asked anything of shop yet.');
    await speak(talk, place, eve, 'retry shop');
    await speak(talk, place, ada, 'retry');
    const [seen] = await speak(talk, place, ada, 'audit');
    expect(seen).toMatch(new RegExp(`${eve} \\| retry shop \\| refused \\| There is no`));
    expect(seen).toMatch(new RegExp(`${ada} \\| retry \\| allowed \\| Retrying`));
    expect(seen).toContain('Ada retries Deploy of shop');
    const [refused] = await speak(talk, place, bob, 'audit shop');
    expect(refused).toContain('You may not approve shop');
  });

  test('list lists what the asker may see', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    const [seen] = await speak(talk, place, bob, 'list');
    expect(seen).toContain('shop | Failed | 1111aaa');
    const [nothing] = await speak(talk, place, eve, 'list');
    expect(nothing).toContain('There is no pipeline here that you may see.');
  });
});

test('in a run’s thread, and on its pull request, that run is meant', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(two, ['Succeeded', 'InProgress']), shopRun(one, failed)];
  const shown = { pipeline: 'shop', run: one };
  await talk.store.transaction(async (tx) => {
    await tx.putShown({ key: 'a', place: 'C0DEPLOYS', id: 'ts1', ...shown });
    await tx.putShown({ key: 'b', place: 'acme/shop#7', id: '9', ...shown });
  });
  expect((await talk.inSlack('U0BOB', 'status', { thread: 'ts1' }))[0]).toContain('Change 1111');
  expect((await talk.onGitHub('bob', 'status'))[0]).toContain('Change 1111');
  expect((await talk.inSlack('U0BOB', 'status'))[0]).toContain('Change 2222');
});

test('help lists every command, and explains one', async () => {
  await using talk = await conversation();
  const [all] = await talk.inSlack('U0EVE', '');
  expect(all).toContain('/deploy rollback [pipeline] [stage] [--to run | --list]');
  const [one] = await talk.onGitHub('eve', 'help rollback');
  expect(one).toContain('/deploy rollback shop');
});

test('a fault of ours is an apology with an id, which the operator finds', async () => {
  await using talk = await conversation();
  talk.pipelines.recent = () => Promise.reject(new TypeError('x is not a function'));
  const [heard] = await talk.inSlack('U0ADA', 'status');
  const id = /under ([0-9a-f]{12})/.exec(heard ?? '')?.[1];
  expect(heard).toContain('Sorry, that did not work');
  expect(heard).not.toContain('function');
  expect(talk.logged.filter((line) => line.includes(id ?? 'none'))).toHaveLength(1);
  expect((await talk.audit())[0]).toContain('failed “status”: x is not a function');
});

test('on a pull request the answer is one reply, and a reaction tells whether it was let', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(one, failed)];
  await talk.onGitHub('ada', 'retry');
  expect(talk.github.comments).toHaveLength(1);
  expect(talk.github.comments[0]?.text).toContain('Ada retries');
  await talk.onGitHub('eve', 'retry');
  expect(talk.github.reactions).toEqual(['eyes on 1', 'rocket on 1', 'eyes on 1', '-1 on 1']);
});

test('what AWS does not do is no rocket', async () => {
  await using talk = await conversation();
  const { UserError } = await import('../../../shared/errors.ts');
  talk.pipelines.start = () => Promise.reject(new UserError('There are too many runs.'));
  const heard = await talk.onGitHub('ada', 'start shop');
  expect(heard.at(-1)).toContain('Not started: There are too many runs.');
  expect(talk.github.reactions).toEqual(['eyes on 1', '-1 on 1']);
});

describe('one word that is no pipeline’s name', () => {
  const two = (elsewhere: boolean) => `
pipelines:
  shop: { slack: { channel: C0DEPLOYS }, allow: { approve: { slack: [U0ADA] } } }
  blog: { slack: { channel: ${elsewhere ? 'C0OTHER' : 'C0DEPLOYS'} }, allow: { approve: { slack: [U0ADA] } } }
`;

  test('approves no other pipeline', async () => {
    await using talk = await conversation({ policy: two(true) });
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    const [heard] = await talk.inSlack('U0ADA', 'approve billing');
    expect(heard).toContain('There is no pipeline “billing”. Put quotation marks around it if it is not one');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('is asked about where several belong', async () => {
    await using talk = await conversation({ policy: two(false) });
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    expect((await talk.inSlack('U0ADA', 'approve billing'))[0]).toContain('[blog: approve blog billing]');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('is a comment in quotation marks, in a run’s thread, or where there is one pipeline', async () => {
    await using talk = await conversation({ policy: two(true) });
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    await talk.inSlack('U0ADA', 'approve "fine"');
    expect(talk.pipelines.calls[0]).toContain('fine');
    await talk.store.transaction((tx) =>
      tx.putShown({ key: 'run', place: 'C0DEPLOYS', id: 'ts9', pipeline: 'shop', run: one }),
    );
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    await talk.inSlack('U0ADA', 'approve Checked', { thread: 'ts9' });
    expect(talk.pipelines.calls[1]).toContain('Checked');
  });
});

describe.each(places)('also in $place', ({ place, ada, eve }) => {
  test.each([
    ['retry', 'Nothing of shop has failed: its newest run is InProgress.'],
    ['retry Approve', 'Approve of shop has not failed: it is InProgress.'],
    ['retry Nowhere', 'The run has no stage “Nowhere”; it has Source, Approve, Deploy.'],
    ['stop shop', 'Say why. Usage: /deploy stop [pipeline] [run] [--abandon] <reason…>'],
    ['start COLOR=red', 'shop has no variable COLOR: did you mean COLOUR?'],
    ['start COLOUR=', 'A variable needs a value'],
    ['start shop now', '“now” is one word too many.'],
    ['status shpo', 'There is no pipeline “shpo”: did you mean shop?'],
    ['status nothing', 'There is no pipeline “nothing” here, or you may not see it.'],
    ['status shop extra', '“extra” is one word too many.'],
    ['aprove', 'There is no command “aprove”: did you mean approve?'],
    ['dance', 'There is no command “dance”; help lists them.'],
    ['help dance', 'There is no command “dance”.'],
    ['reject "open', 'A quotation mark is opened before “open” and not closed.'],
    ['stop --abandon=yes shop why', '--abandon takes no value.'],
    ['stop --abandon --abandon shop why', '--abandon is given twice.'],
  ])('“%s” is answered in one sentence and changes nothing', async (text, words) => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, ['Succeeded', 'InProgress'])];
    const heard = await speak(talk, place, ada, text);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain(words);
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('nothing that has ended is stopped', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(one, failed)];
    const [heard] = await speak(talk, place, ada, 'stop shop why');
    expect(heard).toContain('Nothing of shop to stop: its newest run is Failed.');
  });

  test('start --ref resolves it now, and names the commit', async () => {
    await using talk = await conversation();
    talk.pipelines.declared = { stages: [sourceStage('CodeStarSourceConnection')] };
    talk.github.refs.set('release/1', 'a'.repeat(40));
    const heard = await speak(talk, place, ada, 'start shop --ref release/1');
    expect(heard.at(-1)).toContain('Ada started shop on release/1, which is aaaaaaa “A change”: run 5');
    expect(talk.pipelines.calls[0]).toContain(`"type":"COMMIT_ID","value":"${'a'.repeat(40)}"`);
  });

  test.each([
    ['start shop --ref nope', 'acme/shop has no branch, tag or commit “nope”.'],
    ['start shop --ref ../x', 'A ref is a branch, a tag or a commit'],
    ['start shop --ref main', 'shop takes no commits: its source Source has revisions of its own'],
    ['start shop --ref main --revision v1', 'Give --ref or --revision, not both.'],
  ])('“%s” starts nothing', async (text, why) => {
    await using talk = await conversation();
    talk.github.refs.set('main', 'a'.repeat(40));
    expect((await speak(talk, place, ada, text))[0]).toContain(why);
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('two pipelines of one place are asked about, with the words that were meant', async () => {
    const allow = 'allow: { stop: { slack: [U0ADA], github: { users: [ada] } } }';
    const policy = ['shop', 'blog', 'hidden']
      .map(
        (name) => `
  ${name}:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop }
    ${name === 'hidden' ? 'allow: {}' : allow}`,
      )
      .join('');
    await using talk = await conversation({ policy: `pipelines:${policy}` });
    const [heard] = await speak(talk, place, ada, 'stop --abandon too "late now"');
    expect(heard).toContain('Which pipeline?');
    expect(heard).toContain('[shop: stop shop too "late now" --abandon]');
    expect(heard).toContain('[blog: stop blog too "late now" --abandon]');
    expect(heard).not.toContain('hidden');
    const [refused] = await speak(talk, place, eve, 'stop why');
    expect(refused).toContain('There is no pipeline here that you may see.');
  });
});
