import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../shared/errors.ts';

/**
 * Waits until `look` returns something other than undefined and does not throw. Fails with what was expected
 * and the last thing that was wrong.
 */
export async function eventually<T>(
  expected: string,
  look: () => T | undefined | Promise<T | undefined>,
  seconds = 20,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  let last = 'it did not happen';
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
    } catch (error) {
      last = messageOf(error);
    }
    if (performance.now() > end) throw new Error(`Expected within ${seconds} s: ${expected}. But ${last}.`);
    await sleep(50);
  }
}

/** Throws with the sentence unless the condition holds. */
export function expect(condition: unknown, expected: string): asserts condition {
  if (!condition) throw new Error(`Expected: ${expected}.`);
}
