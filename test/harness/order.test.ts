import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { eventOf } from '../../bot/events/envelope.ts';
import { events } from '../../bot/events/events.gen.ts';
import { applyEvent, mergeRuns, type RunChange, unknownRun } from '../../shared/run/merge.ts';
import type { Run } from '../../shared/run/model.ts';
import { conversation } from '../bot/conversation.ts';
import { shopRun } from '../bot/fakes/shop.ts';
import { isLong } from './long.ts';

vi.setConfig({ testTimeout: 30 * 60_000 });

const start = Date.parse('2026-03-01T12:00:00Z');
const fold = (run: Run, changes: readonly RunChange[]) => changes.reduce(applyEvent, run);
const unknown = (id: string) => unknownRun({ pipeline: 'shop', id, region: 'us-east-1' });

type Told = readonly [second: number, kind: 'Pipeline' | 'Stage' | 'Action', state: string, stage?: string];

/** As EventBridge carries them. */
function envelopes(story: readonly Told[], run: string): object[] {
  return story.map(([second, kind, state, stage], index) => ({
    version: '0',
    id: `${run}-${index}`,
    'detail-type': `CodePipeline ${kind} Execution State Change`,
    source: 'aws.codepipeline',
    account: '123456789012',
    time: new Date(start + second * 1000).toISOString().replace('.000', ''),
    region: 'us-east-1',
    resources: ['arn:aws:codepipeline:us-east-1:123456789012:shop'],
    detail: {
      pipeline: 'shop',
      'execution-id': run,
      state,
      version: 1,
      ...(stage && { stage }),
      ...(kind === 'Action' && { action: stage }),
    },
  }));
}

const failure: readonly Told[] = [
  [0, 'Pipeline', 'STARTED'],
  [1, 'Stage', 'SUCCEEDED', 'Source'],
  [2, 'Stage', 'STARTED', 'Deploy'],
  [2, 'Action', 'STARTED', 'Deploy'],
  [5, 'Action', 'FAILED', 'Deploy'],
  [5, 'Stage', 'FAILED', 'Deploy'],
  [5, 'Pipeline', 'FAILED'],
];
const retry: readonly Told[] = [
  [0, 'Pipeline', 'STARTED'],
  [2, 'Action', 'STARTED', 'Deploy'],
  [5, 'Action', 'FAILED', 'Deploy'],
  [5, 'Pipeline', 'FAILED'],
  [9, 'Pipeline', 'RESUMED'],
  [9, 'Action', 'STARTED', 'Deploy'],
  [12, 'Action', 'SUCCEEDED', 'Deploy'],
];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

/** Everything twice: a second time in the opposite order. */
const doubled = <T>(items: readonly T[]) => [...items, ...items.toReversed()];

test.each([
  ['fails', failure],
  ['fails and is retried', retry],
])('a run that %s is the same run after every order of its seven events, each told twice', (_what, story) => {
  const told = envelopes(story, 'r1').map((envelope) => eventOf(envelope, events)!);
  const orders = permutations(told);
  expect(orders).toHaveLength(5_040);
  const asItHappened = fold(unknown('r1'), told);
  for (const order of orders) expect(fold(unknown('r1'), doubled(order))).toEqual(asItHappened);
});

const change = { commit: 'c0ffee'.repeat(7).slice(2), message: 'Paint it', author: 'bob' };
const tried = isLong ? 5_040 : 60;

test(`the bot tells a run that fails once and in the same words, after ${tried} orders of its events`, async () => {
  await using talk = await conversation();
  const all = permutations([...failure.keys()]);
  const orders = all.filter((_, index) => index % (all.length / tried) === 0);
  expect(orders).toHaveLength(tried);
  const states: unknown[] = [];
  const posts = new Set<string>();
  for (const [n, order] of orders.entries()) {
    const id = `${String(n).padStart(8, 'd')}-0000-0000-0000-000000000000`;
    const carried = envelopes(failure, id);
    const told = carried.map((envelope) => eventOf(envelope, events)!);
    talk.pipelines.runs = [fold(shopRun(id, [], { change }), told)];
    const before = talk.slack.heard.length;
    for (const index of doubled(order)) await talk.event(carried[index]);
    const plain = (text: string) => text.replaceAll(id, 'RUN').replaceAll(id.slice(0, 8), 'RUN');
    states.push(JSON.parse(plain(JSON.stringify(await talk.store.run('shop', id)))));
    const heard = talk.slack.heard.slice(before);
    expect(heard.map(({ where }) => where.replace(/ts\d+/, 'ts'))).toEqual([
      'C0DEPLOYS',
      'C0DEPLOYS under ts',
    ]);
    posts.add(plain(heard.map(({ text }) => text).join('\n')));
  }
  expect(states[0]).toMatchObject({ status: 'Failed', endedAt: start + 5_000 });
  for (const state of states) expect(state).toEqual(states[0]);
  expect([...posts]).toHaveLength(1);
});

