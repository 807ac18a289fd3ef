import { expect, test } from 'vitest';
import { gitEndpoint, signGitAccess } from '../../../shared/aws/codecommit.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const target = { region: 'eu-west-1', repository: 'shop.web', endpoint: gitEndpoint('eu-west-1') };
const now = Date.UTC(2026, 0, 31, 14, 5, 0, 999);
// Computed by botocore's SigV4Auth in the way of git-remote-codecommit.
const signature = 'e3ca0c04718b2b88a476b2421c00ac220730e348b765555da5eb62e4705ecd1a';

test.each([
  [undefined, 'AKIDEXAMPLE'],
  ['TOKEN/with+signs', 'AKIDEXAMPLE%TOKEN/with+signs'],
])('git gets the user name and password that CodeCommit takes, session token %s', (sessionToken, user) => {
  const { url, authorization } = signGitAccess({ ...credentials, sessionToken }, target, now);
  expect(url).toBe('https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/shop.web');
  const [, encoded = ''] = /^Authorization: Basic (\S+)$/.exec(authorization.reveal()) ?? [];
  expect(Buffer.from(encoded, 'base64').toString()).toBe(`${user}:20260131T140500Z${signature}`);
  expect(JSON.stringify(authorization)).not.toContain(encoded);
});

test('China has a domain of its own', () => {
  expect(gitEndpoint('cn-north-1')).toBe('https://git-codecommit.cn-north-1.amazonaws.com.cn');
});
