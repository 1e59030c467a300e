import { expect, test } from 'vitest';
import { highlight } from '../../../src/ui/reader/markdown/highlight';
import { clampedText, countLines, isLong } from '../../../src/ui/reader/longText';

test('a text is long by its length or by its lines', () => {
  expect([isLong('short'), isLong('x'.repeat(3_001)), isLong('\n'.repeat(40))]).toEqual([false, true, true]);
  expect(countLines('a\nb\n')).toBe(3);
});

test('a clamped text is a beginning of the text, cut at a line and never within a pair', () => {
  const lines = 'twenty characters...\n'.repeat(400);
  expect(lines.startsWith(clampedText(lines))).toBe(true);
  expect(clampedText(lines).endsWith('...')).toBe(true);
  const faces = 'x' + '😀'.repeat(4_000);
  expect(clampedText(faces)).not.toMatch(/[\uD800-\uDBFF]$/);
});

test('coloured pieces give the code back, hostile code too', () => {
  for (const code of ['print("a < b & c", \'x\')', '<script>alert(1)</script>', 'if 1:\n\tpass  # "&amp;"']) {
    const pieces = highlight(code, 'python') ?? [];
    expect(pieces.map(({ text }) => text).join('')).toBe(code);
  }
  expect(highlight('def f(): return 1', 'python')).toContainEqual({ text: 'def', look: 'k' });
  expect(highlight('x', 'no such language')).toBeUndefined();
});
