import { describe, expect, test } from 'vitest';
import { conversation, places, speak } from '../conversation.ts';
import { deployWaits } from '../deploying.ts';
import { shopRun } from '../fakes/shop.ts';

const run = '2222bbbb-0000-0000-0000-000000000000';
const waits = ['Succeeded', 'InProgress'];

describe.each(places)('on $place', ({ place, ada, bob, eve }) => {
  test('a stage is paused and resumed, each with its reason', async () => {
    await using talk = await conversation();
    const heard = await speak(talk, place, ada, 'pause deploy Waiting for the database');
    expect(heard.at(-1)).toContain('Ada lets nothing into Deploy of shop: “Waiting for the database”');
    const again = await speak(talk, place, ada, 'pause shop Deploy Once more');
    expect(again.at(-1)).toContain('Deploy of shop is paused already: “Ada: Waiting for the database');
    const resumed = await speak(talk, place, ada, 'resume shop Deploy It is back');
    expect(resumed.at(-1)).toContain('Ada lets runs into Deploy of shop: “It is back”');
    expect(talk.stages.calls).toEqual([
      'close shop/Deploy: Ada: Waiting for the database (Drawbridge)',
      'open shop/Deploy',
    ]);
  });

  test.each([
    ['pause shop Source No', 'Nothing leads into Source: it is where runs of shop begin.'],
    ['pause shop Delpoy No', 'shop has no stage “Delpoy”: did you mean Deploy?'],
    ['pause shop Production No', 'it has Source, Approve, Deploy.'],
    ['pause shop Deploy', 'Say why'],
    ['pause shop', 'Say which stage'],
    ['resume shop Deploy Now', 'The way into Deploy of shop is open.'],
    ['unlock shop Now', 'shop is not locked.'],
    ['lock shop', 'Say why'],
    ['lock shop --stage Prod No', 'shop has no stage “Prod”'],
    ['override shop Deploy False alarm', 'No condition of Deploy of shop has failed.'],
    ['continue shop', 'No deployment of shop waits to be continued.'],
  ])('“%s” changes nothing and says why', async (words, why) => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(run, waits)];
    const heard = await speak(talk, place, ada, words);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain(why);
    expect([...talk.stages.calls, ...talk.deployments.calls]).toEqual([]);
  });

  test.each([
    ['pause shop Deploy No', 'You may not pause or resume shop'],
    ['resume shop Deploy No', 'You may not pause or resume shop'],
    ['lock shop No', 'You may not lock or unlock shop'],
    ['unlock shop No', 'You may not lock or unlock shop'],
    ['override shop Deploy No', 'You may not override conditions of shop'],
    ['continue shop', 'You may not continue deployments of shop'],
  ])('“%s” is for who may', async (words, why) => {
    await using talk = await conversation();
    expect((await speak(talk, place, bob, words))[0]).toContain(why);
    expect((await speak(talk, place, eve, words))[0]).toContain('There is no pipeline “shop” here');
    expect([...talk.stages.calls, ...talk.deployments.calls]).toEqual([]);
  });

  test('a locked pipeline takes no change in until it is unlocked, and can be rolled back', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [
      shopRun(run, waits),
      shopRun('1111aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']),
      shopRun('0000aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']),
    ];
    const heard = await speak(talk, place, ada, 'lock Stocktaking');
    expect(heard.at(-1)).toContain('Ada locked shop: “Stocktaking”');
    for (const words of ['start shop', 'approve shop', 'lock shop Again']) {
      const [refusal] = await speak(talk, place, ada, words);
      expect(refusal).toContain('shop is locked by Ada, just now: “Stocktaking”.');
    }
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, ada, 'rollback shop');
    expect(talk.pipelines.calls).toEqual(['rollback shop Deploy to 0000aaaa-0000-0000-0000-000000000000']);
    const lifted = await speak(talk, place, ada, 'unlock shop All counted');
    expect(lifted.at(-1)).toContain('Ada unlocked shop: “All counted”');
    await speak(talk, place, ada, 'start shop');
    expect(talk.pipelines.calls).toHaveLength(2);
  });

  test('a stage that is locked is not come into, and what ends before it goes on', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(run, waits)];
    await speak(talk, place, ada, 'lock shop --stage deploy Stocktaking');
    const [refusal] = await speak(talk, place, ada, 'approve shop');
    expect(refusal).toContain('Deploy of shop is locked by Ada');
    // A start comes to the approval and no further.
    await speak(talk, place, ada, 'start shop');
    expect(talk.pipelines.calls).toHaveLength(1);
    const [wrong] = await speak(talk, place, ada, 'unlock shop Now');
    expect(wrong).toContain('shop is not locked; its stage Deploy is.');
    await speak(talk, place, ada, 'unlock shop --stage Deploy Counted');
    await speak(talk, place, ada, 'approve shop');
    expect(talk.pipelines.calls).toHaveLength(2);
  });

  test('a hard lock closes the ways that were open, and lifting it opens those only', async () => {
    await using talk = await conversation();
    talk.stages.set('Approve', { closed: { reason: 'By hand' } });
    await speak(talk, place, ada, 'lock shop --hard Incident');
    const [refusal] = await speak(talk, place, ada, 'resume shop Deploy Please');
    expect(refusal).toContain('shop is locked by Ada');
    await speak(talk, place, ada, 'unlock shop It is over');
    expect(talk.stages.calls).toEqual([
      'close shop/Deploy: Locked by Ada: Incident (Drawbridge)',
      'open shop/Deploy',
    ]);
  });

  test('a failed condition is overridden for the run that it holds up', async () => {
    await using talk = await conversation();
    talk.stages.set('Deploy', { run, failedCondition: { kind: 'BEFORE_ENTRY', summary: 'Alarm' } });
    const heard = await speak(talk, place, ada, 'override shop Deploy A false alarm');
    expect(heard.at(-1)).toContain('Ada overrode the entry condition of Deploy of shop: “A false alarm”');
    expect(talk.stages.calls).toEqual([`override BEFORE_ENTRY of shop/Deploy for ${run}`]);
  });

  test('a deployment that waits is continued, its old hosts are ended', async () => {
    await using talk = await conversation();
    deployWaits(talk);
    const heard = await speak(talk, place, ada, 'continue');
    expect(heard.at(-1)).toContain(
      'Ada lets the traffic over to the new hosts in deployment d-WAITS of shop',
    );
    await speak(talk, place, ada, 'continue --terminate');
    expect(talk.deployments.calls).toEqual([
      'proceed d-WAITS READY_WAIT',
      'proceed d-WAITS TERMINATION_WAIT',
    ]);
  });
});

test('what AWS refuses is told, and a lock holds all the same', async () => {
  await using talk = await conversation();
  const { UserError } = await import('../../../shared/errors.ts');
  talk.stages.close = () => Promise.reject(new UserError('These AWS credentials may not do this.'));
  await talk.inSlack('U0ADA', 'pause shop Deploy No');
  await talk.inSlack('U0ADA', 'lock shop --hard No');
  const told = talk.slack.heard.map(({ text }) => text);
  expect(told).toContain('Not paused: These AWS credentials may not do this.');
  expect(told).toContain(
    'Locked here, but AWS did not close the way: These AWS credentials may not do this.',
  );
  const [refusal] = await talk.inSlack('U0ADA', 'start shop');
  expect(refusal).toContain('shop is locked by Ada');
});
