import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { brokenAt } from '../../bot/store/audit.ts';
import { createReads } from '../../bot/store/state.ts';
import { openDatabase } from '../../bot/tools/database.ts';
import { submissionOf } from '../../local/slack/deeds.ts';
import { type Delivery, overHttp } from '../../local/slack/dispatch.ts';
import type { ShownView } from '../../local/slack/views.ts';
import { systemClock } from '../../shared/clock.ts';
import { isFinal, type Run } from '../../shared/run/model.ts';
import { isLong } from './long.ts';
import { channel, maya, repository, type World } from './world.ts';

/** On a bad network what has failed nine times in a row waits for minutes, and that happens. */
const patience = isLong ? 900_000 : 240_000;
/** After how long somebody types again what shows nothing. */
const typingPatience = 10_000;

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

/** Where somebody says something. */
export type Place = 'slack' | 'github';

/**
 * Types a command in Slack, again until it is shown to be confirmed, and confirms it, which is one delivery, sent again
 * until it is acknowledged; or writes it into a comment
 * on the pull request, which GitHub delivers once, and again only if the bot asks for it. What was acknowledged is
 * never sent again, so the bot alone answers for it.
 */
async function say(world: World, text: string, place: Place): Promise<void> {
  if (place === 'github') {
    await world.github.comment({ repository, number: 1, author: 'maya', body: `/deploy ${text}` });
    return;
  }
  await inTurn(world, async () => {
    const modal = await eventually(`“${text}” is shown to be confirmed`, () => typeIn(world, text));
    const submission = submissionOf(world.slack.workspace, modal);
    await eventually(`the confirmation of “${text}” is acknowledged`, () => send(world, submission));
    world.slack.workspace.views.close(modal.id);
  });
}

const turns = new WeakMap<World, Promise<void>>();

/** One person types one command at a time. */
function inTurn(world: World, work: () => Promise<void>): Promise<void> {
  const before = turns.get(world)?.catch(() => {}) ?? Promise.resolve();
  const turn = before.then(work);
  turns.set(world, turn);
  return turn;
}

/** Types it, and gives the modal that asks whether it is to be done; undefined where it does not come. */
async function typeIn(world: World, text: string): Promise<ShownView | undefined> {
  const { slack } = world;
  const { modals } = slack.workspace.views;
  const before = new Set(modals.map(({ id }) => id));
  const payload = {
    command: '/deploy',
    text,
    team_id: slack.workspace.team,
    channel_id: channel,
    user_id: maya,
    trigger_id: slack.workspace.newTrigger(maya),
    response_url: `${world.slackOrigin}/response/${slack.workspace.newResponse(maya, channel)}`,
  };
  await send(world, { type: 'slash_commands', payload });
  const [command = '', pipeline = ''] = text.split(' ');
  const isMeant = ({ id, view }: ShownView) => {
    const metadata = String(view.private_metadata ?? '');
    return !before.has(id) && metadata.includes(`"${command}"`) && metadata.includes(`"${pipeline}"`);
  };
  const end = performance.now() + typingPatience;
  let found = modals.find(isMeant);
  while (!found && performance.now() < end) {
    await sleep(25);
    found = modals.find(isMeant);
  }
  return found;
}

function send(world: World, delivery: Delivery): Promise<unknown> {
  const request = { url: world.requestUrl!, signingSecret: world.slack.signingSecret };
  return overHttp(request, delivery, systemClock);
}

export interface Told {
  readonly started: Run;
  readonly rolledBack: Run;
  readonly place: Place;
}

/** The runs that there are from now on, oldest first. */
async function newsOf(world: World, pipeline: string): Promise<() => Promise<Run[]>> {
  const before = new Set((await world.pipelines.recent(pipeline, { limit: 50 })).map(({ id }) => id));
  return async () =>
    (await world.pipelines.recent(pipeline, { limit: 50 })).filter(({ id }) => !before.has(id)).reverse();
}

/** Starts a run and approves it by words; waits for AWS's side of each. */
export async function release(world: World, pipeline: string, place: Place = 'slack'): Promise<Run> {
  const news = await newsOf(world, pipeline);
  await say(world, `start ${pipeline}`, place);
  const started = await eventually('the run waits for its approval', async () => {
    const [run] = await news();
    return run && (await world.pipelines.pendingApproval(pipeline, run.id));
  });
  await eventually('somebody is told that it waits', async () => {
    return postedKeys(world).find((key) => key.startsWith(`say ${pipeline}/${started.id} waits`));
  });
  await say(world, `approve ${pipeline} ${started.id} Looks fine`, place);
  return eventually('the run succeeds', async () => {
    const run = await world.pipelines.run(pipeline, started.id);
    return run.status === 'Succeeded' ? run : undefined;
  });
}

