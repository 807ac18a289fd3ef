import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { BotProcess, freePort } from './bot-process.ts';
import { isLong } from './long.ts';
import { checkKept, checkTold, eventually, releaseAndRollBack, type Told } from './scenario.ts';
import { type StepProxy, startStepProxy } from './step-proxy.ts';
import { createWorld, type World } from './world.ts';

const hour = 60 * 60_000;
vi.setConfig({ testTimeout: 2 * 60_000 });

let world: World;
let aws: StepProxy;
let slack: StepProxy;

beforeAll(async () => {
  world = await createWorld(['shop']);
  aws = await startStepProxy(world.aws.endpoint);
  slack = await startStepProxy(new URL(world.slack.apiUrl).origin);
  world.slackOrigin = slack.url;
  // Something to go back to.
  const first = await eventually('the first run waits', async () => {
    const [run] = await world.pipelines.recent('shop', { limit: 1 });
    return run && (await world.pipelines.pendingApproval('shop', run.id));
  });
  await world.pipelines.approve({ approval: first, status: 'Approved', summary: 'The first release' });
  await eventually('the first run succeeds', async () => {
    return (await world.pipelines.run('shop', first.id)).status === 'Succeeded' || undefined;
  });
});
afterAll(async () => {
  await aws.close();
  await slack.close();
  await world.close();
});
beforeEach(() => forget());

/** A new store, and nothing said yet: of what is in AWS the bot knows nothing. */
async function forget(): Promise<void> {
  const file = world.environment().DRAWBRIDGE_DATA!;
  for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true });
  world.slack.workspace.messages.splice(0);
}

/** One whole release while the bot is maltreated; that nothing was lost or doubled by it. */
async function release(maltreat: {
  killAt?: string;
  during?: (bot: BotProcess) => () => void;
}): Promise<number> {
  const PORT = String(await freePort());
  const bot = new BotProcess({ ...world.environment({ aws: aws.url, slack: slack.url }), PORT });
  world.requestUrl = `${bot.url}/slack/events`;
  bot.start(maltreat.killAt);
  const stop = maltreat.during?.(bot);
  try {
    const told: Told = await releaseAndRollBack(world, 'shop');
    stop?.();
    checkTold(world, told);
    await checkKept(world);
    return bot.deaths;
  } catch (error) {
    throw new Error(`${String(error)}\n${bot.output.split('\n').slice(-30).join('\n')}`, { cause: error });
  } finally {
    stop?.();
    await bot.close();
    aws.onStep = slack.onStep = () => true;
  }
}

interface Step {
  readonly call: string;
  readonly when: 'before' | 'after';
  /** Which of the calls of that name. */
  readonly nth: number;
}

/** Kills the bot at each of these steps, once: before a call is carried out, or after it and before it is known. */
function killAt(steps: readonly Step[], met: Step[] = []) {
  return (bot: BotProcess) => {
    const counts = new Map<string, number>();
    aws.onStep = slack.onStep = (when, call) => {
      const count = (counts.get(`${when} ${call}`) ?? 0) + 1;
      counts.set(`${when} ${call}`, count);
      const step = steps.find((each) => each.call === call && each.when === when && each.nth === count);
      if (!step) return true;
      met.push(step);
      bot.kill();
      return false;
    };
    return () => {
      aws.onStep = slack.onStep = () => true;
    };
  };
}

test('nobody is killed, and everything is told once', async () => {
  expect(await release({})).toBe(0);
});

const codepipeline = 'CodePipeline_20150709';
const deeds: Step[] = [
  `${codepipeline}.StartPipelineExecution`,
  `${codepipeline}.PutApprovalResult`,
  `${codepipeline}.RollbackStage`,
  'chat.postMessage',
  'response',
].flatMap((call) => (call === 'response' ? [1, 2] : [1]).map((nth) => ({ call, when: 'after', nth })));

test('killed at each deed between doing and recording it, it loses and doubles nothing', async () => {
  const met: Step[] = [];
  await release({ during: killAt(deeds, met) });
  expect(new Set(met)).toEqual(new Set(deeds));
});

const calls = [
  ...[...new Set(deeds.map(({ call }) => call))].map((call) => ({ call, most: 4 })),
  { call: 'chat.update', most: 5 },
  { call: `${codepipeline}.ListActionExecutions`, most: 5 },
  { call: `${codepipeline}.GetPipelineExecution`, most: 5 },
  { call: `${codepipeline}.ListPipelineExecutions`, most: 3 },
  { call: 'AmazonSQS.ReceiveMessage', most: 3 },
  { call: 'AmazonSQS.DeleteMessageBatch', most: 3 },
];
const steps = calls.flatMap(({ call, most }) =>
  Array.from({ length: most }, (_, index) => index + 1).flatMap((nth) => [
    { call, nth, when: 'before' as const },
    { call, nth, when: 'after' as const },
  ]),
);

test.each(isLong ? steps : [])('killed $when $call nr. $nth, it loses and doubles nothing', async (step) => {
  expect(await release({ during: killAt([step]) })).toBeLessThanOrEqual(1);
});

test('killed before and after each commit, it loses and doubles nothing', { timeout: hour }, async () => {
  const commits = isLong ? Infinity : 1;
  const everyNth = isLong ? 1 : 17;
  for (let turn = 1; turn <= commits; turn++) {
    const deaths: number[] = [];
    for (const when of ['before', 'after']) {
      await forget();
      deaths.push(await release({ killAt: `${when} ${turn * everyNth}` }));
    }
    // A release has fewer commits than that: every one of them has been met.
    if (deaths.every((count) => count === 0)) return expect(turn).toBeGreaterThan(20);
    expect(deaths).toEqual([1, 1]);
  }
});

test('killed at random times, it loses and doubles nothing', { timeout: hour }, async () => {
  const wanted = isLong ? 500 : 3;
  let deaths = 0;
  while (deaths < wanted) {
    await forget();
    deaths += await release({ during: killAtRandom });
  }
});

/** Three kills a release, some of them while the bot is still starting. */
function killAtRandom(bot: BotProcess): () => void {
  const timers = Array.from({ length: 3 }, () => setTimeout(() => bot.kill(), 300 + Math.random() * 3_000));
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
