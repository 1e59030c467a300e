import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeRows } from '../../../src/ui/traces/useRowWindow';

const ROW = 32;
const VIEW = 640;

test('below the greatest height a row stands where its number says', () => {
  expect(placeRows(100_000, ROW, VIEW, 3200)).toEqual({
    from: 94,
    to: 126,
    heightPx: 3_200_000,
    topPx: 94 * ROW,
    scale: 1,
  });
});

test('at both ends of any number of rows the first and the last row are in sight', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (total) => {
      const top = placeRows(total, ROW, VIEW, 0);
      const end = Math.max(0, top.heightPx - VIEW);
      const bottom = placeRows(total, ROW, VIEW, end);
      const lastTop = bottom.topPx + (total - 1 - bottom.from) * ROW;
      expect(top.from).toBe(0);
      expect(top.topPx).toBe(0);
      expect(bottom.to).toBe(total);
      expect(lastTop + ROW - end).toBeLessThanOrEqual(Math.max(VIEW, total * ROW) === VIEW ? VIEW : VIEW + 1);
    }),
    { seed: 20 },
  );
});

test('no more rows are drawn than the view holds and a few around it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (total, at) => {
        const { heightPx } = placeRows(total, ROW, VIEW, 0);
        const { from, to } = placeRows(total, ROW, VIEW, at * Math.max(0, heightPx - VIEW));
        expect(to - from).toBeLessThanOrEqual(VIEW / ROW + 14);
      },
    ),
    { seed: 20 },
  );
});