/** Starts a run, approves it, and rolls it back, as far as AWS is concerned. */
export async function deployAndRollBack(world: World, pipeline: string, place: Place): Promise<Told> {
  const news = await newsOf(world, pipeline);
  await release(world, pipeline, place);
  await say(world, `rollback ${pipeline}`, place);
  await eventually('the rollback ends', async () => {
    const run = (await news())[1];
    return (run && isFinal(run)) || undefined;
  });
  const runs = await news();
  expect(runs.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'STANDARD Succeeded',
    'ROLLBACK Succeeded',
  ]);
  return { started: runs[0]!, rolledBack: runs[1]!, place };
}

/** The same in Slack; waits until the bot has nothing left to do. */
export async function releaseAndRollBack(world: World, pipeline: string): Promise<Told> {
  const told = await deployAndRollBack(world, pipeline, 'slack');
  await settle(world, [told]);
  return told;
}

/** Waits until the bot has nothing left to do, and knows of these runs what AWS knows. */
export async function settle(world: World, told: readonly Told[]): Promise<void> {
  const runs = told.flatMap(({ started, rolledBack }) => [started, rolledBack]);
  await eventually('the bot has done all it had to do', () => settled(world, runs));
}

/** True once nothing waits in the store, nothing was given up, and the runs are what AWS says they are. */
export async function settled(world: World, runs: readonly Run[]): Promise<true | undefined> {
  await using store = await openStoreOf(world);
  const open = (table: 'inbox' | 'outbox') =>
    store.db.selectFrom(table).select('seq').where('state', 'in', ['waiting', 'working']).execute();
  const unsorted = world.databaseUrl ? [] : await store.db.selectFrom('batches').select('seq').execute();
  const isDone = [await open('inbox'), await open('outbox'), unsorted].every(({ length }) => length === 0);
  const known = await Promise.all(runs.map(({ pipeline, id }) => store.run(pipeline, id)));
  return (isDone && known.every((run, index) => run?.status === runs[index]!.status)) || undefined;
}

/** What the bots were asked and have not done yet, for whoever has to find out why. */
export async function lastWords(world: World): Promise<string> {
  await using store = await openStoreOf(world);
  const audit = (await store.auditTrail({ limit: 100 })).toReversed();
  const open = await Promise.all(
    (['inbox', 'outbox'] as const).map((table) =>
      store.db.selectFrom(table).selectAll().where('state', '!=', 'done').execute(),
    ),
  );
  return [
    ...audit.map(({ at, who, what, decision, outcome }) => `${at} ${who} ${decision} “${what}”: ${outcome}`),
    ...open.flat().map((row) => JSON.stringify(row).slice(0, 1_000)),
  ].join('\n');
}

/** What the bots have stored, read beside them. */
async function openStoreOf(world: World) {
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
export function checkTold(world: World, { started, rolledBack, place }: Told): void {
  const keys = postedKeys(world);
  for (const run of [started, rolledBack]) {
    expect(keys.filter((key) => key.startsWith(`run ${run.pipeline}/${run.id} `))).toHaveLength(1);
  }
  const waits = keys.filter((key) => key.startsWith(`say ${started.pipeline}/${started.id} waits`));
  expect(waits).toHaveLength(1);
  const answers = answersIn(world, place);
  for (const words of ['Maya started', 'Maya approved', 'Maya is rolling back']) {
    expect(
      answers.filter((text) => text.startsWith(words) && text.includes(started.pipeline)),
      words,
    ).toHaveLength(1);
  }
}

/** What was answered for everyone; on GitHub, no request twice. */
export function answersIn(world: World, place: Place): string[] {
  if (place === 'slack') {
    const posts = world.slack.workspace.messages.filter(({ visibleTo }) => !visibleTo);
    return posts.filter(({ metadata }) => !keyOf(metadata)?.match(/^(run|say) /)).map(({ text }) => text);
  }
  const { comments, bot } = world.github.forge;
  const markers = comments.flatMap(({ author, body }) => (author === bot ? [body.split('\n')[0]] : []));
  expect(markers.toSorted()).toEqual([...new Set(markers)].toSorted());
  // Without the marker and without Markdown's stars.
  const ours = comments.filter(({ author }) => author === bot);
  return ours.map(({ body }) => body.replace(/^<!--.*-->\s*/, '').replaceAll('*', ''));
}

/** Forgets what was said, so that the next round is looked at alone. */
export function clear(world: World): void {
  world.slack.workspace.messages.splice(0);
  world.github.forge.comments.splice(0);
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
  // Words alone do nothing in Slack: who typed them again is asked again, or told that it was done meanwhile.
  const told = audit.filter(({ request = '' }) => !/^slack:(?!view:)/.test(request));
  expect(told.filter(({ decision }) => decision !== 'allowed')).toEqual([]);
  const verbs = told.map(({ what }) => what.split(' ')[0]).toSorted();
  // What was confirmed, and what came of it.
  const each = Array.from({ length: 2 * releases });
  expect(verbs).toEqual(['approve', 'rollback', 'start'].flatMap((verb) => each.map(() => verb)));
}

function keyOf(metadata: unknown): string | undefined {
  return (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key;
}
