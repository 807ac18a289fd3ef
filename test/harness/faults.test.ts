import { afterEach, expect, test, vi } from 'vitest';
import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { keepLog } from '../bot/quiet.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { isLong } from './long.ts';
import { eventually, postedKeys, release, settled } from './scenario.ts';
import { createWorld } from './world.ts';

vi.setConfig({ testTimeout: isLong ? 30 * 60_000 : 3 * 60_000 });

const pipelines = isLong ? 20 : 4;
const runsOfEach = isLong ? 5 : 2;

let closers: AsyncDisposableStack;
afterEach(() => closers.disposeAsync());

/** The same numbers from the same seed, so that a bad turn can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

// A dropped answer costs the client's whole patience, tens of seconds: there is time for that in the long form.
const faults: Fault[] = isLong
  ? ['none', 'none', 'delay', 'drop', 'cut', 'slice', 'reset']
  : ['none', 'none', 'delay', 'cut', 'slice', 'reset'];

test('a bad network to AWS and to Slack loses nothing, doubles nothing, and the state is AWS’s', async () => {
  closers = new AsyncDisposableStack();
  const random = seeded(20_260_301);
  const names = Array.from({ length: pipelines }, (_, index) => `shop-${index + 1}`);
  const world = await createWorld(names);
  closers.defer(() => world.close());
  const aws = await startFaultProxy(world.aws.endpoint, random);
  const slack = await startFaultProxy(new URL(world.slack.apiUrl).origin, random);
  for (const proxy of [aws, slack]) closers.defer(() => proxy.close());
  world.slackOrigin = slack.url;
  const config = readConfig(world.environment({ aws: aws.url, slack: slack.url }));
  const bot = await createBot(config, { log: keepLog() });
  closers.defer(() => bot.close());
  const inward = await startFaultProxy(bot.address, random);
  closers.defer(() => inward.close());
  world.requestUrl = `${inward.url}/slack/events`;
  const everywhere: FaultProxy[] = [aws, slack, inward];
  for (const proxy of everywhere) proxy.choose = () => faults[Math.floor(random() * faults.length)]!;

  // The first runs, which AWS starts of what it creates, wait for ever: they are stopped.
  for (const name of names) {
    const [first] = await world.pipelines.recent(name, { limit: 1 });
    await world.pipelines.stop({ pipeline: name, id: first!.id, abandon: true, reason: 'Not wanted' });
  }
  const runs = await Promise.all(
    names.map(async (name) => {
      const done = [];
      for (let round = 0; round < runsOfEach; round++) done.push(await release(world, name));
      return done;
    }),
  );
  const all = runs.flat();
  await eventually('the bot has done all it had to do', async () => settled(world, all));

  const keys = postedKeys(world);
  for (const { pipeline, id } of all) {
    expect(keys.filter((key) => key.startsWith(`run ${pipeline}/${id} `))).toHaveLength(1);
    expect(keys.filter((key) => key.startsWith(`say ${pipeline}/${id} waits`))).toHaveLength(1);
  }
  for (const name of names) {
    // One command, one run, however often the command had to be sent: and the first.
    expect(await world.pipelines.recent(name, { limit: 50 })).toHaveLength(runsOfEach + 1);
  }
  expect(new Set(everywhere.flatMap(({ met }) => [...met.keys()]))).toEqual(new Set(faults));
});
