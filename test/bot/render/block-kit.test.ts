import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMessage } from '../../../bot/render/block-kit.ts';
import { toModal } from '../../../bot/render/views.ts';
import { messageFaults, viewFaults } from '../../../local/slack/limits.ts';
import type { Block as SlackBlock } from '../../../local/slack/workspace.ts';
import type { Block, Inline, Line, View } from '../../../shared/render/view.ts';
import { markupIn } from './markup.ts';

const hostile = [
  '<!channel>',
  '<@U123>',
  '<https://evil.example|bank>',
  '&lt;!here&gt;',
  '```',
  '\u202egnp.exe',
  '\n> quote',
  '😀'.repeat(40),
  '&'.repeat(80),
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...hostile),
  fc.nat(5000).map((length) => '<'.repeat(length)),
  fc.nat(9000).map((length) => 'x'.repeat(length)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ strong: text }),
  fc.record({ code: text }),
  fc.record({ link: text, to: fc.oneof(fc.webUrl(), text, fc.constant('javascript:alert(1)')) }),
  fc.record({ slack: fc.oneof(fc.constant('U0MAYA'), fc.constant('!channel'), text) }),
  fc.record({ github: text }),
);
const line: fc.Arbitrary<Line> = fc.oneof(text, fc.array(inline, { maxLength: 8 }));
const button = fc.record(
  {
    label: text,
    command: text,
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: text,
  },
  { requiredKeys: ['label', 'command'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text: line }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { maxLength: 60 }) }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.tuple(text, line), { maxLength: 25 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(text, { maxLength: 4 }),
    rows: fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 60 }),
  }),
  fc.record({ kind: fc.constant('code' as const), lines: fc.array(text, { maxLength: 80 }) }),
  fc.record({ kind: fc.constant('note' as const), text: line }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
);
const view: fc.Arbitrary<View> = fc.record({
  summary: text,
  blocks: fc.oneof(fc.array(block, { maxLength: 12 }), fc.array(block, { minLength: 60, maxLength: 80 })),
});

describe('whatever a view holds', () => {
  test('the message is within the limits of Slack', () => {
    fc.assert(
      fc.property(view, (each) => {
        const message = toMessage(each);
        expect(messageFaults(message.blocks as unknown as SlackBlock[])).toEqual([]);
        expect(message.text.length).toBeGreaterThan(0);
        expect(message.text.length).toBeLessThanOrEqual(3000);
      }),
      { numRuns: 60 },
    );
  });

  test('the modal is within the limits of Slack', () => {
    fc.assert(
      fc.property(text, view, (title, each) => {
        const modal = toModal(title, each);
        expect(viewFaults({ ...modal })).toEqual([]);
        const input = { label: 'Reason', value: title, optional: false, longest: 1_000 };
        const form = { submit: title, callback: 'confirm', metadata: 'x'.repeat(3_000), input };
        expect(viewFaults({ ...toModal(title, each, form) })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('nothing but our own mentions and web links is markup for Slack', () => {
    fc.assert(
      fc.property(view, (each) => {
        const message = toMessage(each);
        for (const markup of [message.text, ...markupIn(message.blocks)]) {
          const rest = markup.replaceAll(
            /<@[UW][A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>|<https?:[^<>|]*\|[^<>|]*>/g,
            '',
          );
          expect(rest).not.toMatch(/[<>]/);
          expect(rest.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
          expect(rest).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no broken character is sent', () => {
    fc.assert(
      fc.property(view, (each) => {
        expect(JSON.stringify(toMessage(each)).isWellFormed()).toBe(true);
        expect(JSON.stringify(toMessage(each))).not.toMatch(/\\ud[89a-f]/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a view', () => {
  const blocksOf = (...blocks: Block[]) => toMessage({ summary: 's', blocks }).blocks;

  test('of a stage table is a line a stage', () => {
    const table: Block = {
      kind: 'table',
      columns: ['Stage', 'State'],
      rows: [
        ['Build', [{ link: 'Succeeded', to: 'https://aws.example/build?a=1&b=2' }]],
        [[{ strong: 'Deploy' }], 'In progress'],
      ],
    };
    expect(markupIn(blocksOf(table))).toEqual([
      '*Build* · <https://aws.example/build?a=1&amp;b=2|Succeeded>\n*Deploy* · In progress',
    ]);
  });

  test('keeps the end of a log and says what is missing', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`);
    const [log = ''] = markupIn(blocksOf({ kind: 'code', lines }));
    expect(log).toMatch(/^```\n… \d+ lines left out\n/);
    expect(log).toMatch(/line 998\nline 999\n```$/);
    const missing = Number(/… (\d+) lines/.exec(log)?.[1]);
    expect(log.split('\n').length - 3).toBe(1000 - missing);
  });

  test('mentions people and groups, and nothing that only claims to be one', () => {
    const mentions: Line = [{ slack: 'U0MAYA' }, ' ', { slack: 'S0TEAM' }, ' ', { slack: '!channel' }];
    expect(markupIn(blocksOf({ kind: 'text', text: mentions }))).toEqual([
      '<@U0MAYA> <!subteam^S0TEAM> @!channel',
    ]);
  });

  test('carries a button’s command and asks before it is done', () => {
    const buttons: Block = {
      kind: 'buttons',
      buttons: [
        { label: 'Approve', command: 'approve shop', style: 'primary', confirm: 'Deploy 1f3a to 4 hosts?' },
        { label: 'Too long', command: 'x'.repeat(2001) },
        { label: 'Reveal', command: 'secret reveal /shop/prod/DB_URL' },
      ],
    };
    expect(blocksOf(buttons)).toMatchObject([
      {
        type: 'actions',
        elements: [
          {
            action_id: 'deploy-0',
            value: 'approve shop',
            style: 'primary',
            confirm: { text: { text: 'Deploy 1f3a to 4 hosts?' } },
          },
          { action_id: 'reveal-secret-2', value: '/shop/prod/DB_URL' },
        ],
      },
    ]);
  });

  test('with too many blocks keeps its buttons and says how much is missing', () => {
    const notes = Array.from({ length: 70 }, (): Block => ({ kind: 'note', text: 'n' }));
    const blocks = blocksOf(...notes, { kind: 'buttons', buttons: [{ label: 'Go', command: 'start shop' }] });
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-2)).toMatchObject({ type: 'actions' });
    expect(markupIn(blocks).at(-1)).toBe('… 22 more parts of this left out');
  });

  test('without blocks is its sentence', () => {
    expect(blocksOf()).toMatchObject([{ type: 'section', text: { text: 's' } }]);
  });
});
