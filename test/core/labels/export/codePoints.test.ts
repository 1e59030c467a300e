import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoints } from '../../../../src/core/labels/export/codePoints';

/** Any code units, lone surrogates among them, long enough for several chunks. */
const aText = fc
  .array(fc.constantFrom('a', 'é', '😀', '\uD800', '\uDC00', '\n', 'x'.repeat(700)), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('counts as Python and the string iterator do, and comes back', () => {
  fc.assert(
    fc.property(aText, (text) => {
      const points = codePoints(text);
      let unit = 0;
      let point = 0;
      for (const character of text) {
        expect(points.fromUnits(unit)).toBe(point);
        expect(points.toUnits(point)).toBe(unit);
        unit += character.length;
        point++;
      }
      expect(points.fromUnits(text.length)).toBe(point);
      expect(points.toUnits(point)).toBe(text.length);
    }),
    { seed: 60 },
  );
});

test.each([
  ['plain', 3, 3],
  ['a😀b', 3, 2],
  ['a😀b', 1, 1],
  ['\uD800b', 1, 1],
  ['\uDC00\uD800b', 2, 2],
])('%j: unit %i is code point %i', (text, unit, point) => {
  expect(codePoints(text).fromUnits(unit)).toBe(point);
  expect(codePoints(text).toUnits(point)).toBe(unit);
});
