import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../../../local/aws/persistence/values.ts';

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  ),
  value: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$date', '$map', '__proto__')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(fc.string(), { maxLength: 4 }).map((items) => new Set(items)),
  ),
})).value;

test('whatever a snapshot may hold comes back as it was', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(decode(JSON.parse(JSON.stringify(encode(given))))).toEqual(given);
    }),
  );
});

test.each([[() => {}], [Number.NaN], [10n], [new (class Engine {})()]])(
  '%s is refused, with its place',
  (odd) => {
    expect(() => encode({ runs: [odd] })).toThrow('the snapshot.runs[0] holds');
  },
);
