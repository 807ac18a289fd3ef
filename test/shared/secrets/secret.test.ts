import { inspect } from 'node:util';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Secret } from '../../../shared/secrets/secret.ts';

const value = 'correct-horse';
const secret = new Secret(value);

test.each([
  ['a template', () => `${secret}`],
  ['concatenation', () => `password: ${String(secret)}`],
  ['JSON', () => JSON.stringify({ nested: [secret] })],
  ['inspection', () => inspect({ nested: { secret } }, { depth: 9, showHidden: true })],
  ['an error', () => inspect(new Error('failed', { cause: secret }))],
  ['its members', () => JSON.stringify([Object.entries(secret), Object.getOwnPropertyNames(secret)])],
  ['a number', () => String(Number(secret))],
])('%s does not show it', (_, show) => {
  expect(show()).not.toContain(value);
});

test('a log does not show it', () => {
  const lines: string[] = [];
  pino({}, { write: (line: string) => lines.push(line) }).info({ secret, deep: { secret } }, 'read');
  expect(lines.join('')).toContain('***');
  expect(lines.join('')).not.toContain(value);
});

test('reveal is the way to it', () => {
  expect(secret.reveal()).toBe(value);
});
