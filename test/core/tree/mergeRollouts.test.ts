import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageId } from '../../../src/core/identity';
import { mergeRollouts, pathOf, rawOf } from '../../../src/core/tree';
import type { MergedTree } from '../../../src/core/tree';
import { PROBLEM, rollout, someRollouts } from './trees';

/** `parent>text` per node, with the rows that end there. */
function dump({ tree, rowsAt }: MergedTree): string[] {
  return tree.text.map(
    (text, node) => `${tree.parent[node]!}>${text}${rowsAt[node]!.map((row) => ` #${row}`).join('')}`,
  );
}

test('rollouts that share two steps part at the third', () => {
  const merged = mergeRollouts(PROBLEM, [rollout(0, 'a|b|c'), rollout(1, 'a|b|d'), rollout(2, 'x')]);
  expect(dump(merged)).toEqual(['-1>', '0>a', '1>|b', '2>|c #0', '2>|d #1', '0>x #2']);
  expect([...merged.through]).toEqual([3, 2, 2, 1, 1, 1]);
  expect([...merged.tree.lead]).toEqual([0, 0, 1, 1, 1, 0]);
});

test('equal rollouts are counted at one node, one that ends inside another ends at an inner node', () => {
  const merged = mergeRollouts(PROBLEM, [
    rollout(4, 'a|b'),
    rollout(1, 'a|b'),
    rollout(3, 'a'),
    rollout(9, ''),
  ]);
  expect(dump(merged)).toEqual(['-1> #9', '0>a #3', '1>|b #1 #4']);
  expect([...merged.tree.terminal]).toEqual([1, 1, 1]);
});

test('the same text with another gap before it is another step', () => {
  expect(dump(mergeRollouts(PROBLEM, [rollout(0, 'a|b'), rollout(1, 'a||b')]))).toEqual([
    '-1>',
    '0>a',
    '1>|b #0',
    '1>||b #1',
  ]);
});

test('text before the first step is lead, and a lead beyond 255 units stops there while the passage is exact', () => {
  const { tree, passages } = mergeRollouts(PROBLEM, [rollout(0, `${'|'.repeat(300)}a`)]);
  expect(tree.lead[1]).toBe(255);
  expect(passages[1]).toMatchObject([{ start: 300, end: 301 }]);
});

test('a node has c of k right and no value while an outcome under it is unknown', () => {
  const { tree } = mergeRollouts(PROBLEM, [
    rollout(0, 'a|b', { outcome: true }),
    rollout(1, 'a|b', { outcome: false }),
    rollout(2, 'a|c', { outcome: true }),
    rollout(3, 'x'),
  ]);
  const [values] = tree.values;
  expect([...values!.data]).toEqual([NaN, 2 / 3, 1 / 2, 1, NaN]);
  expect([values!.c![1], values!.k![1], values!.means]).toEqual([2, 3, 'mc']);
});

test('outcomes that are numbers give a mean without c and k', () => {
  const { tree } = mergeRollouts(PROBLEM, [
    rollout(0, 'a|b', { outcome: 0.5 }),
    rollout(1, 'a|c', { outcome: 1 }),
  ]);
  expect(tree.values[0]).toMatchObject({ means: 'v', data: Float64Array.of(0.75, 0.75, 0.5, 1) });
  expect(tree.values[0]!.k).toBeUndefined();
});

test('without any outcome there is no value', () => {
  expect(mergeRollouts(PROBLEM, [rollout(0, 'a')]).tree.values).toEqual([]);
});

test('a leaf shows the answer on which its rollouts agree', () => {
  const { answers } = mergeRollouts(PROBLEM, [
    rollout(0, 'a', { answer: '4' }),
    rollout(1, 'a', { answer: '4' }),
    rollout(2, 'b', { answer: '4' }),
    rollout(3, 'b', { answer: '5' }),
  ]);
  expect(answers).toEqual([undefined, '4', undefined]);
});

test('merging does not depend on the order of the rollouts', () => {
  fc.assert(
    fc.property(someRollouts, (rollouts) => {
      const inOrder = rollouts.toSorted((a, b) => a.row - b.row);
      expect(mergeRollouts(PROBLEM, rollouts)).toEqual(mergeRollouts(PROBLEM, inOrder));
    }),
    { seed: 7 },
  );
});

test('no text is lost, multiplicities add up, every step of every rollout lies on its path', () => {
  fc.assert(
    fc.property(someRollouts, (rollouts) => {
      const merged = mergeRollouts(PROBLEM, rollouts);
      expect(merged.through[0]).toBe(rollouts.length);
      expect(merged.rowsAt.flat().length).toBe(rollouts.length);
      for (const { row, raw, passages } of rollouts) {
        const end = merged.rowsAt.findIndex((rows) => rows.includes(row));
        expect(rawOf(merged.tree, end)).toBe(raw.slice(0, passages.at(-1)?.end ?? 0));
        const onPath = pathOf(merged.tree, end).flatMap((node) => merged.passages[node]!.map(passageId));
        expect(onPath).toEqual(passages.map(passageId));
      }
    }),
    { seed: 11 },
  );
});

test('equal steps after equal text are one node: no two siblings hold the same passage', () => {
  fc.assert(
    fc.property(someRollouts, (rollouts) => {
      const { tree, passages } = mergeRollouts(PROBLEM, rollouts);
      const seen = passages.slice(1).map(([passage], i) => `${tree.parent[i + 1]!} ${passageId(passage!)}`);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { seed: 13 },
  );
});
