import { expect, test } from 'vitest';
import { duration, moment } from '../../../shared/render/time.ts';

test.each([
  [-5, '0s'],
  [499, '0s'],
  [59_499, '59s'],
  [59_500, '1m 00s'],
  [185_000, '3m 05s'],
  [3_600_000, '1h 00m'],
  [7_800_000, '2h 10m'],
  [7 * 86_400_000 + 3 * 3_600_000, '7d 3h'],
])('%d ms are %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a moment has its zone', () => {
  expect(moment(Date.parse('2026-01-31T14:05:59Z'))).toBe('2026-01-31 14:05 UTC');
});
