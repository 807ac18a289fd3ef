import { describe, expect, test } from 'vitest';
import approve, { summaryOf, waitingMark } from '../../../bot/effects/approve.ts';
import retry, { attemptOf } from '../../../bot/effects/retry.ts';
import rollback from '../../../bot/effects/rollback.ts';
import start from '../../../bot/effects/start.ts';
import stop, { reasonText } from '../../../bot/effects/stop.ts';
import type { Origin } from '../../../bot/request.ts';
import { UserError } from '../../../shared/errors.ts';
import { type Conversation, conversation } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';
const old = '1111aaaa-0000-0000-0000-000000000000';
const origin: Origin = { kind: 'slack', team: 'T0ACME', channel: 'C0DEPLOYS', user: 'U0ADA' };
const asked = { request: 'r1', origin, name: 'Ada', pipeline: 'shop' };
const first = { id: 'effect', number: 1 };
const second = { id: 'effect', number: 2 };

/** Carried out, killed before that was recorded, and carried out again: the outcome of the second time. */
async function twice(talk: Conversation, perform: (attempt: typeof first) => Promise<unknown>) {
  const once = await perform(first);
  const again = await perform(second);
  expect(again).toEqual(once);
  expect(talk.pipelines.calls).toHaveLength(1);
  expect(await talk.audit()).toHaveLength(1);
}

describe('carried out twice, done once, and told the same', () => {
  test('approve', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'])];
    const pending = await talk.pipelines.pendingApproval('shop', id);
    const waiting = waitingMark(pending!);
    const effect = {
      ...asked,
      run: id,
      stage: 'Approve',
      action: 'Approve',
      waiting,
      status: 'Approved' as const,
    };
    await twice(talk, (attempt) => approve.perform(effect, talk.ports, attempt));
  });

  test('rollback', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [
      shopRun(id, ['Succeeded', 'Succeeded', 'Failed']),
      shopRun(old, ['Succeeded', 'Succeeded', 'Succeeded']),
    ];
    const effect = { ...asked, stage: 'Deploy', to: old, before: [], change: 'a goes out, b returns' };
    await twice(talk, (attempt) => rollback.perform(effect, talk.ports, attempt));
  });

  test('retry', async () => {
    await using talk = await conversation();
    const run = shopRun(id, ['Succeeded', 'Succeeded', 'Failed']);
    talk.pipelines.runs = [run];
    const effect = { ...asked, run: id, stage: 'Deploy', all: true, attempt: attemptOf(run, 'Deploy') };
    await twice(talk, (attempt) => retry.perform(effect, talk.ports, attempt));
  });

  test('stop', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'])];
    const effect = { ...asked, run: id, abandon: false, reason: 'why' };
    await twice(talk, (attempt) => stop.perform(effect, talk.ports, attempt));
  });

  test('start gives AWS the same token', async () => {
    await using talk = await conversation();
    const tokens: (string | undefined)[] = [];
    talk.pipelines.start = async ({ token }) => {
      tokens.push(token);
      return id;
    };
    const effect = { ...asked, variables: {}, sourceRevisions: [] };
    expect(await start.perform(effect, talk.ports, first)).toEqual(
      await start.perform(effect, talk.ports, second),
    );
    expect(tokens[0]).toMatch(/^[a-zA-Z0-9-]{1,128}$/);
    expect(tokens[1]).toBe(tokens[0]);
  });
});

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

test.each([
  ['a fault of ours', new TypeError('x')],
  ['what will pass', new UserError('AWS asks for fewer calls.', { cause: throttled })],
])('%s is thrown, so that the effect is tried again', async (_, error) => {
  await using talk = await conversation();
  talk.pipelines.rollback = () => Promise.reject(error);
  const effect = { ...asked, stage: 'Deploy', to: old, before: [], change: '' };
  await expect(rollback.perform(effect, talk.ports, first)).rejects.toBe(error);
  expect(await talk.audit()).toEqual([]);
});

test('a summary is cut in its comment to what AWS takes, and keeps its mark', () => {
  const summary = summaryOf({ ...asked, status: 'Approved', comment: 'x'.repeat(1_000) });
  expect(summary).toHaveLength(512);
  expect(summary).toMatch(/^Approved by Ada in Slack: x+… \(via Drawbridge [0-9a-f]{12}\)$/);
});

test('a reason is one line of at most 200 characters', () => {
  expect(reasonText('Ada', 'a\nb\u0000c')).toBe('Ada: a b c (via Drawbridge)');
  expect(reasonText('Ada', 'x'.repeat(500))).toHaveLength(200);
});
