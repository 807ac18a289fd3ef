import { expect, test } from 'vitest';
import { parseSecretLines } from '../../action/secret-lines.ts';
import { textsToMask } from '../../action/steps/secrets.ts';
import { Secret } from '../../shared/secrets/secret.ts';

const version = '01234567-89ab-cdef-0123-456789abcdef';

test.each<[line: string, target: object, source: object]>([
  [
    'DB_URL = /shop/prod/DB_URL',
    { kind: 'variable', name: 'DB_URL' },
    { kind: 'parameter', name: '/shop/prod/DB_URL' },
  ],
  ['KEY=/shop/KEY:3', { kind: 'variable', name: 'KEY' }, { kind: 'parameter', name: '/shop/KEY:3' }],
  ['* = /shop/', { kind: 'variables', prefix: '' }, { kind: 'path', path: '/shop/' }],
  ['DB_* = secretsmanager:shop/db', { kind: 'variables', prefix: 'DB_' }, { kind: 'secret', id: 'shop/db' }],
  [
    'A = secretsmanager:shop/api#key@AWSPREVIOUS',
    { kind: 'variable', name: 'A' },
    { kind: 'secret', id: 'shop/api', field: 'key', stage: 'AWSPREVIOUS' },
  ],
  [`A = secretsmanager:x@${version}`, { kind: 'variable', name: 'A' }, { kind: 'secret', id: 'x', version }],
  [
    './key.pem = arn:aws:secretsmanager:eu-west-1:123456789012:secret:k-AbCdEf',
    { kind: 'file', path: './key.pem' },
    { kind: 'secret', id: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:k-AbCdEf' },
  ],
])('%s', (line, target, source) => {
  expect(parseSecretLines(line)).toMatchObject([{ text: line, target, source }]);
});

test.each([
  ['DB_URL', 'takes one NAME = PLACE a line, not `DB_URL`'],
  ['A-B = /x', 'takes the name of an environment variable, `*`, or a file'],
  ['PATH = /x', "cannot set `PATH`, which is the runner's own"],
  ['A = /x/', 'takes `*` for all below a path: write `* = /x/`'],
  ['* = /x', 'takes a path that ends in / or a JSON secret for `*`'],
  ['A = /x\nA = /y', 'sets `A` twice'],
  ['../x.pem = /x', 'takes a file in the workspace, or one by its whole path, not `../x.pem`'],
])('%j is refused', (text, message) => {
  expect(parseSecretLines(text)).toMatchObject({ text: expect.stringContaining(message) });
});

test('lines and the values of JSON are masked one by one, and nothing that would blot out the log', () => {
  const json = JSON.stringify({ user: 'admin', key: 'line one\nline two', n: [4711], on: true }, null, 1);
  const texts = textsToMask(new Secret(json));
  expect(texts).toEqual(expect.arrayContaining(['admin', 'line one', 'line two', '4711']));
  expect(texts).not.toContain('{');
  expect(texts).not.toContain('true');
  expect(textsToMask(new Secret('a\nbc\n}\n'))).toEqual(['bc']);
});
