import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Postgres, startPostgres } from '../postgres.ts';
import { BotProcess, freePort } from './bot-process.ts';
import { isLong } from './long.ts';
import { checkKept, checkTold, eventually, releaseAndRollBack } from './scenario.ts';
import { createWorld, type World } from './world.ts';

const minute = 60_000;
vi.setConfig({ testTimeout: isLong ? 12 * minute : 3 * minute, hookTimeout: minute });

const replicas = 3;
const names = isLong ? ['shop', 'cart', 'mail'] : ['shop'];
const lasts = isLong ? 7 * minute : 0;
/** What a killed bot had claimed is taken up by another after 15 s, so the short form kills less. */
const killsEvery = isLong ? 5_000 : 8_000;
const firstKill = 1_500;
const cutsEvery = 700;

let closers: AsyncDisposableStack;
let postgres: Postgres;
let world: World;
let bots: BotProcess[];

beforeEach(async () => {
  closers = new AsyncDisposableStack();
  postgres = await startPostgres();
  closers.defer(() => postgres.close());
  world = await createWorld(names);
  closers.defer(() => world.close());
  world.databaseUrl = await postgres.createDatabase();
  for (const name of names) await releaseFirst(name);

  const ports = await Promise.all(Array.from({ length: replicas }, freePort));
  bots = ports.map((port) => new BotProcess({ ...world.environment(), PORT: String(port) }));
  for (const bot of bots) {
    bot.start();
    closers.defer(() => bot.close());
  }
  const balancer = await startBalancer(ports);
  closers.defer(balancer.close);
  world.requestUrl = `${balancer.url}/slack/events`;
});
afterEach(() => closers.disposeAsync());

/** Something to go back to. */
async function releaseFirst(name: string): Promise<void> {
  const first = await eventually('the first run waits', async () => {
    const [run] = await world.pipelines.recent(name, { limit: 1 });
    return run && (await world.pipelines.pendingApproval(name, run.id));
  });
  await world.pipelines.approve({ approval: first, status: 'Approved', summary: 'The first release' });
  await eventually('the first run succeeds', async () => {
    return (await world.pipelines.run(name, first.id)).status === 'Succeeded' || undefined;
  });
}

/** Gives each connection to the next of the ports that takes it, as a load balancer does. */
async function startBalancer(ports: readonly number[]): Promise<{ url: string; close: () => Promise<void> }> {
  let turn = 0;
  const callers = new Set<Socket>();
  const server = createServer((near) => {
    callers.add(near);
    near.once('close', () => callers.delete(near));
    const tryNext = (left: number): void => {
      if (left === 0) return void near.destroy();
      const far = connect(ports[turn++ % ports.length]!, '127.0.0.1');
      far.once('connect', () => {
        near.pipe(far).pipe(near);
        near.once('close', () => far.destroy());
        far.once('close', () => near.destroy());
      });
      far.on('error', () => (far.connecting || far.pending ? tryNext(left - 1) : near.destroy()));
    };
    near.on('error', () => near.destroy());
    tryNext(ports.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    close() {
      // Those that are kept for the next request would be waited for.
      for (const caller of callers) caller.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** Does it again and again until it is stopped; how often that was. */
function repeat(
  { first, every }: { first: number; every: number },
  work: () => Promise<void> | void,
): { stop(): Promise<number> } {
  const stopping = new AbortController();
  const repeating = (async () => {
    for (let count = 0; ; count++) {
      await sleep(count === 0 ? first : every, undefined, stopping).catch(() => {});
      if (stopping.signal.aborted) return count;
      await work();
    }
  })();
  return {
    stop() {
      stopping.abort();
      return repeating;
    },
  };
}

/** Kills one of those that are up, if that leaves another: a slow machine needs longer to start one than to kill it. */
async function killOne(turn: number): Promise<boolean> {
  const answers = await Promise.all(bots.map(isUp));
  const up = bots.filter((_, index) => answers[index]);
  if (up.length < 2) return false;
  up[turn % up.length]!.kill();
  return true;
}

function isUp(bot: BotProcess): Promise<boolean> {
  const signal = AbortSignal.timeout(1_000);
  return fetch(`${bot.url}/healthz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Ends one session of a bot with the database, whatever it is doing. */
async function cutConnection(): Promise<void> {
  await postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'drawbridge'
     order by random() limit 1`,
  );
}

test('three bots on one PostgreSQL, killed in turn and cut off, lose and double nothing', async () => {
  const end = performance.now() + lasts;
  let kills = 0;
  let releases = 0;
  const killing = repeat({ first: firstKill, every: killsEvery }, async () => {
    // Soon enough there are two: quick as the work may be, somebody is killed in the middle of it.
    for (let tries = 0; tries < 50; tries++) {
      if (await killOne(kills)) {
        kills++;
        return;
      }
      await sleep(100);
    }
  });
  const cutting = repeat({ first: cutsEvery, every: cutsEvery }, cutConnection);
  try {
    do {
      const told = await Promise.all(names.map((name) => releaseAndRollBack(world, name)));
      releases += told.length;
      for (const each of told) checkTold(world, each);
      await checkKept(world, releases);
      world.slack.workspace.messages.splice(0);
    } while (performance.now() < end);
  } catch (error) {
    const lastWords = bots.map(({ output }) => output.split('\n').slice(-20).join('\n'));
    throw new Error(`${String(error)}\n${lastWords.join('\n--\n')}`, { cause: error });
  } finally {
    await killing.stop();
    const cuts = await cutting.stop();
    console.log(`${releases} releases, each rolled back; ${kills} kills, ${cuts} connections cut`);
    expect(kills).toBeGreaterThan(0);
    expect(cuts).toBeGreaterThan(1);
  }
});
