import { expect, test } from 'vitest';
import { DeliveryError, retryAt, waitAskedBy } from '../../../bot/outbox/retry.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

test.each([
  ['30', 30_000],
  ['1.5', 1_500],
  ['Sun, 01 Mar 2026 12:00:20 GMT', 20_000],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('a Retry-After of %j asks for %j milliseconds', (header, wait) => {
  expect(waitAskedBy(header, now)).toBe(wait);
});

test.each([
  [30_000, 30_000],
  [-5_000, 1_000],
  [0, 1_000],
  [10 ** 12, 60 * 60_000],
  [Number.POSITIVE_INFINITY, 60 * 60_000],
  // As if nothing had been asked: half a second to a whole one after the first try.
  [Number.NaN, 500],
])('who is asked to wait %d milliseconds tries again after %d', (retryAfter, wait) => {
  const error = new DeliveryError('wait', { reason: 'limited', retryAfter });
  expect(retryAt(error, { now, createdAt: now, attempts: 1, random: () => 0 })).toBe(now + wait);
});
