import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, toMarkdown } from '../../../shared/render/markdown.ts';
import type { Block, Line } from '../../../shared/render/view.ts';

function markdown(...blocks: Block[]): string {
  return toMarkdown({ summary: 'A summary', blocks });
}

function line(text: Line): string {
  return markdown({ kind: 'text', text });
}

const zero = '&#8203;';

test.each<[string, Block, string]>([
  ['a heading', { kind: 'heading', text: 'shop: failed' }, '### shop: failed'],
  [
    'text',
    { kind: 'text', text: ['It is ', { strong: 'late' }, ' ', { code: 'now' }] },
    'It is **late** `now`',
  ],
  ['a list', { kind: 'list', items: ['one', [{ code: 'two' }]] }, '- one\n- `two`'],
  ['facts', { kind: 'facts', facts: [['Commit', [{ code: '1f3a' }]]] }, '- **Commit:** `1f3a`'],
  [
    'a table',
    { kind: 'table', columns: ['Stage', 'State'], rows: [['Build', 'failed'], ['Deploy']] },
    '| Stage | State |\n| --- | --- |\n| Build | failed |\n| Deploy |  |',
  ],
  ['code', { kind: 'code', lines: ['a', '```', 'b'] }, '````text\na\n```\nb\n````'],
  ['a note', { kind: 'note', text: 'small' }, '<sub>small</sub>'],
  [
    'a button as the words to write',
    { kind: 'buttons', buttons: [{ label: 'Approve', command: 'approve shop' }] },
    '- Approve: `/deploy approve shop`',
  ],
  ['a link', { kind: 'text', text: [{ link: 'build', to: 'https://x.y/a' }] }, '[build](<https://x.y/a>)'],
  ['a mention of a login', { kind: 'text', text: [{ github: 'octo-cat' }] }, '@octo-cat'],
])('shows %s', (_, block, expected) => {
  expect(markdown(block)).toBe(expected);
});

test('a view without blocks is its summary', () => {
  expect(toMarkdown({ summary: 'Done *now*', blocks: [] })).toBe('Done \\*now\\*');
});

test.each([
  ['@everyone in @acme/team', `@${zero}everyone in @${zero}acme/team`],
  ['fixes #12 and GH-3', `fixes \\#${zero}12 and GH-${zero}3`],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['see https://evil.example', `see https:${zero}//evil.example`],
  ['see www.evil.example', `see www${zero}.evil.example`],
  ['[x](https://evil.example)', `\\[x\\](https:${zero}//evil.example)`],
  ['a `b` *c* _d_ ~e~ $f$ |g|', 'a \\`b\\` \\*c\\* \\_d\\_ \\~e\\~ \\$f\\$ \\|g\\|'],
  ['# not a heading', '\\# not a heading'],
  ['- not a list', '\\- not a list'],
  ['1. not a list', '1\\. not a list'],
  ['    not code', 'not code'],
  ['two\n\nlines', 'two lines'],
  ['right\u202Eto left', 'right to left'],
  ['\u001B[31mred\u001B[0m', 'red'],
])('escapes %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

describe('hostile parts', () => {
  test.each<[string, Line, string]>([
    ['a script as a link', [{ link: 'x', to: 'javascript:alert(1)' }], 'x'],
    [
      'a link that closes itself',
      [{ link: 'a](https://b)', to: 'https://c/>)|`' }],
      `[a\\](https:${zero}//b)](<https://c/%3E%29%7C%60>)`,
    ],
    ['code with backticks', [{ code: 'a``b`' }], '``` a``b` ```'],
    ['a login that is none', [{ github: 'a b' }], `@${zero}a b`],
    ['somebody of Slack', [{ slack: 'U123' }], `@${zero}U123`],
    ['empty strong', [{ strong: ' ' }, 'x'], 'x'],
  ])('%s', (_, text, expected) => {
    expect(line(text)).toBe(expected);
  });

  test('a pipe in a cell stays in its cell, in code too', () => {
    const table: Block = { kind: 'table', columns: ['a'], rows: [[[{ code: 'x|y' }]], ['x|y']] };
    expect(markdown(table).split('\n').slice(2)).toEqual(['| `x\\|y` |', '| x\\|y |']);
  });
});

const nasty = fc.array(
  fc.constantFrom(
    '@',
    '#',
    '1',
    'a',
    ' ',
    '\n',
    '<',
    '>',
    '&',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '|',
    '\\',
    '-',
    '://',
    'www.',
  ),
  { maxLength: 30 },
);

describe('whatever somebody wrote', () => {
  test('is one line without HTML, mentions, references and links', () => {
    fc.assert(
      fc.property(nasty, (parts) => {
        const escaped = escapeMarkdown(parts.join(''));
        expect(escaped).not.toMatch(/[<>\n]/);
        expect(escaped).not.toMatch(/@(?!&#8203;)/);
        expect(escaped).not.toMatch(/#\d(?!203;)/);
        expect(escaped).not.toMatch(/www\.|:\/\//i);
        // Every mark that could begin markup has an odd number of backslashes before it.
        for (const [, slashes = ''] of escaped.matchAll(/(\\*)[`*_[\]|]/g))
          expect(slashes.length % 2).toBe(1);
      }),
      { numRuns: 3000 },
    );
  });

  test('in code never closes it', () => {
    fc.assert(
      fc.property(nasty, (parts) => {
        const code = parts.join('').replaceAll('\n', ' ');
        const shown = line([{ code }]);
        if (!code.trim()) {
          expect(shown).toBe('');
          return;
        }
        const [ticks = ''] = /^`+/.exec(shown) ?? [];
        expect(shown.endsWith(ticks)).toBe(true);
        const inner = shown.slice(ticks.length, -ticks.length);
        expect(inner.match(/`+/g) ?? []).not.toContain(ticks);
        expect(inner.trim()).toBe(code.trim());
      }),
      { numRuns: 2000 },
    );
  });

  test('in a log never closes its fence', () => {
    fc.assert(
      fc.property(fc.array(nasty), (lines) => {
        const shown = markdown({ kind: 'code', lines: lines.map((parts) => parts.join('')) }).split('\n');
        const fence = /^`+/.exec(shown[0]!)![0];
        expect(shown.at(-1)).toBe(fence);
        for (const inner of shown.slice(1, -1)) expect(inner).not.toContain(fence);
      }),
    );
  });
});

describe('a view that is too long', () => {
  const log = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);

  test('loses the beginning of its log first', () => {
    const text = toMarkdown({
      summary: 's',
      blocks: [
        { kind: 'heading', text: 'shop: failed' },
        { kind: 'code', lines: log },
        { kind: 'note', text: 'the end' },
      ],
    });
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toContain('### shop: failed');
    expect(text).toContain('```text\n…\nline');
    expect(text).toContain('line 19999\n```');
    expect(text).toContain('the end');
  });

  test('fits whatever it is made of', () => {
    const text = fc.string({ maxLength: 300 });
    const block = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(text) }),
      fc.record({ kind: fc.constant('code' as const), lines: fc.array(text) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.integer({ min: 0, max: 500 }), (blocks, limit) => {
        expect(toMarkdown({ summary: 's', blocks }, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
