import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf16Offsets } from '../../../src/core/formats/stepmark/codePoints';

const PIECES = ['a', 'é', '😀', '\uD83D', '\uDE00', '\n', '漢'];
const anyText = fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(''));

test('code points become UTF-16 offsets; past the end is no offset', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const points = Array.from(text);
      const expected = points.map((_, i) => points.slice(0, i).join('').length);
      const toUtf16 = utf16Offsets(text);
      expect(points.map((_, i) => toUtf16(i))).toEqual(expected);
      expect(toUtf16(points.length)).toBe(text.length);
      expect(toUtf16(points.length + 1)).toBeUndefined();
    }),
    { seed: 3 },
  );
});
