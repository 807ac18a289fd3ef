import { crc32 } from 'node:zlib';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { crc32Combine } from '../../../shared/artifact/crc32.ts';

test('the checksum of two blocks is that of both together', () => {
  assert(
    property(uint8Array(), uint8Array(), (a, b) => {
      expect(crc32Combine(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
    }),
  );
});

test('… also when the second is long', () => {
  const long = Buffer.alloc(5_000_003, 'xyz');
  expect(crc32Combine(crc32('a'), crc32(long), long.length)).toBe(
    crc32(Buffer.concat([Buffer.from('a'), long])),
  );
});
