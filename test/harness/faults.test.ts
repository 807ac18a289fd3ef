import { afterEach, expect, onTestFailed, test, vi } from 'vitest';
import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { keepLog } from '../bot/quiet.ts';
import { startPostgres } from '../postgres.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { isLong } from './long.ts';
import { answersIn, eventually, lastWords, type Place, postedKeys, release, settled } from './scenario.ts';
import { createWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: isLong ? 30 * 60_000 : 6 * 60_000 });

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

/** Half of the pipelines are spoken of in Slack, half on GitHub. */
const placeOf = (index: number): Place => (index % 2 === 0 ? 'slack' : 'github');

/** The way to a database of its own is as bad as the others. */
async function withPostgres(world: World, random: () => number): Promise<FaultProxy> {
  const postgres = await startPostgres();
  closers.defer(() => postgres.close());
  const url = new URL(await postgres.createDatabase());
  world.databaseUrl = url.href;
  // A database is near: one that took half a second for each of a transaction's ten answers would be of no use.
  const proxy = await startFaultProxy(`http://${url.host}`, random, { longestDelay: 50 });
  closers.defer(() => proxy.close());
  return proxy;
}

test.each(['a file', 'PostgreSQL'])(
  'with all in %s a bad network to everything loses nothing, doubles nothing, and the state is AWS’s',
  async (store) => {
    closers = new AsyncDisposableStack();
    const random = seeded(20_260_301);
    const names = Array.from({ length: pipelines }, (_, index) => `shop-${index + 1}`);
    const world = await createWorld(names);
    closers.defer(() => world.close());
    const { aws: localAws, slack: localSlack, github: localGitHub } = world;
    const [aws, slack, github] = await Promise.all(
      [localAws.endpoint, localSlack.apiUrl, localGitHub.apiUrl].map((url) =>
        startFaultProxy(new URL(url).origin, random),
      ),
    );
    const outward = [aws!, slack!, github!];
    for (const proxy of outward) closers.defer(() => proxy.close());
    const database = store === 'PostgreSQL' ? [await withPostgres(world, random)] : [];
    world.slackOrigin = slack!.url;
    const environment = world.environment({ aws: aws!.url, slack: slack!.url, github: github!.url });
    if (environment.DATABASE_URL && database[0]) {
      const url = new URL(environment.DATABASE_URL);
      url.host = new URL(database[0].url).host;
      environment.DATABASE_URL = url.href;
    }
    const log = keepLog();
    const bot = await createBot(readConfig(environment), { log });
    closers.defer(() => bot.close());
    onTestFailed(async () => {
      console.log([...log.lines.map((line) => JSON.stringify(line)), await lastWords(world)].join('\n'));
    });
    const inward = await startFaultProxy(bot.address, random);
    closers.defer(() => inward.close());
    world.requestUrl = `${inward.url}/slack/events`;
    // What GitHub cannot deliver it delivers minutes later: that is tried where the bot is killed.
    world.webhookUrl = `${bot.address}/github/webhooks`;
    const everywhere: FaultProxy[] = [...outward, ...database, inward];
    for (const proxy of everywhere) proxy.choose = () => faults[Math.floor(random() * faults.length)]!;

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
    const all = runs.flat();
    await eventually('the bot has done all it had to do', async () => settled(world, all));

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
