import { beforeEach, expect, test } from 'vitest';
import { createBolt } from '../../../bot/gates/bolt.ts';
import { DeliveryError, retryAt } from '../../../bot/outbox/retry.ts';
import type { SlackClient } from '../../../bot/slack.ts';
import { StoreAwayError } from '../../../bot/store/engine.ts';
import type { Received, Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { keepLog } from '../quiet.ts';

const received: Received = {
  seq: 1,
  source: 'slack',
  id: 'one',
  kind: 'slash_command',
  lane: 'C0DEPLOYS',
  payload: { command: '/deploy', text: 'list', team_id: 'T0', channel_id: 'C0DEPLOYS', user_id: 'U0MAYA' },
  receivedAt: 0,
  attempts: 1,
};
const away = new DeliveryError('Slack cannot be reached', { reason: 'unreachable' });
const nothing = async () => {};
let identity: SlackClient['identity'];
let ask: () => Promise<void>;

beforeEach(() => {
  identity = async () => ({ team: 'T0', user: 'U0BOT', bot: 'B0BOT' });
  ask = nothing;
});

function process(): Promise<void> {
  const bolt = createBolt({
    slack: { identity: () => identity() } as SlackClient,
    store: {} as Store,
    token: new Secret('xoxb-1'),
    log: keepLog(),
    clock: new ManualClock(),
    confirming: { ask: () => ask(), confirm: nothing },
    isMeant: async () => true,
    showHome: nothing,
    reveal: async () => ({ summary: '', blocks: [] }),
  });
  return bolt.process(received);
}

test('what came while Slack is away is tried again for a day, not twelve times', async () => {
  identity = () => Promise.reject(away);
  const error = await process().catch((thrown) => thrown);
  expect(error).toBe(away);
  const tried = { now: 23 * 3_600_000, createdAt: 0, attempts: 200, random: () => 0 };
  expect(retryAt(error, tried)).toBeGreaterThan(tried.now);
});

test.each([away, new StoreAwayError(new Error('gone')), new Error('a bug')])(
  'what a command throws comes out as it is: %s',
  async (thrown) => {
    ask = () => Promise.reject(thrown);
    await expect(process()).rejects.toBe(thrown);
  },
);

test('a command that is worked on throws nothing', async () => {
  let asked = 0;
  ask = async () => {
    asked++;
  };
  await process();
  expect(asked).toBe(1);
});
