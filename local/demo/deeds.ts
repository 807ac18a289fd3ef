import { channel, type Embedded, mergeRelease, type Release, repository } from '../embedded.ts';
import { startJob } from '../push.ts';
import type { JobResult } from '../runner.ts';
import { greeting } from '../shop.ts';
import type { Block } from '../slack/workspace.ts';
import { eventually, expect } from './eventually.ts';
import { type Looker, wordsOf } from './look.ts';
import type { Narrator } from './narrator.ts';

/** What every chapter needs. */
export interface Scene {
  readonly world: Embedded;
  readonly look: Looker;
  readonly tale: Narrator;
}

/** A release that was merged, and the workflow's job that carries it across. */
export interface Pushed {
  readonly job: Promise<JobResult>;
  readonly run: string;
  readonly sha: string;
  readonly number: number;
}

/** Merges a release and starts the workflow's job on it; resolves as soon as the Action has told the run's id. */
export async function push({ world, tale }: Scene, release: Release): Promise<Pushed> {
  const { number, sha } = await mergeRelease(world.github, release);
  tale.say(
    `Lee merges pull request #${number}, “${release.message}”: commit ${sha.slice(0, 7)} lands on main.`,
  );
  tale.say('The workflow runs the Action:');
  const lines: string[] = [];
  let over = false;
  const job = startJob(world, sha, (line) => lines.push(line)).finally(() => {
    over = true;
  });
  const pattern = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/;
  const id = await eventually('the Action to print the run’s id', () => {
    const found = lines
      .find((line) => /run|execution/i.test(line) && pattern.test(line))
      ?.match(pattern)?.[0];
    expect(found || !over, `a run, but the Action said: ${lines.slice(-8).join(' / ')}`);
    return found;
  });
  tale.quote(lines.filter((line) => !line.startsWith('::')).slice(0, 8));
  return { job, run: id, sha, number };
}

export async function runs({ look }: Scene, version: string): Promise<void> {
  await eventually(`all four hosts to answer ${version}`, async () => {
    const releases = await look.releases();
    const all = releases.every((r) => r?.version === version && r.greeting === greeting);
    expect(all, `they answer ${releases.map((r) => r?.version ?? 'nothing').join(', ')}`);
    return true;
  });
}

export async function say({ world, tale }: Scene, typed: { user: string; text: string }) {
  const name = world.slack.workspace.users.get(typed.user)?.name ?? typed.user;
  tale.say(`${name} types in #deploys: /deploy ${typed.text}`);
  return await world.slack.command({ ...typed, channel, command: '/deploy' });
}

export async function comment(
  { world, tale }: Scene,
  written: { number: number; author: string; body: string },
): Promise<void> {
  tale.say(`${written.author} comments on #${written.number}: ${written.body}`);
  await world.github.comment({ repository, ...written });
}

/** The newest message that only this person sees and that says so, among those after the first `since`. */
export async function whispered(
  { world }: Scene,
  { user, pattern, expected, since = 0 }: { user: string; pattern: RegExp; expected: string; since?: number },
) {
  return await eventually(expected, () =>
    world.slack.workspace.messages
      .slice(since)
      .findLast((m) => m.visibleTo === user && pattern.test(wordsOf(m))),
  );
}

/** Looks at the modal that asks whether something is to be done, and presses its button. */
export async function confirm(
  { world, tale }: Scene,
  { user, shows, words }: { user: string; shows: readonly string[]; words?: string },
): Promise<void> {
  const { slack } = world;
  const modal = await eventually('a modal that shows what would be done', () => {
    const top = slack.workspace.views.top(user);
    return top?.view.submit ? top : undefined;
  });
  const text = wordsOf({ text: modal.title, blocks: modal.view.blocks as Block[] });
  for (const word of shows) expect(text.includes(word), `the modal to show ${word}, but it says: ${text}`);
  const name = slack.workspace.users.get(user)?.name ?? user;
  tale.say(`${name} reads the modal “${modal.title}” and confirms it${words ? `: ${words}` : ''}.`);
  await slack.submit({ user, ...(words && { words }) });
}
