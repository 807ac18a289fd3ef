import { describe, expect, test } from 'vitest';
import {
  type ApprovalSituation,
  approvalsFor,
  isOpen,
  missingVotes,
  objection,
} from '../../../bot/policy/approvals.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';

const policyWith = (rules: string) => parsePolicy(`pipelines:\n  shop:\n    approvals: ${rules}\n`);
const noon = Date.parse('2026-03-02T12:00:00Z');
const situation: ApprovalSituation = {
  asker: { slack: 'U0ADA', github: 'ada', name: 'Ada', key: 'slack:U0ADA' },
  authors: { logins: ['bob'], said: [] },
  checks: 'none',
};
const ruled = (rules: string, more: Partial<ApprovalSituation> = {}, now = noon) =>
  objection(approvalsFor(policyWith(rules), 'shop', 'Prod'), { ...situation, ...more }, now);

test('every rule that fits the stage holds', () => {
  const policy = policyWith('[{ count: 2 }, { stage: prod, not: [author] }, { stage: Test, count: 5 }]');
  expect(approvalsFor(policy, 'shop', 'Prod')).toMatchObject({ count: 2, not: new Set(['author']) });
  expect(approvalsFor(policy, 'shop', 'Build')).toMatchObject({ count: 2, not: new Set() });
  expect(approvalsFor(policy, 'other', 'Build')).toMatchObject({ count: 1, places: [] });
});

describe('who does not count', () => {
  const onGitHub = { github: 'eve', name: 'eve', key: 'github:eve' };
  const inSlack = { slack: 'U0EVE', name: 'U0EVE', key: 'slack:U0EVE' };
  test.each([
    ['the author', { authors: { logins: ['Ada'], said: [] } }, 'You wrote this change'],
    [
      'the author under another name',
      { authors: { logins: ['bob'], said: ['ADA'] } },
      'You wrote this change',
    ],
    [
      'whoever has the address that the commit names',
      {
        asker: { ...situation.asker, email: 'ada@example.com' },
        authors: { logins: ['bob'], said: ['Ada@Example.com'] },
      },
      'You wrote this change',
    ],
    ['nobody known', { authors: { logins: [], said: [] } }, 'GitHub does not know who wrote this change'],
    [
      'nobody known but by a name that anybody may write',
      { authors: { logins: [], said: ['Bob'] } },
      'GitHub does not know who wrote this change',
    ],
    [
      'whoever has no name on GitHub',
      { asker: { slack: 'U0EVE', name: 'U0EVE', key: 'slack:U0EVE' } },
      '`/deploy link` tells it',
    ],
  ])('%s', (_, more, why) => {
    expect(ruled('[{ not: [author] }]', more)).toContain(why);
    expect(ruled('[{ count: 2 }]', more)).toBeUndefined();
  });

  test.each([
    [{ starter: { slack: 'U0ADA' } }, 'You started this run'],
    [{ starter: { github: 'Ada' } }, 'You started this run'],
    [{ starter: { slack: 'U0ADA', github: 'other' } }, 'You started this run'],
    [{ starter: { slack: 'U0BOB' } }, undefined],
    [{ starter: { slack: 'U0BOB' }, asker: onGitHub }, 'nobody knows your Slack id'],
    [{ starter: { slack: 'U0BOB', github: 'bob' }, asker: onGitHub }, undefined],
    [{ starter: { github: 'bob' }, asker: inSlack }, 'nobody knows your GitHub login'],
    [{ starter: 'unknown' as const }, 'the policy does not say whose AWS identity started this one'],
    [{}, undefined],
  ])('the starter: %j', (more, why) => {
    const said = ruled('[{ not: [starter] }]', more);
    if (why) expect(said).toContain(why);
    else expect(said).toBeUndefined();
  });
});

test.each([
  ['green', undefined],
  ['red', 'have failed'],
  ['running', 'still running'],
  ['none', 'has no checks'],
] as const)('checks that are %s', (checks, why) => {
  const said = ruled('[{ checks: green }]', { checks });
  if (why) expect(said).toContain(why);
  else expect(said).toBeUndefined();
});

describe('the change window', () => {
  const window = { days: ['mon' as const], from: '09:00', to: '16:00', zone: 'Europe/Berlin' };
  test.each([
    ['2026-03-02T07:59:59Z', false],
    ['2026-03-02T08:00:00Z', true],
    ['2026-03-02T14:59:59Z', true],
    ['2026-03-02T15:00:00Z', false],
    ['2026-03-03T12:00:00Z', false],
    // Summer time has come by then.
    ['2026-03-30T07:00:00Z', true],
    ['2026-03-30T14:00:00Z', false],
  ])('%s is within it: %s', (at, open) => {
    expect(isOpen(window, Date.parse(at))).toBe(open);
  });

  test('outside of it the hours are told', () => {
    const rules = '[{ during: [{ days: [tue, thu], from: "09:00", to: "16:00" }] }]';
    expect(ruled(rules)).toBe('Outside of the change window: it may be approved tue, thu 09:00–16:00 (UTC).');
    expect(ruled(rules, {}, noon + 86_400_000)).toBeUndefined();
  });
});

test('votes suffice when enough people have voted from every place', () => {
  const vote = (person: string, place: 'slack' | 'github', known = true) => {
    return { person, name: person, place, known };
  };
  const rules = { count: 2, places: ['slack' as const, 'github' as const] };
  expect(missingVotes(rules, [vote('ada', 'slack')])).toBe(
    '1 of 2 have approved; one must come from a pull request',
  );
  expect(missingVotes(rules, [vote('ada', 'slack'), vote('ada', 'github')])).toBe('1 of 2 have approved');
  expect(missingVotes(rules, [vote('ada', 'slack'), vote('bob', 'slack')])).toBe(
    'one must come from a pull request',
  );
  expect(missingVotes(rules, [vote('ada', 'slack'), vote('bob', 'github')])).toBeUndefined();
  expect(missingVotes(rules, [vote('ada', 'slack', false), vote('bob', 'github')])).toBeUndefined();
  expect(missingVotes(rules, [vote('U0EVE', 'slack', false), vote('eve', 'github', false)])).toBe(
    '1 of 2 have approved; two of them may be one person: /deploy link tells who is who',
  );
});

test.each([
  ['[{ count: 0 }]', 'count'],
  ['[{ not: [nobody] }]', 'not'],
  ['[{ during: [{ days: [mon], from: "16:00", to: "09:00" }] }]', 'A window begins before it ends'],
  ['[{ during: [{ days: [mon], from: "9", to: "16:00" }] }]', 'A time is written HH:MM'],
  [
    '[{ during: [{ days: [mon], from: "09:00", to: "16:00", zone: Moon }] }]',
    'A time zone is named as in Europe/Berlin',
  ],
])('%s is refused with its line', (rules, why) => {
  expect(() => policyWith(rules)).toThrow(why);
  expect(() => policyWith(rules)).toThrow('drawbridge.yml:3:');
});
