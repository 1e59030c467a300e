import fc from 'fast-check';
import { passagesOf, problemKey } from '../../../src/core/identity';
import type { Range, RolloutTree } from '../../../src/core/model';
import type { Rollout } from '../../../src/core/tree';

export const PROBLEM = problemKey({ prompt: 'How many?' });

/** Steps of a text written as `one|two|three`: the bar is a gap of one unit. */
export function rollout(row: number, raw: string, more: Partial<Rollout> = {}): Rollout {
  const steps: Range[] = [];
  for (let start = 0; start <= raw.length;) {
    const bar = raw.indexOf('|', start);
    const end = bar < 0 ? raw.length : bar;
    if (end > start) steps.push({ start, end });
    start = end + 1;
  }
  return { row, raw, steps, passages: passagesOf(PROBLEM, raw, steps), ...more };
}

/** A tree of a file: `[parent, text, lead?]` per node, the root first. */
export function treeOf(
  nodes: readonly (readonly [parent: number, text: string, lead?: number])[],
  more: Partial<RolloutTree> = {},
): RolloutTree {
  return {
    problem: PROBLEM,
    parent: Int32Array.from(nodes, ([parent]) => parent),
    extraParents: [],
    text: nodes.map(([, text]) => text),
    lead: Uint8Array.from(nodes, ([, , lead]) => lead ?? 0),
    author: nodes.map(() => undefined),
    rowsEndingAt: nodes.map(() => []),
    chosenChild: new Int32Array(nodes.length).fill(-1),
    terminal: new Uint8Array(nodes.length),
    given: [],
    values: [],
    ...more,
  };
}

const aStep = fc.constantFrom('a', 'b', 'ab', 'same', 'same ', 'z');
/** Rollouts that share prefixes often, some equal, some ending inside others, in any order. */
export const someRollouts = fc.array(fc.array(aStep, { maxLength: 6 }), { maxLength: 12 }).chain((texts) =>
  fc.shuffledSubarray(
    texts.map((steps, row) => rollout(row, steps.join('|'), { outcome: row % 3 === 0 })),
    { minLength: texts.length },
  ),
);

/** Parents before children, of up to 60 nodes. */
export const aParentColumn = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((picks) => Int32Array.from([-1, ...picks.map((pick, i) => pick % (i + 1))]));
