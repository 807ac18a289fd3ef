import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeFromMetadata,
  changeFromSummary,
  changeToMetadata,
  firstLine,
  isRepository,
  isWebAddress,
} from '../../../shared/run/change.ts';
import type { Change } from '../../../shared/run/model.ts';

const change: Change = {
  repository: 'acme/shop',
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  ref: 'refs/heads/main',
  message: 'Prüfe den Warenkorb – 100 %',
  author: 'Ada Lovelace',
  actor: 'ada',
  pullRequest: 12,
  workflowUrl: 'https://github.com/acme/shop/actions/runs/1',
};

function size(metadata: Record<string, string>): number {
  return Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}

describe('the metadata of a change', () => {
  test('comes back as it went', () => {
    expect(changeFromMetadata(changeToMetadata(change))).toEqual(change);
  });

  test('carries a summary that CodePipeline shows', () => {
    expect(changeToMetadata(change)['codepipeline-artifact-revision-summary']).toBe(
      'acme/shop@a1b2c3d4e5f6 by ada: Pr?fe den Warenkorb ? 100 %',
    );
  });

  test('can be told from that summary alone', () => {
    const summary = changeToMetadata(change)['codepipeline-artifact-revision-summary'] ?? '';
    expect(changeFromSummary(summary)).toEqual({
      repository: 'acme/shop',
      commit: 'a1b2c3d4e5f6',
      actor: 'ada',
      message: 'Pr?fe den Warenkorb ? 100 %',
    });
    expect(changeFromSummary('Somebody uploaded this')).toBeUndefined();
  });

  test('keeps the first line of a message only', () => {
    const { message } = changeFromMetadata(changeToMetadata({ message: 'First\n\nBody' }));
    expect(message).toBe('First');
  });

  test('cuts a long message and nothing else', () => {
    const long = { ...change, message: '日本'.repeat(2000) };
    const metadata = changeToMetadata(long);
    const back = changeFromMetadata(metadata);
    expect(size(metadata)).toBeLessThanOrEqual(2048);
    expect(back).toEqual({ ...long, message: back.message });
    expect(back.message).toMatch(/^(日本)+日?…$/);
  });

  test('is ASCII and within 2 KB whatever the words are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 1500 });
    fc.assert(
      fc.property(fc.record({ message: text, author: text, ref: text, actor: text }), (record) => {
        const metadata = changeToMetadata(record);
        expect(size(metadata)).toBeLessThanOrEqual(2048);
        for (const value of Object.values(metadata)) expect(value).toMatch(/^[\x20-\x7e]+$/);
        changeFromMetadata(metadata);
      }),
    );
  });

  test('written by somebody else is not believed', () => {
    const hostile = {
      'drawbridge-repository': 'acme/../../evil',
      'drawbridge-workflow-url': 'javascript:alert(1)',
      'drawbridge-pull-request': '-4',
      'drawbridge-commit': '%E0%A4%A',
      'drawbridge-author': 'a%00%0Ab',
    };
    expect(changeFromMetadata(hostile)).toEqual({ author: 'a b' });
  });
});

test.each([
  ['acme/shop', true],
  ['acme/shop.js', true],
  ['acme/..', false],
  ['acme', false],
  ['-acme/shop', false],
  ['a/b/c', false],
])('isRepository(%j) is %j', (text, expected) => {
  expect(isRepository(text)).toBe(expected);
});

test.each([
  ['https://github.com/a', true],
  ['http://127.0.0.1:3000/x', true],
  ['javascript:alert(1)', false],
  ['//evil', false],
])('isWebAddress(%j) is %j', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});

test('firstLine stops at any line break', () => {
  expect(firstLine('\n  one\ttwo\u2028three')).toBe('one two');
});
