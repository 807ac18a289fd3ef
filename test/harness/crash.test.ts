import { expect, test, vi } from 'vitest';
import { isLong } from './long.ts';
import { createMaltreated, type Maltreated } from './maltreated.ts';

vi.setConfig({ testTimeout: isLong ? 40 * 60_000 : 3 * 60_000 });

test('nobody is killed, and everything is told once, in Slack and on GitHub', async () => {
  await using life = await createMaltreated(['shop', 'blog']);
  await life.round(() => () => {});
  expect(life.bot.deaths).toBe(0);
});

interface Step {
  readonly call: string;
  readonly when: 'before' | 'after';
  /** Which of the calls of that name, from when the bot was last killed. */
  readonly nth: number;
}

const codepipeline = 'CodePipeline_20150709';
const comments = '/repos/acme/shop/issues';
const deeds = [
  `${codepipeline}.StartPipelineExecution`,
  `${codepipeline}.PutApprovalResult`,
  `${codepipeline}.RollbackStage`,
  'chat.postMessage',
  'response',
  `POST ${comments}/:id/comments`,
  `POST ${comments}/comments/:id/reactions`,
];
const calls = [
  ...deeds.map((call) => ({ call, most: 2 })),
  { call: 'chat.update', most: 3 },
  { call: `${codepipeline}.ListActionExecutions`, most: 2 },
  { call: `${codepipeline}.GetPipelineExecution`, most: 2 },
  { call: `${codepipeline}.ListPipelineExecutions`, most: 2 },
  { call: `${codepipeline}.GetPipelineState`, most: 2 },
  { call: 'AmazonSQS.ReceiveMessage', most: 2 },
  { call: 'AmazonSQS.DeleteMessageBatch', most: 2 },
  { call: 'GET /app/hook/deliveries', most: 1 },
  { call: 'POST /app/installations/:id/access_tokens', most: 1 },
];
const steps: readonly Step[] = isLong
  ? calls.flatMap(({ call, most }) =>
      Array.from({ length: most }, (_, index) => index + 1).flatMap((nth) => [
        { call, nth, when: 'before' as const },
        { call, nth, when: 'after' as const },
      ]),
    )
  : deeds.map((call) => ({ call, nth: 1, when: 'after' }));

/** Whoever dies at every start says nothing to those who wait for an answer. */
const mostOfARound = 5;

/** Kills the bot at whichever of the steps comes first, and goes on with the others, some in a round. */
function killAtEach(left: Set<Step>, { bot, proxies }: Maltreated) {
  return () => {
    const counts = new Map<string, number>();
    let kills = 0;
    for (const proxy of proxies) {
      proxy.onStep = (when, call) => {
        const key = `${when} ${call}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        const step = [...left].find((each) => each.call === call && each.when === when && each.nth === count);
        if (!step || kills === mostOfARound) return true;
        kills++;
        left.delete(step);
        counts.clear();
        bot.kill();
        return false;
      };
    }
    return () => {
      for (const proxy of proxies) proxy.onStep = () => true;
    };
  };
}

test('killed at each named step of each flow, it loses and doubles nothing', async () => {
  await using life = await createMaltreated(['shop', 'blog']);
  const left = new Set(steps);
  const maltreat = killAtEach(left, life);
  const mostRounds = steps.length;
  for (let round = 0; left.size > 0 && round < mostRounds; round++) await life.round(maltreat);
  expect([...left]).toEqual([]);
  console.log(`Killed at ${steps.length} steps, ${life.bot.deaths} times`);
});

test('killed before and after each commit of its life, it loses and doubles nothing', async () => {
  const most = isLong ? 80 : 3;
  const stride = isLong ? 1 : 11;
  const kills = Array.from({ length: most }, (_, index) => (index + 1) * stride).flatMap((nth) => [
    `before ${nth}`,
    `after ${nth}`,
  ]);
  const wanted = kills.length;
  await using life = await createMaltreated(['shop', 'blog'], () => kills.shift() ?? '');
  while (life.bot.deaths < wanted) await life.round(() => () => {});
  expect(life.bot.deaths).toBe(wanted);
  console.log(`Killed at ${wanted} commits`);
});
