import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, plainLine } from '../../../shared/render/plain.ts';

test.each([
  ['a\nb\tc', 'a b c'],
  ['\u001B[1;31mred\u001B[0m', 'red'],
  ['\u001B]8;;https://evil\u0007x', ' ]8;;https://evil x'],
  ['user\u202Etxt.exe', 'user txt.exe'],
  ['\uD800', '\uFFFD'],
  ['日本 🚪', '日本 🚪'],
  ['ad\u200Bmin', 'ad min'],
  ['pay\u2060pal\u00ADsoft', 'pay pal soft'],
  ['two\u2028lines\u2029more', 'two lines more'],
  ['\u3164\u2800name', ' name'],
  ['x\u{E0041}\u{E007F}y', 'x y'],
  ['a\u200Db', 'a b'],
  ['👩\u200D💻 and 👩🏽\u200D🚀', '👩\u200D💻 and 👩🏽\u200D🚀'],
  [`e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(4)}`],
])('%j reads %j', (text, expected) => {
  expect(plainLine(text)).toBe(expected);
});

test('clip never cuts a character in two, nor gives more than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const clipped = clip(text, limit);
      expect(clipped.length).toBeLessThanOrEqual(limit);
      expect(clipped.isWellFormed()).toBe(true);
      if (text.length <= limit) expect(clipped).toBe(text);
      else expect(clipped.endsWith('…')).toBe(true);
    }),
  );
});