/** A stage's attempts: how each of its actions ended, and how many seconds everything took. */
const attempt = fc.record({
  actions: fc.array(fc.constantFrom('SUCCEEDED', 'FAILED', 'ABANDONED'), { minLength: 1, maxLength: 3 }),
  took: fc.integer({ min: 0, max: 3 }),
});
const stages = fc.array(fc.array(attempt, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

interface History {
  readonly changes: readonly RunChange[];
  /** How everything stood at the end, by its name. */
  readonly truth: ReadonlyMap<string, string>;
}

const final: Readonly<Record<string, string>> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  ABANDONED: 'Abandoned',
};

/** What AWS would tell of a run like this, in order. A retry begins in a later second than what it retries. */
function historyOf(plan: typeof stages extends fc.Arbitrary<infer T> ? T : never): History {
  const changes: RunChange[] = [];
  const truth = new Map<string, string>();
  const of = { pipeline: 'shop', run: 'r1' };
  let second = 0;
  const at = () => start + second * 1000;
  changes.push({ ...of, kind: 'run', state: 'STARTED', at: at() });
  let state = 'SUCCEEDED';
  for (const [s, attempts] of plan.entries()) {
    const stage = `Stage${s}`;
    for (const [index, { actions, took }] of attempts.entries()) {
      if (index > 0) {
        second += 1;
        changes.push({ ...of, kind: 'run', state: 'RESUMED', at: at() });
      }
      changes.push({ ...of, kind: 'stage', stage, state: index > 0 ? 'RESUMED' : 'STARTED', at: at() });
      for (const [a, end] of actions.entries()) {
        const action = `Action${a}`;
        changes.push({ ...of, kind: 'action', stage, action, state: 'STARTED', at: at() });
        second += took;
        changes.push({ ...of, kind: 'action', stage, action, state: end, at: at() });
        truth.set(`${stage}/${action}`, final[end]!);
      }
      state = actions.every((end) => end === 'SUCCEEDED') ? 'SUCCEEDED' : 'FAILED';
      changes.push({ ...of, kind: 'stage', stage, state, at: at() });
      truth.set(stage, final[state]!);
      if (index < attempts.length - 1) changes.push({ ...of, kind: 'run', state, at: at() });
    }
  }
  changes.push({ ...of, kind: 'run', state, at: at() });
  truth.set('', final[state]!);
  return { changes, truth };
}

function standing(run: Run): ReadonlyMap<string, string> {
  const found = new Map([['', run.status]]);
  for (const stage of run.stages) {
    found.set(stage.name, stage.status);
    for (const action of stage.actions) found.set(`${stage.name}/${action.name}`, action.status);
  }
  return found;
}

const histories = isLong ? 10_000 : 500;

test(`${histories} histories end as they did, shuffled, doubled, and with gaps that a reading fills`, () => {
  const shuffled = stages.map(historyOf).chain((history) =>
    fc.record({
      history: fc.constant(history),
      order: fc.shuffledSubarray([...history.changes, ...history.changes], {
        minLength: history.changes.length * 2,
      }),
      heard: fc.subarray([...history.changes]),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ history, order, heard }) => {
      const { changes, truth } = history;
      const whole = fold(unknown('r1'), changes);
      expect(standing(whole)).toEqual(truth);
      expect(fold(unknown('r1'), order)).toEqual(whole);
      const withGaps = fold(unknown('r1'), heard);
      expect(standing(mergeRuns(withGaps, whole))).toEqual(truth);
    }),
    { numRuns: histories },
  );
});
