import { expect, test } from 'vitest';
import { createHandler } from '../../bot/handle.ts';
import { DeliveryError } from '../../bot/outbox/retry.ts';
import type { Request } from '../../bot/request.ts';
import { UserError } from '../../shared/errors.ts';
import { type Conversation, conversation, now } from './conversation.ts';

const away = () => new DeliveryError('GitHub cannot be reached', { reason: 'unreachable' });
const text = 'start shop';

const request = (origin: 'github' | 'slack'): Request => ({
  id: 'one',
  text,
  at: now,
  origin:
    origin === 'github'
      ? { kind: 'github', repository: 'acme/shop', number: 7, comment: 1, user: 'ada', installation: 1 }
      : { kind: 'slack', team: 'T0ACME', channel: 'C0DEPLOYS', user: 'U0ADA' },
});

/** A handler whose clock the test moves, and a GitHub that fails until it is mended. */
function troubled(talk: Conversation, error: Error = away()) {
  const state = { now, isAway: true };
  const github = {
    ...talk.ports.github,
    commentText: async () => {
      if (state.isAway) throw error;
      return `/deploy ${text}`;
    },
  };
  const clock = { ...talk.ports.clock, now: () => state.now };
  const handle = createHandler({ ...talk.ports, clock, github });
  return { state, handle };
}

test('what a comment asks for is tried again while GitHub cannot be asked', async () => {
  await using talk = await conversation();
  const { state, handle } = troubled(talk);
  await expect(handle(request('github'))).rejects.toThrow('GitHub cannot be reached');
  expect(await talk.audit()).toEqual([]);
  state.now += 30_000;
  state.isAway = false;
  await handle(request('github'));
  await talk.settled();
  expect(talk.pipelines.calls).toHaveLength(1);
});

test('after a minute it is not done any more, and whoever asked is told', async () => {
  await using talk = await conversation();
  const { state, handle } = troubled(talk);
  await expect(handle(request('github'))).rejects.toThrow();
  state.now += 60_000;
  await handle(request('github'));
  await talk.settled();
  expect(talk.github.comments.map(({ text: words }) => words)).toEqual([
    expect.stringContaining('GitHub cannot be reached, so nothing was done: say it again a little later.'),
  ]);
  state.isAway = false;
  await handle(request('github'));
  expect(talk.pipelines.calls).toEqual([]);
});

test('what stands against it is told at once', async () => {
  await using talk = await conversation();
  const { handle } = troubled(talk, new UserError('The comment is in no state to be read.'));
  await handle(request('github'));
  expect(await talk.audit()).toEqual([expect.stringContaining('in no state')]);
});

test('who typed it in Slack is told at once, and types it again', async () => {
  const failing = { recent: async () => Promise.reject(away()) };
  await using talk = await conversation();
  const pipelines = { ...talk.ports.pipelines, ...failing };
  await createHandler({ ...talk.ports, pipelines })({ ...request('slack'), text: 'history shop' });
  expect(await talk.audit()).toEqual([expect.stringContaining('say it again a little later')]);
});
