import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { isLong } from './long.ts';
import { createMaltreated, type Maltreated } from './maltreated.ts';

vi.setConfig({ testTimeout: isLong ? 40 * 60_000 : 3 * 60_000 });

const wanted = isLong ? 500 : 4;
/** After so many kills it is let alone, so that the round can end. */
const mostOfARound = 25;

/** Kills it again and again, some of the times while it is still starting. */
function killAtRandom({ bot }: Maltreated) {
  return () => {
    const stopping = new AbortController();
    void (async () => {
      for (let kill = 0; kill < mostOfARound && bot.deaths < wanted; kill++) {
        const life = kill % 4 === 0 ? 50 + Math.random() * 1_450 : 1_000 + Math.random() * 2_000;
        await sleep(life, undefined, stopping).catch(() => {});
        if (stopping.signal.aborted) return;
        bot.kill();
      }
    })();
    return () => stopping.abort();
  };
}

test('killed at random times, it loses and doubles nothing', async () => {
  await using life = await createMaltreated(isLong ? ['shop', 'blog', 'wiki'] : ['shop', 'blog']);
  while (life.bot.deaths < wanted) await life.round(killAtRandom(life));
  expect(life.bot.deaths).toBeGreaterThanOrEqual(wanted);
  console.log(`Killed ${life.bot.deaths} times`);
});
