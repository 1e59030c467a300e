// What is written for others is read by our own readers of those formats: the same steps, the same labels.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatById } from '../../../../src/core/formats';
import { targetById } from '../../../../src/core/labels/export';
import type { Policies } from '../../../../src/core/labels/export';
import { exportRow, said } from './exportRows';

const POLICIES: Policies = { redundant: 'masked', afterFirstError: 'own', unjudged: 'masked' };
const aStep = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('half \uD83D', '\uDE00 half', 'a\u2028b'),
  )
  .filter((text) => text.trim() !== '');
const aRow = fc
  .array(fc.tuple(aStep, fc.constantFrom('c', 'r', 'e', '.')), { minLength: 1, maxLength: 8 })
  .map((steps) => {
    const texts = steps.map(([text]) => text);
    let start = 0;
    const ranges = texts.map((text) => {
      const range = { start, end: start + text.length };
      start = range.end + 2;
      return range;
    });
    const letters = steps.map(([, letter]) => letter);
    return { texts, letters, row: exportRow(texts.join('\n\n'), ranges, letters.map(said)) };
  });

function readBack(id: string, line: string) {
  const read = formatById(id)!.read(JSON.parse(new TextDecoder().decode(new TextEncoder().encode(line))));
  if (!read.ok) throw new Error(read.fault.reason);
  const attempt = read.value[0]!.attempts[0]!;
  const steps = attempt.given!.map(({ start, end }) => attempt.raw.slice(start, end));
  const verdicts = steps.map(() => '.');
  for (const { on, verdict } of attempt.labels ?? []) {
    const at = on === 'text' ? -1 : attempt.given!.findIndex(({ start }) => start === on.start);
    if (at >= 0 && verdict !== undefined) verdicts[at] = verdict.charAt(0);
  }
  return { prompt: read.value[0]!.problem.prompt, outcome: attempt.outcome, steps, verdicts };
}

test('TRL stepwise: a masked step is read as unjudged', () => {
  fc.assert(
    fc.property(aRow, ({ row, texts, letters }) => {
      const written = targetById('trl-stepwise')!.write(row, POLICIES);
      expect(written.ok).toBe(letters.some((letter) => letter !== '.'));
      if (!written.ok) return;
      const back = readBack('trl-stepwise', written.line);
      const verdicts = letters.map((letter) => (letter === 'r' ? '.' : letter));
      expect(back).toMatchObject({ prompt: 'How many?', steps: texts, verdicts });
    }),
    { seed: 63 },
  );
});

test('ProcessBench: the first error is read where it was, and everything before it as correct', () => {
  fc.assert(
    fc.property(aRow, ({ row, texts, letters }) => {
      const written = targetById('processbench')!.write(row, {});
      const error = letters.indexOf('e');
      const needed = error === -1 ? letters : letters.slice(0, error);
      expect(written.ok).toBe(!needed.includes('.'));
      if (!written.ok) return;
      const verdicts = letters.map((_, i) => (i === error ? 'e' : error === -1 || i < error ? 'c' : '.'));
      expect(readBack('processbench', written.line)).toEqual({
        prompt: 'How many?',
        outcome: true,
        steps: texts,
        verdicts,
      });
    }),
    { seed: 64 },
  );
});
