import { describe, expect, test } from 'vitest';
import { mrkdwn } from '../../../bot/render/mrkdwn.ts';

/** What is at work in mrkdwn: https://docs.slack.dev/messaging/formatting-message-text */
const atWork = /[*~`<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

describe('what others wrote', () => {
  test.each([
    '*bold*',
    '_slanted_ and _so on_',
    '~struck~ ~ ~',
    '`code` and ```more```',
    '<!channel> <@U0ADA> <https://evil.example|acme.example>',
    '*_~`all`~_*',
    'a*b*c',
  ])('%s marks nothing', (text) => {
    for (const line of [text, [text], [{ github: text }], [{ slack: text }]]) {
      expect(mrkdwn(line, 3_000)).not.toMatch(atWork);
    }
    expect(mrkdwn([{ strong: text }], 3_000).slice(1, -1)).not.toMatch(atWork);
    expect(mrkdwn([{ code: text }], 3_000).slice(1, -1)).not.toMatch(/[`<]/);
    const link = mrkdwn([{ link: text, to: 'https://acme.example' }], 3_000);
    expect(link.slice(link.indexOf('|') + 1, -1)).not.toMatch(atWork);
    expect(mrkdwn([`${text} `.repeat(20)], 60)).not.toMatch(atWork);
  });

  test('reads as it was written', () => {
    expect(mrkdwn('fix/snake_case_name: 2 > 1', 3_000)).toBe('fix/snake_case_name: 2 &gt; 1');
    expect(mrkdwn('*Fix* the _door_', 3_000)).toBe('∗Fix∗ the ˍdoorˍ');
  });

  test('stands between our own marks without ending them', () => {
    expect(mrkdwn([{ strong: 'a*b' }, ' by ', '*eve*'], 3_000)).toBe('*a∗b* by ∗eve∗');
  });
});
