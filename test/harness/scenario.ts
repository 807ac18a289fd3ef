import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
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
  await eventually(
    'the bot has done all it had to do',
    async () => settled(world, await news()) || undefined,
  );
  const runs = await news();
  expect(runs.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'STANDARD Succeeded',
    'ROLLBACK Succeeded',
  ]);
  return { started: runs[0]!, rolledBack: runs[1]! };
}

/** Nothing waits in the store, nothing was given up, and the runs are what AWS says they are. */
export function settled(world: World, runs: readonly Run[]): boolean {
  const store = new DatabaseSync(world.environment().DRAWBRIDGE_DATA!, { readOnly: true });
  try {
    const count = (sql: string) => Number(store.prepare(sql).get()?.n);
    const open = ['inbox', 'outbox'].map((table) =>
      count(`select count(*) n from ${table} where state in ('waiting', 'working')`),
    );
    const states = runs.map(({ pipeline, id }) => {
      const row = store.prepare('select value from runs where pipeline = ? and id = ?').get(pipeline, id);
      return row && (JSON.parse(String(row.value)) as Run).status;
    });
    return (
      open.every((number) => number === 0) && states.every((state, index) => state === runs[index]!.status)
    );
  } finally {
    store.close();
  }
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
      answers.filter((text) => text.startsWith(words)),
      words,
    ).toHaveLength(1);
  }
}

/** Every command was heard once, whoever was killed: by the audit trail and by the dead letters. */
export function checkKept(world: World): void {
  const store = new DatabaseSync(world.environment().DRAWBRIDGE_DATA!, { readOnly: true });
  try {
    const dead = store.prepare(`select kind, error from outbox where state = 'dead' union all
      select kind, error from inbox where state = 'dead'`);
    expect(dead.all()).toEqual([]);
    const entries = store.prepare('select entry from audit order by seq').all();
    const audit = entries.map(({ entry }) => JSON.parse(String(entry)) as { what: string; decision: string });
    expect(audit.every(({ decision }) => decision === 'allowed')).toBe(true);
    expect(audit.map(({ what }) => what.split(' ')[0]).toSorted()).toEqual([
      'approve',
      'approve',
      'rollback',
      'rollback',
      'start',
      'start',
    ]);
  } finally {
    store.close();
  }
}

function keyOf(metadata: unknown): string | undefined {
  return (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key;
}
