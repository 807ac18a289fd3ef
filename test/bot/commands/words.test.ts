import { expect, test } from 'vitest';
import { ago, changeText, cut, withCode } from '../../../bot/commands/words.ts';

test.each([
  [
    { commit: '1f3a9c2'.padEnd(40, '0'), message: 'Fix the door', author: 'ada' },
    '1f3a9c2 “Fix the door” by ada',
  ],
  [{ commit: '1f3a9c2'.padEnd(40, '0'), actor: 'octocat' }, '1f3a9c2 by octocat'],
  [{ revision: 'abcdefghijklmnop' }, 'revision abcdefghijkl'],
  [{}, 'an unknown change'],
])('a change: %j', (change, text) => {
  expect(changeText(change)).toBe(text);
});

const minute = 60_000;

test.each([
  [0, 'just now'],
  [-5 * minute, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [90 * minute, '2 hours ago'],
  [49 * 60 * minute, '2 days ago'],
])('%d ms', (age, text) => {
  expect(ago(1_000_000_000 - age, 1_000_000_000)).toBe(text);
});

test('a time that is not known', () => {
  expect(ago(undefined, 0)).toBe('at an unknown time');
});

test.each([
  ['did you mean `approve`?', ['did you mean ', { code: 'approve' }, '?']],
  ['`help` lists them', [{ code: 'help' }, ' lists them']],
  ['no code', ['no code']],
  ['an odd ` mark', 'an odd ` mark'],
])('%j', (text, line) => {
  expect(withCode(text)).toEqual(line);
});

test('what is cut is whole characters', () => {
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('abcd', 3)).toBe('ab…');
  expect(cut('a😀😀', 3)).toBe('a…');
  expect(cut('a😀😀', 4)).toBe('a😀…');
});
