import { expect, test } from 'vitest';
import { whoseIdentity } from '../../../bot/policy/aws-identity.ts';
import { parsePolicy } from '../../../bot/policy/policy.ts';

const policy = parsePolicy(`
people:
  - { name: Ada, slack: U0ADA, aws: ["arn:aws:iam::123456789012:user/ada"] }
  - { name: Bob, slack: U0BOB, aws: ["arn:aws:sts::123456789012:assumed-role/Admins/bob@acme.example"] }
automation: ["arn:aws:iam::123456789012:role/ci/deploy-shop"]
`);

test.each([
  ['arn:aws:iam::123456789012:user/ada', 'Ada'],
  ['arn:aws:sts::123456789012:assumed-role/Admins/bob@acme.example', 'Bob'],
  ['arn:aws:sts::123456789012:assumed-role/deploy-shop/GitHubActions', 'automation'],
  ['arn:aws:iam::123456789012:user/Ada', undefined],
  ['arn:aws:iam::999999999999:user/ada', undefined],
  ['arn:aws:sts::123456789012:assumed-role/Admins/eve@acme.example', undefined],
  ['arn:aws:sts::999999999999:assumed-role/deploy-shop/GitHubActions', undefined],
  ['arn:aws:sts::123456789012:assumed-role/deploy-shop-2/GitHubActions', undefined],
  ['arn:aws:sts::123456789012:assumed-role/deploy-shop', undefined],
])('%s is %s', (arn, who) => {
  const found = whoseIdentity(arn, policy);
  expect(typeof found === 'object' ? found.name : found).toBe(who);
});

test.each(['ada', 'arn:aws:iam::123456789012:group/admins', 'arn:aws:iam::12:user/ada', 'arn:aws:s3:::x'])(
  '“%s” is no identity',
  (arn) => {
    expect(() => parsePolicy(`automation: ["${arn}"]`)).toThrow(
      'drawbridge.yml:1:14: automation.0: An AWS identity',
    );
  },
);
