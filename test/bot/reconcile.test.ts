import { describe, expect, test } from 'vitest';
import { reconcile, startReconciler } from '../../bot/reconcile.ts';
import { ManualClock } from '../../local/clock.ts';
import { UserError } from '../../shared/errors.ts';
import { awsEvent } from './aws-event.ts';
import { type Conversation, conversation, now } from './conversation.ts';
import { shopRun } from './fakes/shop.ts';

const [old, first, second] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-0000-0000-000000000000`);
const atStart = { silence: 0 };

test('at the first start what runs now is told, and what had ended before is not', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [
    shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 }),
    shopRun(old!, ['Succeeded', 'Succeeded', 'Failed'], { startedAt: 1_000 }),
  ];
  await reconcile(talk.ports, atStart);
  await talk.settled();
  expect((await talk.store.runs('shop', 10)).map(({ id }) => id)).toEqual([first]);
  expect(talk.slack.heard.map(({ where }) => where)).toEqual(['C0DEPLOYS', 'C0DEPLOYS under ts1']);
});

test('what happened while the bot was away is told once: an end, and a run that came and went', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 })];
  await reconcile(talk.ports, atStart);
  await talk.settled();
  talk.pipelines.runs = [
    shopRun(second!, ['Succeeded', 'Succeeded', 'Failed'], { startedAt: 3_000, endedAt: now + 1_000 }),
    shopRun(first!, ['Succeeded', 'Succeeded', 'Succeeded'], { startedAt: 2_000, endedAt: now }),
  ];
  for (let round = 0; round < 3; round++) await reconcile(talk.ports, atStart);
  await talk.settled();
  expect((await talk.store.runs('shop', 10)).map(({ status }) => status)).toEqual(['Failed', 'Succeeded']);
  const said = talk.slack.heard.map(({ text }) => text.split('\n')[0]);
  expect(said.filter((text) => text?.includes('shop: Deploy/Deploy failed'))).toHaveLength(1);
  // The question has its answer in its place by now.
  expect(said.filter((text) => text?.includes('Approve/Approve is approved'))).toHaveLength(1);
});

test('a run that was ended for us and was retried is taken up again', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 })];
  await reconcile(talk.ports, atStart);
  talk.pipelines.runs = [
    shopRun(first!, ['Succeeded', 'Succeeded', 'Failed'], { startedAt: 2_000, updatedAt: 5_000 }),
  ];
  await reconcile(talk.ports, atStart);
  expect((await talk.store.run('shop', first!))?.status).toBe('Failed');
  const retried = shopRun(first!, ['Succeeded', 'Succeeded', 'InProgress'], {
    startedAt: 2_000,
    updatedAt: 9_000,
  });
  talk.pipelines.runs = [{ ...retried, status: 'InProgress' }];
  await reconcile(talk.ports, atStart);
  expect((await talk.store.run('shop', first!))?.status).toBe('InProgress');
});

test('an old run that goes on does not make news of what had ended before we were there', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [
    shopRun(second!, ['Succeeded', 'Succeeded', 'Failed'], { startedAt: 3_000, endedAt: 4_000 }),
    shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 }),
  ];
  for (let round = 0; round < 3; round++) await reconcile(talk.ports, atStart);
  expect((await talk.store.runs('shop', 10)).map(({ id }) => id)).toEqual([first]);
});

test('what could not be read in one round is read in the next, whatever else was', async () => {
  await using talk = await conversation();
  await reconcile(talk.ports, atStart);
  talk.pipelines.runs = [
    shopRun(second!, ['Succeeded', 'InProgress'], { startedAt: now + 3_000 }),
    shopRun(first!, ['Succeeded', 'Succeeded', 'Failed'], { startedAt: now, endedAt: now + 2_000 }),
  ];
  const run = talk.pipelines.run.bind(talk.pipelines);
  talk.pipelines.run = async (pipeline, id) => {
    if (id === first) throw new Error('throttled');
    return run(pipeline, id);
  };
  await reconcile(talk.ports, { silence: -10_000 });
  expect((await talk.store.runs('shop', 10)).map(({ id }) => id)).toEqual([second]);
  talk.pipelines.run = run;
  await reconcile(talk.ports, { silence: -10_000 });
  expect((await talk.store.runs('shop', 10)).map(({ id }) => id)).toEqual([second, first]);
});

test.each([
  ['succeeded', ['Succeeded', 'Succeeded', 'Succeeded'], 'succeeded'],
  ['failed again', ['Succeeded', 'Succeeded', 'Failed'], 'failed'],
])('a failed run that was retried and %s while the bot was away is told', async (_, states, words) => {
  await using talk = await conversation();
  const ended = (outcome: readonly string[], at: number) => {
    const run = shopRun(first!, outcome, { startedAt: now, updatedAt: at, endedAt: at });
    const deploy = run.stages[2]!;
    const actions = [{ ...deploy.actions[0]!, startedAt: at - 2_000, endedAt: at, updatedAt: at }];
    return { ...run, stages: run.stages.with(2, { ...deploy, actions, updatedAt: at }) };
  };
  await reconcile(talk.ports, atStart);
  talk.pipelines.runs = [ended(['Succeeded', 'Succeeded', 'Failed'], now + 5_000)];
  await reconcile(talk.ports, { silence: -60_000 });
  await talk.settled();
  const before = talk.slack.heard.length;
  talk.pipelines.runs = [ended(states, now + 30_000)];
  for (let round = 0; round < 3; round++) await reconcile(talk.ports, { silence: -60_000 });
  await talk.settled();
  expect(talk.slack.heard[0]?.text).toContain(`shop: ${words}`);
  const failures = talk.slack.heard.slice(before).filter(({ text }) => text.includes('Deploy/Deploy failed'));
  expect(failures).toHaveLength(words === 'failed' ? 1 : 0);
  expect((await talk.store.run('shop', first!))?.updatedAt).toBe(now + 30_000);
});

test.each([
  ['Stopped', 'STOPPING'],
  ['Superseded', 'STOPPING'],
  ['Failed', 'RESUMED'],
  ['Cancelled', 'STARTED'],
])('a run is %s though its last event was %s and no action has moved since', async (status, state) => {
  await using talk = await conversation();
  const actions = { startedAt: now, updatedAt: now + 10_000 };
  talk.pipelines.runs = [shopRun(first!, ['Succeeded'], actions)];
  await talk.event(awsEvent({ run: first!, state: 'STARTED' }));
  await talk.event(awsEvent({ run: first!, state, seconds: 500 }));
  talk.pipelines.runs = [shopRun(first!, ['Succeeded'], { ...actions, status })];
  await reconcile(talk.ports, atStart);
  expect((await talk.store.run('shop', first!))?.status).toBe(status);
});

test('a run that AWS does not know any more has ended, one that has just begun has not', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [
    shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000, updatedAt: 2_000 }),
    shopRun(second!, ['Succeeded', 'InProgress'], { startedAt: now, updatedAt: now }),
  ];
  await reconcile(talk.ports, atStart);
  talk.pipelines.runs = [];
  const cause = Object.assign(new Error('gone'), { name: 'PipelineExecutionNotFoundException' });
  talk.pipelines.run = () => Promise.reject(new UserError('There is no such run.', { cause }));
  await reconcile(talk.ports, atStart);
  expect((await talk.store.liveRuns()).map(({ id }) => id)).toEqual([second]);
  expect((await talk.store.run('shop', first!))?.status).toBe('Cancelled');
});

test('between rounds only what has been silent is read', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 })];
  await reconcile(talk.ports, atStart);
  talk.pipelines.run = () => Promise.reject(new Error('must not be read'));
  await reconcile(talk.ports, { silence: 180_000 });
  expect(talk.logged.filter((line) => line.startsWith('AWS could not be asked'))).toEqual([]);
});

test('where AWS does not answer for one pipeline that is logged and nothing is lost', async () => {
  await using talk = await conversation();
  talk.pipelines.recent = () => Promise.reject(new Error('AWS is away'));
  await reconcile(talk.ports, atStart);
  expect(talk.logged.join()).toContain('AWS could not be asked {"of":"shop","error":"AWS is away"}');
});

test('all is read at the start, and every minute what has been silent for three', async () => {
  await using talk = await conversation();
  talk.pipelines.runs = [shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 })];
  const clock = new ManualClock(now);
  const reads: number[] = [];
  const run = talk.pipelines.run.bind(talk.pipelines);
  talk.pipelines.run = (pipeline, id) => {
    reads.push((clock.now() - now) / 60_000);
    return run(pipeline, id);
  };
  const reconciler = startReconciler({ ...talk.ports, clock });
  await expect.poll(() => reads.length).toBeGreaterThan(0);
  const { length } = reads;
  const readAgain = async () => {
    await clock.advance(60_000);
    return reads.slice(length);
  };
  await expect.poll(readAgain).not.toEqual([]);
  expect(reads[length]).toBeGreaterThanOrEqual(3);
  await reconciler.close();
});

describe('a run that nothing is heard of because', () => {
  const stuck = shopRun(second!, ['Succeeded', 'Succeeded'], { startedAt: 3_000 });
  const shown = (talk: Conversation) => talk.slack.heard[0]?.text;

  test('a way is closed says so, until it is open', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [stuck];
    talk.stages.set('Deploy', { closed: { reason: 'Ada: Stocktaking', at: 0 } });
    await reconcile(talk.ports, atStart);
    await talk.settled();
    expect(shown(talk)).toContain('Deploy lets no run in since 1970-01-01 00:00 UTC: Ada: Stocktaking');
    expect(shown(talk)).toContain('[Resume: resume shop Deploy]');
    talk.stages.set('Deploy', { closed: undefined });
    await reconcile(talk.ports, atStart);
    await talk.settled();
    expect(shown(talk)).not.toContain('lets no run in');
    expect(talk.slack.heard.filter(({ where }) => where === 'C0DEPLOYS')).toHaveLength(1);
  });

  test('another run is in the stage says so, if that one has not passed it', async () => {
    await using talk = await conversation();
    const deploying = shopRun(first!, ['Succeeded', 'Succeeded', 'InProgress'], { startedAt: 2_000 });
    talk.pipelines.runs = [stuck, deploying];
    talk.stages.set('Deploy', { run: first! });
    for (let round = 0; round < 2; round++) await reconcile(talk.ports, atStart);
    await talk.settled();
    const texts = () => talk.slack.heard.map(({ text }) => text).join();
    expect(texts()).toContain('Deploy is busy with run 22222222.');
    talk.pipelines.runs = [
      stuck,
      shopRun(first!, ['Succeeded', 'Succeeded', 'Succeeded'], { endedAt: 9_000 }),
    ];
    for (let round = 0; round < 2; round++) await reconcile(talk.ports, atStart);
    await talk.settled();
    expect(texts()).not.toContain('is busy with');
  });

  test('a condition has ended it says which', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(first!, ['Succeeded', 'InProgress'], { startedAt: 2_000 })];
    await reconcile(talk.ports, atStart);
    talk.pipelines.runs = [
      shopRun(first!, ['Succeeded', 'Succeeded'], { status: 'Failed', updatedAt: 9_000 }),
    ];
    const failedCondition = { kind: 'BEFORE_ENTRY', summary: 'The alarm is on' } as const;
    talk.stages.set('Deploy', { run: first!, failedCondition });
    await reconcile(talk.ports, atStart);
    await talk.settled();
    expect(shown(talk)).toContain('Deploy has a condition that ended the run: The alarm is on');
  });

  test('AWS does not tell why is told all the same', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [stuck];
    talk.stages.states = () => Promise.reject(new Error('AWS is away'));
    await reconcile(talk.ports, atStart);
    await talk.settled();
    expect(shown(talk)).toContain('shop: in progress');
    expect(talk.logged.join()).toContain('What holds a run up could not be read');
  });
});
