import { expect, test } from 'vitest';
import { toTerminal } from '../../../shared/render/terminal.ts';

test('a view as lines', () => {
  const lines = toTerminal({
    summary: 's',
    blocks: [
      { kind: 'heading', text: 'shop: failed' },
      { kind: 'text', text: [{ strong: 'Build' }, ' see ', { link: 'log', to: 'https://x.y/a' }] },
      { kind: 'list', items: ['one'] },
      { kind: 'facts', facts: [['Commit', '1f3a'] as const, ['By', 'ada'] as const] },
      {
        kind: 'table',
        columns: ['Stage', 'Time'],
        rows: [
          ['Build', '4s'],
          ['Deployment', '1m'],
        ],
      },
      { kind: 'code', lines: ['$ make', '\u001B[31merror\u001B[0m'] },
      { kind: 'buttons', buttons: [{ label: 'Retry', command: 'retry shop' }] },
    ],
  });
  expect(lines).toEqual([
    'shop: failed',
    'Build see log (https://x.y/a)',
    '  • one',
    '  Commit:  1f3a',
    '  By:      ada',
    '  Build       4s',
    '  Deployment  1m',
    '  │ $ make',
    '  │ error',
    '  Retry: /deploy retry shop',
  ]);
});

test.each([
  ['::error::gotcha'],
  ['  ::set-output name=a::b'],
  ['\n::stop-commands::x'],
  ['##[error]gotcha'],
  ['x ##[command]rm'],
])('%j is no order to the runner', (text) => {
  const [line = ''] = toTerminal({ summary: text, blocks: [{ kind: 'text', text }] });
  expect(line.trimStart().startsWith('::')).toBe(false);
  expect(line).not.toContain('##[');
});
