import { afterEach, expect, test, vi } from 'vitest';
import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import type { Run } from '../../shared/run/model.ts';
import { keepLog } from '../bot/quiet.ts';
import { startPostgres } from '../postgres.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { isLong } from './long.ts';
import { answersIn, eventually, lastWords, type Place, postedKeys, release, settled } from './scenario.ts';
import { createWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: isLong ? 45 * 60_000 : 6 * 60_000 });

// Fewer at a time than those for which a channel goes over to one board.
const pipelines = isLong ? 10 : 4;
const runsOfEach = isLong ? 10 : 2;

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

/** Half of the pipelines are spoken of in Slack, half on GitHub. */
const placeOf = (index: number): Place => (index % 2 === 0 ? 'slack' : 'github');

/** A bot to and from which everything goes over a bad network. */
async function badlyConnected(names: readonly string[], store: string) {
  const random = seeded(20_260_301);
  const world = await createWorld(names);
  closers.defer(() => world.close());
  const badWay = async (to: string) => {
    const proxy = await startFaultProxy(new URL(to).origin, random);
    closers.defer(() => proxy.close());
    return proxy;
  };
  const aws = await badWay(world.aws.endpoint);
  const slack = await badWay(world.slack.apiUrl);
  const github = await badWay(world.github.apiUrl);
  const everywhere = [aws, slack, github];
  const environment = world.environment({ aws: aws.url, slack: slack.url, github: github.url });
  if (store === 'PostgreSQL') {
    const { proxy, url } = await badPostgres(world, random);
    everywhere.push(proxy);
    environment.DATABASE_URL = url;
  }
  const log = keepLog();
  const bot = await createBot(readConfig(environment), { log });
  closers.defer(() => bot.close());
  const inward = await badWay(bot.address);
  everywhere.push(inward);
  world.slackOrigin = slack.url;
  world.requestUrl = `${inward.url}/slack/events`;
  // What GitHub cannot deliver it delivers minutes later: that is tried where the bot is killed.
  world.webhookUrl = `${bot.address}/github/webhooks`;
  for (const proxy of everywhere) proxy.choose = () => faults[Math.floor(random() * faults.length)]!;
  return { world, log, everywhere };
}

/** A database of its own, to which the bot goes another way than the test. */
async function badPostgres(world: World, random: () => number): Promise<{ proxy: FaultProxy; url: string }> {
  const postgres = await startPostgres();
  closers.defer(() => postgres.close());
  world.databaseUrl = await postgres.createDatabase();
  const url = new URL(world.databaseUrl);
  // A database is near: one that took half a second for each of a transaction's ten answers would be of no use.
  const proxy = await startFaultProxy(`http://${url.host}`, random, { longestDelay: 50 });
  closers.defer(() => proxy.close());
  url.host = new URL(proxy.url).host;
  return { proxy, url: url.href };
}

/** The runs of each pipeline, one after the other, from their start until nothing is left to do. */
async function releaseAll(world: World, names: readonly string[]): Promise<Run[]> {
  // The first runs, which AWS starts of what it creates, wait for ever: they are stopped.
  for (const name of names) {
    const [first] = await world.pipelines.recent(name, { limit: 1 });
    await world.pipelines.stop({ pipeline: name, id: first!.id, abandon: true, reason: 'Not wanted' });
  }
  const runs = await Promise.all(
    names.map(async (name, index) => {
      const done = [];
      for (let round = 0; round < runsOfEach; round++) {
        done.push(await release(world, name, placeOf(index)));
      }
      return done;
    }),
  );
  await eventually('the bot has done all it had to do', async () => settled(world, runs.flat()));
  return runs.flat();
}

test.each(['a file', 'PostgreSQL'])(
  'with all in %s a bad network to everything loses nothing, doubles nothing, and the state is AWS’s',
  async (store) => {
    closers = new AsyncDisposableStack();
    const names = Array.from({ length: pipelines }, (_, index) => `shop-${index + 1}`);
    const { world, log, everywhere } = await badlyConnected(names, store);
    const all = await releaseAll(world, names).catch(async (error) => {
      const lines = [String(error), ...log.lines.map((line) => JSON.stringify(line)), await lastWords(world)];
      throw new Error(lines.join('\n'), { cause: error });
    });

    const keys = postedKeys(world);
    for (const { pipeline, id } of all) {
      expect(keys.filter((key) => key.startsWith(`run ${pipeline}/${id} `))).toHaveLength(1);
      expect(keys.filter((key) => key.startsWith(`say ${pipeline}/${id} waits`))).toHaveLength(1);
    }
    for (const [index, name] of names.entries()) {
      for (const words of ['Maya started', 'Maya approved']) {
        const answers = answersIn(world, placeOf(index)).filter((text) => text.startsWith(words));
        // No name is the beginning of another's.
        const own = answers.filter((text) => new RegExp(`${name}(?!\\d)`).test(text));
        expect(own, `${words} ${name}`).toHaveLength(runsOfEach);
      }
      // One command, one run, however often the command had to be sent: and the first.
      expect(await world.pipelines.recent(name, { limit: 50 })).toHaveLength(runsOfEach + 1);
    }
    expect(new Set(everywhere.flatMap(({ met }) => [...met.keys()]))).toEqual(new Set(faults));
  },
);
