import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { brokenAt } from '../../bot/store/audit.ts';
import { createReads } from '../../bot/store/state.ts';
import { openDatabase } from '../../bot/tools/database.ts';
import { overHttp } from '../../local/slack/dispatch.ts';
import { systemClock } from '../../shared/clock.ts';
import { isFinal, type Run } from '../../shared/run/model.ts';
import { channel, maya, type World } from './world.ts';

const patience = 120_000;

/** Asks until there is an answer, as a person looks again. */
export async function eventually<Result>(
  what: string,
  look: () => Promise<Result | undefined>,
): Promise<Result> {
  const end = performance.now() + patience;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > end)
      throw new Error(`This did not come about within ${patience / 1000} s: ${what}`);
    await sleep(25);
  }
}

/**
 * Types a command in Slack. It is one delivery, sent again until it is acknowledged: what was acknowledged is never
 * sent again, so the bot alone answers for it.
 */
async function say(world: World, text: string): Promise<void> {
  const { slack } = world;
  const payload = {
    command: '/deploy',
    text,
    team_id: slack.workspace.team,
    channel_id: channel,
    user_id: maya,
    trigger_id: randomUUID(),
    response_url: `${world.slackOrigin}/response/${slack.workspace.newResponse(maya, channel)}`,
  };
  await eventually(`“${text}” is acknowledged`, async () => {
    const request = { url: world.requestUrl!, signingSecret: slack.signingSecret };
    return overHttp(request, { type: 'slash_commands', payload }, systemClock);
  });
}

export interface Told {
  readonly started: Run;
  readonly rolledBack: Run;
}

/** The runs that there are from now on, oldest first. */
async function newsOf(world: World, pipeline: string): Promise<() => Promise<Run[]>> {
  const before = new Set((await world.pipelines.recent(pipeline, { limit: 50 })).map(({ id }) => id));
  return async () =>
    (await world.pipelines.recent(pipeline, { limit: 50 })).filter(({ id }) => !before.has(id)).reverse();
}

/** Starts a run and approves it by words; waits for AWS's side of each. */
export async function release(world: World, pipeline: string): Promise<Run> {
  const news = await newsOf(world, pipeline);
  await say(world, `start ${pipeline}`);
  const started = await eventually('the run waits for its approval', async () => {
    const [run] = await news();
    return run && (await world.pipelines.pendingApproval(pipeline, run.id));
  });
  await eventually('somebody is told that it waits', async () => {
    return postedKeys(world).find((key) => key.startsWith(`say ${pipeline}/${started.id} waits`));
  });
  await say(world, `approve ${pipeline} ${started.id} Looks fine`);
  return eventually('the run succeeds', async () => {
    const run = await world.pipelines.run(pipeline, started.id);
    return run.status === 'Succeeded' ? run : undefined;
  });
}

/** Starts a run, approves it, and rolls it back; waits until the bot has nothing left to do. */
export async function releaseAndRollBack(world: World, pipeline: string): Promise<Told> {
  const news = await newsOf(world, pipeline);
  await release(world, pipeline);
  await say(world, `rollback ${pipeline}`);
  await eventually('the rollback ends', async () => {
    const run = (await news())[1];
    return (run && isFinal(run)) || undefined;
  });
  await eventually('the bot has done all it had to do', async () => settled(world, await news()));
  const runs = await news();
  expect(runs.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'STANDARD Succeeded',
    'ROLLBACK Succeeded',
  ]);
  return { started: runs[0]!, rolledBack: runs[1]! };
}

/** True once nothing waits in the store, nothing was given up, and the runs are what AWS says they are. */
export async function settled(world: World, runs: readonly Run[]): Promise<true | undefined> {
  await using store = await openStoreOf(world);
  const open = (table: 'inbox' | 'outbox') =>
    store.db.selectFrom(table).select('seq').where('state', 'in', ['waiting', 'working']).execute();
  const isDone = [await open('inbox'), await open('outbox')].every(({ length }) => length === 0);
  const known = await Promise.all(runs.map(({ pipeline, id }) => store.run(pipeline, id)));
  return (isDone && known.every((run, index) => run?.status === runs[index]!.status)) || undefined;
}

/** What the bots have stored, read beside them. */
export async function openStoreOf(world: World) {
  const db = await openDatabase(world.environment(), { readOnly: true });
  return { ...createReads(db), db, [Symbol.asyncDispose]: () => db.destroy() };
}

/** The keys of what was posted for everyone, none of them twice. */
export function postedKeys(world: World): string[] {
  const posts = world.slack.workspace.messages.filter(({ visibleTo }) => !visibleTo);
  const keys = posts.flatMap(({ metadata }) => keyOf(metadata) ?? []);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  return keys;
}

/** That everything was told, and nothing twice, of one release and its rollback. */
export function checkTold(world: World, { started, rolledBack }: Told): void {
  const keys = postedKeys(world);
  const posts = world.slack.workspace.messages.filter(({ visibleTo }) => !visibleTo);
  for (const run of [started, rolledBack]) {
    expect(keys.filter((key) => key.startsWith(`run ${run.pipeline}/${run.id} `))).toHaveLength(1);
  }
  const waits = keys.filter((key) => key.startsWith(`say ${started.pipeline}/${started.id} waits`));
  expect(waits).toHaveLength(1);
  const answers = posts
    .filter(({ metadata }) => !keyOf(metadata)?.match(/^(run|say) /))
    .map(({ text }) => text);
  for (const words of ['Maya started', 'Maya approved', 'Maya is rolling back']) {
    expect(
      answers.filter((text) => text.startsWith(words) && text.includes(started.pipeline)),
      words,
    ).toHaveLength(1);
  }
}

/** Every command of so many releases was heard once, whoever was killed: by the audit trail and by the dead letters. */
export async function checkKept(world: World, releases = 1): Promise<void> {
  await using store = await openStoreOf(world);
  for (const table of ['inbox', 'outbox'] as const) {
    const dead = store.db.selectFrom(table).select(['kind', 'error']).where('state', '=', 'dead');
    expect(await dead.execute()).toEqual([]);
  }
  const audit = (await store.auditTrail({ limit: 10_000 })).toReversed();
  expect(brokenAt(audit)).toBeUndefined();
  expect(audit.every(({ decision }) => decision === 'allowed')).toBe(true);
  const verbs = audit.map(({ what }) => what.split(' ')[0]).toSorted();
  // What was asked, and what came of it.
  const each = Array.from({ length: 2 * releases });
  expect(verbs).toEqual(['approve', 'rollback', 'start'].flatMap((verb) => each.map(() => verb)));
}

function keyOf(metadata: unknown): string | undefined {
  return (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key;
}
