import { expect, test } from 'vitest';
import { repeat } from '../../bot/repeat.ts';
import { ManualClock } from '../../local/clock.ts';
import { keepLog } from './quiet.ts';

test('rounds come at once and after each pause, one at a time, whatever became of the one before', async () => {
  const [clock, log] = [new ManualClock(), keepLog()];
  let rounds = 0;
  const round = async () => {
    rounds += 1;
    if (rounds === 2) throw new Error('no answer');
  };
  const repeated = repeat(round, { pause: 1_000, failed: 'It failed' }, { clock, log });
  await clock.advance(0);
  expect(rounds).toBe(1);
  for (let second = 0; second < 3; second++) await clock.advance(1_000);
  expect(rounds).toBe(4);
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { error: 'no answer' } }]);
  await repeated.close();
  await clock.advance(5_000);
  expect(rounds).toBe(4);
});

test('to end it is to wait for the round under way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let aborted: boolean | undefined;
  const round = async (signal: AbortSignal) => {
    await promise;
    aborted = signal.aborted;
  };
  const repeated = repeat(round, { pause: 1_000, failed: '' }, { clock: new ManualClock(), log: keepLog() });
  const closing = repeated.close();
  resolve();
  await closing;
  expect(aborted).toBe(true);
});
