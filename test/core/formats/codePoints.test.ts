import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffsets } from '../../../src/core/formats';
import { utf16Offsets } from '../../../src/core/formats/stepmark/codePoints';

const anyText = fc
  .array(fc.constantFrom('a', 'é', '😀', '\uD83D', '\uDE00', '\n', '漢'))
  .map((parts) => parts.join(''));

test('offsets go to code points and back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const toPoint = codePointOffsets(text);
      const toUtf16 = utf16Offsets(text);
      let utf16 = 0;
      const points = Array.from(text);
      points.forEach((point, i) => {
        expect([toPoint(utf16), toUtf16(i)]).toEqual([i, utf16]);
        utf16 += point.length;
      });
      expect([toPoint(utf16), toUtf16(points.length), toUtf16(points.length + 1)]).toEqual([
        points.length,
        utf16,
        undefined,
      ]);
    }),
    { seed: 3 },
  );
});
