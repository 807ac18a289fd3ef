import { describe, expect, test } from 'vitest';
import { conversation, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const live = shopRun('1111aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']);
const next = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'InProgress']);
const failed = shopRun('3333cccc-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Failed']);

describe.each(places)('on $place', ({ place, ada, bob }) => {
  test('diff lists the commits and files that are not live yet', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [next, live];
    talk.github.comparisons.set('1111aaa...2222bbb', {
      commits: [
        { sha: 'a'.repeat(40), message: 'Plan the door', author: 'bob' },
        { sha: 'b'.repeat(40), message: 'Paint the door' },
      ],
      total: 2,
      files: ['door.ts'],
      url: 'https://github.test/compare',
    });
    const [heard] = await speak(talk, place, bob, 'diff');
    expect(heard).toContain('2 commits would go out of shop with run 2222bbbb');
    expect(heard).toContain('Live is 1111aaa “Change 1111” by bob.');
    expect(heard).toMatch(/bbbbbbb Paint the door\naaaaaaa Plan the door \(bob\)\ndoor.ts/);
  });

  test('with nothing on its way, diff looks at the branch', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [{ ...live, change: { ...live.change, ref: 'refs/heads/main' } }];
    talk.github.comparisons.set('1111aaa...main', { commits: [], total: 0, files: [] });
    const [heard] = await speak(talk, place, bob, 'diff shop');
    expect(heard).toContain('Nothing new would go out of shop with the newest of main.');
  });

  test('diff says what it lacks', async () => {
    await using talk = await conversation();
    expect((await speak(talk, place, bob, 'diff shop'))[0]).toContain(
      'It is not known which commit of shop is live.',
    );
    talk.pipelines.runs = [next, live];
    expect((await speak(talk, place, bob, 'diff shop'))[0]).toContain(
      'GitHub cannot compare 1111aaa with 2222bbb',
    );
  });

  test('logs show what the failed action wrote, or the one that is named', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [failed, live];
    talk.written.set('Deploy/Deploy', ['Starting', 'sh: door: not found']);
    const [heard] = await speak(talk, place, ada, 'logs');
    expect(heard).toContain('The last 2 lines of Deploy/Deploy of shop: 3333ccc');
    expect(heard).toContain('sh: door: not found');
    expect((await speak(talk, place, ada, 'logs shop source'))[0]).toContain(
      'Source/Source of shop wrote nothing that is kept.',
    );
    expect((await speak(talk, place, ada, 'logs shop Test'))[0]).toContain(
      'The run has begun no action “Test”; there are Source/Source, Approve/Approve, Deploy/Deploy.',
    );
  });

  test('logs are for who may read them', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [failed];
    talk.written.set('Deploy/Deploy', ['a line']);
    const [heard] = await speak(talk, place, bob, 'logs shop');
    expect(heard).toContain('You may not read the logs of shop');
  });
});

test('watch is for Slack, begins once and ends once', async () => {
  await using talk = await conversation();
  expect((await talk.inSlack('U0BOB', 'watch shop')).at(-1)).toContain(
    'C0DEPLOYS for U0BOB: You are told in Slack',
  );
  expect((await talk.inSlack('U0BOB', 'watch shop'))[0]).toContain('You watch shop already.');
  expect((await talk.inSlack('U0BOB', 'unwatch shop')).at(-1)).toContain('You are no longer told of shop.');
  expect((await talk.inSlack('U0BOB', 'unwatch shop'))[0]).toContain('You do not watch shop anyway.');
  expect((await talk.onGitHub('bob', 'watch shop'))[0]).toContain('Say it in Slack');
  expect((await talk.inSlack('U0EVE', 'watch shop'))[0]).toContain('There is no pipeline “shop” here');
});
