import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, slipsBetween, withoutSlackMarkup, wordsOf } from '../../../bot/commands/grammar.ts';
import { UserError } from '../../../shared/errors.ts';

const values = (text: string) => wordsOf(text).map(({ value }) => value);

describe('words', () => {
  test.each([
    ['', []],
    ['  approve\n\tshop ', ['approve', 'shop']],
    ['reject shop "two words" end', ['reject', 'shop', 'two words', 'end']],
    ['reject “two words”', ['reject', 'two words']],
    ['reject „zwei Worte“', ['reject', 'zwei Worte']],
    ['reject «deux mots»', ['reject', 'deux mots']],
    ['reject “mixed ends"', ['reject', 'mixed ends']],
    ['start COLOUR="light blue"', ['start', 'COLOUR=light blue']],
    ['start --revision="a b"', ['start', '--revision=a b']],
    ["approve it's fine", ['approve', "it's", 'fine']],
    ['approve 5" pipe', ['approve', '5"', 'pipe']],
    ['rollback —to 1f3a', ['rollback', '--to', '1f3a']],
    ['approve fine — really', ['approve', 'fine', '—', 'really']],
    ['approve ""', ['approve', '']],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('an open quotation mark is named', () => {
    expect(() => wordsOf('reject "not closed')).toThrow(
      'A quotation mark is opened before “not” and not closed.',
    );
  });

  test('what is too long is refused', () => {
    expect(() => wordsOf('x'.repeat(4_001))).toThrow(UserError);
    expect(() => wordsOf('x'.repeat(1_501))).toThrow('longer than 1500 characters');
  });

  test('any text gives words without outer space, or one sentence, at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        try {
          for (const { raw } of wordsOf(text)) expect(text).toContain(raw);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('words without quotation marks come out as they went in', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019/.-_'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(values(words.join('  '))).toEqual(words);
      }),
    );
  });
});

describe('what Slack makes of words', () => {
  test.each([
    ['approve <@U123|ada>', 'approve @U123'],
    ['in <#C1|deploys>', 'in #C1'],
    ['see <https://x.example/a?b=1&amp;c=2|the page>', 'see https://x.example/a?b=1&c=2'],
    ['see <https://x.example>', 'see https://x.example'],
    ['see <http://x.example|x.example>', 'see x.example'],
    ['mail <mailto:a@x.example|a@x.example>', 'mail a@x.example'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt; stays escaped once', '&lt; stays escaped once'],
    ['1 < 2', '1 < 2'],
  ])('%j', (typed, plain) => {
    expect(withoutSlackMarkup(typed)).toBe(plain);
  });

  test('any text is taken', () => {
    const piece = fc.constantFrom('<', '>', '|', '@', '&', 'amp;', 'http://', 'a', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof withoutSlackMarkup(pieces.join(''))).toBe('string');
      }),
    );
  });
});

describe('did you mean', () => {
  test.each([
    ['aprove', 'approve'],
    ['approev', 'approve'],
    ['STATUS', 'status'],
    ['rolback', 'rollback'],
    ['lsit', 'list'],
    ['deploy', undefined],
    ['', undefined],
  ])('%j: %j', (word, expected) => {
    expect(didYouMean(word, ['approve', 'status', 'rollback', 'list'])).toBe(expected);
  });

  test('slips count the same both ways, and none means equal', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other)).toBe(slipsBetween(other, one));
        expect(slipsBetween(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
