import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSecretWindows } from '../../../bot/gates/secret-windows.ts';
import { DeliveryError } from '../../../bot/outbox/retry.ts';
import { openStore } from '../../../bot/store/open.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ManualClock } from '../../../local/clock.ts';
import { plain } from '../../../shared/render/view.ts';
import { keepLog } from '../quiet.ts';
import { testRoute } from '../store/conformance/samples.ts';

let clock: ManualClock;
let store: Store;
let hidden: string[];
let isAway: boolean;

beforeEach(async () => {
  clock = new ManualClock();
  log = keepLog();
  store = await openStore({ file: ':memory:', clock, route: testRoute });
  hidden = [];
  isAway = false;
});
afterEach(() => store.close());

let log: ReturnType<typeof keepLog>;
const noted = () => store.notes('reveal', 'windows');
const windows = () =>
  createSecretWindows({
    store,
    clock,
    log,
    slack: {
      async updateModal({ id, view }) {
        if (isAway) throw new DeliveryError('Slack cannot be reached', { reason: 'unreachable' });
        hidden.push(`${id}: ${plain(view.summary)}`);
        return 'updated';
      },
    },
  });

const text = (id: string) =>
  `${id}: The value was shown for a minute. Ask again with /deploy secret get if you still need it.`;

test('a value is hidden after a minute', async () => {
  await windows().opened('V1');
  await clock.advance(59_999);
  expect(hidden).toEqual([]);
  await clock.advance(1);
  await expect.poll(() => hidden).toEqual([text('V1')]);
  await expect.poll(noted).toEqual([]);
});

test('the next process hides what one that was killed has left open, at its time', async () => {
  await windows().opened('V1');
  const killed = clock;
  clock = new ManualClock();
  await clock.advance(killed.now() - clock.now() + 40_000);
  await windows().resume();
  await clock.advance(19_999);
  expect(hidden).toEqual([]);
  await clock.advance(1);
  await expect.poll(() => hidden).toEqual([text('V1')]);
});

test('while Slack is away a value is hidden as soon as it is back', async () => {
  isAway = true;
  const all = windows();
  await all.opened('V1');
  await clock.advance(60_000);
  await expect.poll(() => log.lines.length).toBe(1);
  await clock.advance(10_000);
  await expect.poll(() => log.lines.length).toBe(2);
  expect(all.isOpen('V1')).toBe(true);
  isAway = false;
  await clock.advance(10_000);
  await expect.poll(() => hidden).toEqual([text('V1')]);
  await expect.poll(noted).toEqual([]);
  expect(all.isOpen('V1')).toBe(false);
});

test('what Slack did not take at the end of the bot is hidden by the next process', async () => {
  isAway = true;
  const all = windows();
  await all.opened('V1');
  await all.close();
  expect(JSON.stringify(log.lines)).toContain('A secret could not be hidden again');
  await clock.advance(60_000);
  expect(log.lines).toHaveLength(1);
  isAway = false;
  await windows().resume();
  await clock.advance(1);
  await expect.poll(() => hidden).toEqual([text('V1')]);
});

test('the end of the bot hides all', async () => {
  const all = windows();
  await all.opened('V1');
  await all.opened('V2');
  await all.close();
  expect(hidden).toEqual([text('V1'), text('V2')]);
});
