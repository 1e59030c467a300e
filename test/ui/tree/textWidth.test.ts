import { beforeEach, expect, test } from 'vitest';
import type { Pen } from '../../../src/ui/tree/pen';
import { fitText, forgetWidths, textWidth } from '../../../src/ui/tree/textWidth';

/** Every character is 10 px wide, `i` 4, and what is measured is noted. */
function pen(): { ctx: Pen; measured: string[] } {
  const measured: string[] = [];
  const measureText = (text: string) => {
    measured.push(text);
    return { width: text === 'i' ? 4 : 10 };
  };
  return { ctx: { font: '', measureText } as unknown as Pen, measured };
}
beforeEach(forgetWidths);

test.each([
  ['all of it', 'Step', 40, 'Step'],
  ['cut where the dots still fit', 'Steps', 45, 'Ste…'],
  ['no space before the dots', 'So it is', 40, 'So…'],
  ['by width, not by length', 'iiiiiiiiii', 25, 'iii…'],
  ['no half of a pair', 'a😀😀b', 35, 'a😀…'],
  ['nothing fits', 'Step', 15, ''],
])('a label takes the room there is: %s', (_, text, most, expected) => {
  expect(fitText(pen().ctx, '11px A', text, most)).toBe(expected);
});

test('each character is measured once a font', () => {
  const { ctx, measured } = pen();
  expect(textWidth(ctx, '11px A', 'noon 😀😀')).toBe(70);
  expect(textWidth(ctx, '11px A', 'no')).toBe(20);
  expect(measured.toSorted()).toEqual([' ', '…', 'n', 'o', '😀'].toSorted());
  textWidth(ctx, '600 11px A', 'n');
  expect(measured).toHaveLength(7);
});
