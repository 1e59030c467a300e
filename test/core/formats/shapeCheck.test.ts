// What the quick check lets through, valibot lets through and gives back as it is.

import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { shapeCheck } from '../../../src/core/formats/shapeCheck';

const SCHEMAS = {
  processbench: v.looseObject({ a: v.string(), b: v.array(v.string()), c: v.boolean() }),
  nested: v.looseObject({ a: v.looseObject({ b: v.array(v.looseObject({ c: v.number() })) }) }),
  missing: v.looseObject({ a: v.optional(v.string()), b: v.nullish(v.array(v.unknown())), c: v.unknown() }),
  nullable: v.looseObject({ a: v.nullable(v.number()), b: v.nullish(v.unknown()) }),
  union: v.looseObject({ a: v.union([v.string(), v.literal(1), v.null()]) }),
};
const aLeaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Number.NaN, 1),
);
const { value: aValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    aLeaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')),
  ),
}));

for (const [name, schema] of Object.entries(SCHEMAS)) {
  test(`${name}: the same answer as valibot's`, () => {
    const check = shapeCheck(schema);
    expect(check).toBeDefined();
    let fitting = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), aValue), (record) => {
        const parsed = v.safeParse(schema, record);
        expect(check?.(record)).toBe(parsed.success);
        if (!parsed.success) return;
        fitting += 1;
        expect(parsed.output).toEqual(record);
      }),
      { seed: 20, numRuns: 2_000 },
    );
    // Else the property would say nothing about records that fit.
    expect(fitting).toBeGreaterThan(0);
  });
}

test('what only valibot can tell is left to it', () => {
  expect(shapeCheck(v.looseObject({ a: v.pipe(v.string(), v.minLength(3)) }))).toBeUndefined();
  expect(shapeCheck(v.object({ a: v.string() }))).toBeUndefined();
  expect(shapeCheck(v.optional(v.string(), 'instead'))).toBeUndefined();
});
