import { describe, expect, test } from 'vitest';
import { conversation, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const older = '1111aaaa-0000-0000-0000-000000000000';
const newer = '2222bbbb-0000-0000-0000-000000000000';
const waits = ['Succeeded', 'InProgress'];

describe.each(places)('in $place', ({ place, ada, bob, eve }) => {
  const inPlace = place === 'Slack' ? 'in Slack' : 'on acme/shop#7';
  const everyone = place === 'Slack' ? 'C0DEPLOYS' : 'acme/shop#7';

  test('who may approves the run that waits, and everyone reads it', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits)];
    const heard = await speak(talk, place, ada, 'approve shop Checked on "staging"');
    expect(talk.pipelines.calls).toEqual([
      `Approved shop ${newer}: Approved by Ada ${inPlace}: Checked on "staging" (via Drawbridge …)`,
    ]);
    expect(heard.at(-1)).toBe(`${everyone}: Ada approved Approve/Approve of shop: “Checked on "staging"”`);
    expect(await talk.audit()).toHaveLength(2);
  });

  test('the pipeline is the one of the place', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits)];
    await speak(talk, place, ada, 'reject “Not on a Friday”');
    expect(talk.pipelines.calls).toEqual([
      `Rejected shop ${newer}: Rejected by Ada ${inPlace}: Not on a Friday (via Drawbridge …)`,
    ]);
  });

  test.each([
    ['who only looks', bob, 'You may not approve shop'],
    ['a stranger', eve, 'There is no pipeline “shop” here, or you may not see it.'],
  ])('%s is refused and nothing is read', async (_, user, words) => {
    await using talk = await conversation();
    const unread = () => Promise.reject(new Error('must not be read'));
    Object.assign(talk.pipelines, { run: unread, recent: unread, pendingApproval: unread });
    const heard = await speak(talk, place, user, 'approve shop');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain(words);
    expect(talk.pipelines.calls).toEqual([]);
    expect((await talk.audit())[0]).toContain('refused “approve shop”');
  });

  test('a run that a newer one took the place of is not approved, and the newer one is named', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits), shopRun(older, ['Succeeded'], { status: 'Superseded' })];
    const heard = await speak(talk, place, ada, `approve ${older}`);
    expect(heard[0]).toContain('Run 1111aaaa of shop does not wait for an approval: it is Superseded.');
    expect(heard[0]).toContain(
      `Run 2222bbbb (2222bbb “Change 2222” by bob) waits now: /deploy approve shop ${newer}`,
    );
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('two that wait are asked about', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits), shopRun(older, waits)];
    const [heard] = await speak(talk, place, ada, 'approve');
    expect(heard).toContain('Which one? 2 runs of shop wait for an approval.');
    expect(heard).toContain(`approve shop ${older}`);
    expect(heard).toContain(`approve shop ${newer}`);
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('one that was answered before is told', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits)];
    talk.pipelines.answer(newer, 'Approved', 'Fine by me');
    const [heard] = await speak(talk, place, ada, `approve ${newer}`);
    expect(heard).toContain('Approve/Approve of shop is approved already: “Fine by me”');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('when somebody is quicker by a moment, their answer is told', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits)];
    talk.pipelines.meanwhile = () => talk.pipelines.answer(newer, 'Rejected', 'No, by Eve in the console');
    await speak(talk, place, ada, 'approve');
    const [said] = [...talk.slack.heard, ...talk.github.comments].slice(-1);
    expect(said?.text).toBe('Approve/Approve of shop was rejected or expired: “No, by Eve in the console”');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('an approval that waits anew since the words were read is left alone', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits)];
    const pending = talk.pipelines.pendingApproval.bind(talk.pipelines);
    let reads = 0;
    talk.pipelines.pendingApproval = (pipeline, id) => {
      if (++reads === 2) talk.pipelines.waitAnew(id);
      return pending(pipeline, id);
    };
    await speak(talk, place, ada, 'approve');
    const [said] = [...talk.slack.heard, ...talk.github.comments].slice(-1);
    expect(said?.text).toBe('Approve/Approve of shop waits anew since you answered: look at it again.');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('nothing waits', async () => {
    await using talk = await conversation();
    const [heard] = await speak(talk, place, ada, 'approve');
    expect(heard).toContain('Nothing of shop waits for an approval.');
  });

  test('the same request twice counts once', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(newer, waits), shopRun(older, ['Succeeded'])];
    await speak(talk, place, ada, 'approve', { id: 'same' });
    talk.pipelines.runs = [shopRun(older, waits)];
    expect(await speak(talk, place, ada, 'approve', { id: 'same' })).toEqual([]);
    expect(talk.pipelines.calls).toHaveLength(1);
  });
});

test('two people at once: one answer is given, and the other reads whose', async () => {
  await using talk = await conversation();
  talk.slack.groups.set('S0OPS', ['U0BOB']);
  talk.pipelines.runs = [shopRun(newer, waits)];
  await Promise.all([talk.inSlack('U0ADA', 'approve Yes'), talk.inSlack('U0BOB', 'reject No')]);
  expect(talk.pipelines.calls).toHaveLength(1);
  const told = talk.slack.heard.filter(({ where }) => where.includes(' for ')).map(({ text }) => text);
  expect(
    told.some((text) =>
      /is approved already: “Approved by Ada|was rejected or expired: “Rejected by Bob/.test(text),
    ),
  ).toBe(true);
});

test('a member of the group may, until they are taken out of it', async () => {
  await using talk = await conversation();
  talk.slack.groups.set('S0OPS', ['U0EVE']);
  talk.pipelines.runs = [shopRun(newer, waits)];
  await talk.inSlack('U0EVE', 'approve');
  expect(talk.pipelines.calls).toHaveLength(1);
  talk.slack.groups.set('S0OPS', []);
  const [heard] = await talk.inSlack('U0EVE', 'approve');
  expect(heard).toContain('or you may not see it');
});

test('a run of another pull request is not approved from this one', async () => {
  await using talk = await conversation();
  const change = { repository: 'acme/shop', commit: 'c'.repeat(40), pullRequest: 8 };
  talk.pipelines.runs = [shopRun(newer, waits, { change })];
  const [heard] = await talk.onGitHub('ada', 'approve');
  expect(heard).toContain('The run that waits brings in #8, not this pull request');
  expect(talk.pipelines.calls).toEqual([]);
  await talk.onGitHub('ada', 'approve', { number: 8 });
  expect(talk.pipelines.calls).toHaveLength(1);
});

test('a comment in another repository has no pipeline', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(newer, waits)];
  const [heard] = await talk.onGitHub('ada', 'approve shop', { repository: 'eve/shop' });
  expect(heard).toContain('There is no pipeline “shop” here, or you may not see it.');
  expect(talk.pipelines.calls).toEqual([]);
});
