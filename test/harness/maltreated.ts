import { BotProcess, freePort } from './bot-process.ts';
import {
  checkKept,
  checkTold,
  clear,
  deployAndRollBack,
  eventually,
  type Place,
  settle,
} from './scenario.ts';
import { type StepProxy, startStepProxy } from './step-proxy.ts';
import { createWorld, type World } from './world.ts';

/** One world in which releases and rollbacks go on while the bot is killed and started again. */
export interface Maltreated {
  readonly bot: BotProcess;
  readonly world: World;
  /** What stands between the bot and each service. */
  readonly proxies: readonly StepProxy[];
  /**
   * One release and its rollback of every pipeline at once, said in Slack or on GitHub in turns, until the bot has
   * nothing left to do. Throws if anything was lost or doubled.
   */
  round(maltreat: Maltreatment): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts to do the bad things, so many that the bot can end its work; the result ends it if that fails. */
type Maltreatment = () => () => void;

export async function createMaltreated(
  names: readonly string[],
  nextKill?: () => string,
): Promise<Maltreated> {
  await using closers = new AsyncDisposableStack();
  const world = await createWorld(names);
  closers.defer(() => world.close());
  for (const name of names) await succeedOnce(world, name);
  const [aws, slack, github] = await Promise.all(
    [world.aws.endpoint, new URL(world.slack.apiUrl).origin, new URL(world.github.apiUrl).origin].map(
      startStepProxy,
    ),
  );
  const proxies = [aws!, slack!, github!];
  for (const proxy of proxies) closers.defer(() => proxy.close());
  world.slackOrigin = slack!.url;
  const at = { aws: aws!.url, slack: slack!.url, github: github!.url };
  const PORT = String(await freePort());
  const bot = new BotProcess({ ...world.environment(at), PORT }, nextKill);
  world.requestUrl = `${bot.url}/slack/events`;
  world.webhookUrl = `${bot.url}/github/webhooks`;
  bot.start();
  closers.defer(() => bot.close());
  let rounds = 0;

  const open = closers.move();
  return {
    bot,
    world,
    proxies,
    async round(maltreat) {
      rounds++;
      const stop = maltreat();
      try {
        const told = await Promise.all(
          names.map((name, index) => {
            const place: Place = (rounds + index) % 2 === 0 ? 'github' : 'slack';
            return deployAndRollBack(world, name, place);
          }),
        );
        await settle(world, told);
        for (const each of told) checkTold(world, each);
        await checkKept(world, rounds * names.length);
        clear(world);
      } catch (error) {
        throw new Error(`${String(error)}\n${bot.output.split('\n').slice(-30).join('\n')}`, {
          cause: error,
        });
      } finally {
        stop();
      }
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** So that there is something to go back to. */
export async function succeedOnce({ pipelines }: World, name: string): Promise<void> {
  const first = await eventually('the first run waits', async () => {
    const [run] = await pipelines.recent(name, { limit: 1 });
    return run && (await pipelines.pendingApproval(name, run.id));
  });
  await pipelines.approve({ approval: first, status: 'Approved', summary: 'The first release' });
  await eventually('the first run succeeds', async () => {
    return (await pipelines.run(name, first.id)).status === 'Succeeded' || undefined;
  });
}
