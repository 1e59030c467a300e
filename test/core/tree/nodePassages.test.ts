import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageId } from '../../../src/core/identity';
import type { PassageId } from '../../../src/core/identity';
import type { Passage, TextKey } from '../../../src/core/model';
import {
  nodePassages,
  nodesByPassage,
  nodeWithPassage,
  passageCount,
  passagesAt,
} from '../../../src/core/tree';

const aPassage: fc.Arbitrary<Passage> = fc.record({
  upTo: fc.stringMatching(/^[0-9a-f]{1,4}$/).map((key) => key as TextKey),
  start: fc.nat(3),
  end: fc.nat(9),
});
const perNode = fc.array(fc.array(aPassage, { maxLength: 3 }), { maxLength: 8 });

test('columns give back the passages of each node, and find the node of a passage', () => {
  fc.assert(
    fc.property(perNode, (inside) => {
      const columns = nodePassages(inside);
      expect(inside.map((_, node) => passagesAt(columns, node))).toEqual(inside);
      expect(inside.map((_, node) => passageCount(columns, node))).toEqual(inside.map((one) => one.length));
      const byPassage = nodesByPassage(columns);
      for (const id of new Set(inside.flat().map(passageId))) {
        const nodes = inside.flatMap((one, node) => one.filter((at) => passageId(at) === id).map(() => node));
        expect(byPassage(id)).toEqual(nodes);
        expect(nodeWithPassage(columns, id)).toBe(nodes[0]);
      }
    }),
    { seed: 71 },
  );
});

test('beyond the last node there is nothing', () => {
  const columns = nodePassages([[]]);
  expect(passagesAt(columns, 5)).toEqual([]);
  expect(nodeWithPassage(columns, 'ab.0' as PassageId)).toBeUndefined();
  expect(nodesByPassage(columns)('ab.0' as PassageId)).toEqual([]);
});
