import { expect, test } from 'vitest';
import { parsePattern } from '../../../../../local/aws/services/events/pattern.ts';

const event = {
  source: 'aws.codepipeline',
  resources: ['arn:a', 'arn:b'],
  detail: { state: 'FAILED', version: 3, flag: null, nested: [{ id: 1 }, { id: 2 }], path: 'dir/file.txt' },
};

test.each([
  [{ source: ['aws.codepipeline'] }, true],
  [{ source: ['aws.s3', 'aws.codebuild'] }, false],
  [{ resources: ['arn:b'] }, true],
  [{ resources: [{ prefix: 'arn:' }] }, true],
  [{ detail: { state: ['FAILED'], version: [3] } }, true],
  [{ detail: { version: ['3'] } }, false],
  [{ detail: { flag: [null] } }, true],
  [{ detail: { nested: { id: [2] } } }, true],
  [{ detail: { nested: { id: [3] } } }, false],
  [{ detail: { state: [{ prefix: 'FA' }] } }, true],
  [{ detail: { state: [{ prefix: { 'equals-ignore-case': 'fa' } }] } }, true],
  [{ detail: { state: [{ suffix: 'ED' }] } }, true],
  [{ detail: { state: [{ 'equals-ignore-case': 'failed' }] } }, true],
  [{ detail: { state: [{ 'anything-but': 'FAILED' }] } }, false],
  [{ detail: { state: [{ 'anything-but': ['STARTED', 'STOPPED'] }] } }, true],
  [{ detail: { state: [{ 'anything-but': { prefix: 'S' } }] } }, true],
  [{ detail: { none: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { version: [{ numeric: ['>', 0, '<=', 3] }] } }, true],
  [{ detail: { version: [{ numeric: ['<', 3] }] } }, false],
  [{ detail: { state: [{ numeric: ['=', 3] }] } }, false],
  [{ detail: { state: [{ exists: true }] } }, true],
  [{ detail: { state: [{ exists: false }] } }, false],
  [{ detail: { none: [{ exists: false }] } }, true],
  [{ detail: { none: { deep: [{ exists: false }] } } }, true],
  [{ detail: { path: [{ wildcard: 'dir/*.txt' }] } }, true],
  [{ detail: { path: [{ wildcard: '*/f*e.*' }] } }, true],
  [{ detail: { path: [{ wildcard: 'dir/*.tx' }] } }, false],
  [{ detail: { path: [{ wildcard: 'dir/\\*.txt' }] } }, false],
  [{ $or: [{ source: ['x'] }, { detail: { state: ['FAILED'] } }] }, true],
  [{ detail: { $or: [{ state: ['OK'] }, { version: [9] }] } }, false],
])('%j: %s', (pattern, fits) => {
  expect(parsePattern(JSON.stringify(pattern))(event)).toBe(fits);
});

test.each([
  ['{', 'not valid JSON'],
  ['{}', 'not empty'],
  ['[]', 'JSON object'],
  ['{"source":"x"}', 'object or an array'],
  ['{"source":[]}', 'empty array'],
  ['{"detail":{}}', 'must not be empty'],
  ['{"source":[{"rhymes":"x"}]}', 'Unrecognized match type rhymes'],
  ['{"source":[{"constructor":"x"}]}', 'Unrecognized match type constructor'],
  ['{"source":[{"prefix":1}]}', 'takes a string'],
  ['{"source":[{"exists":"yes"}]}', 'true or false'],
  ['{"source":[{"numeric":[">"]}]}', 'one or two comparisons'],
  ['{"source":[{"wildcard":"a**b"}]}', 'two * in a row'],
  ['{"source":[{"numeric":["constructor",1]}]}', 'pairs'],
  [`{"source":["${'x'.repeat(5000)}"]}`, 'longer than'],
  ['{"$or":[{"source":["x"]}]}', '$or needs two'],
])('%s is refused', (pattern, reason) => {
  expect(() => parsePattern(pattern)).toThrow(reason);
});

test('a hostile wildcard costs no more than its length', () => {
  const matches = parsePattern(JSON.stringify({ a: [{ wildcard: `${'*a'.repeat(1500)}b` }] }));
  const began = performance.now();
  expect(matches({ a: 'a'.repeat(50_000) })).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});
