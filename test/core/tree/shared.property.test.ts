// What is shared by construction: a passage of a common prefix is one passage in all rollouts through it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageId, passagesOf } from '../../../src/core/identity';
import { applyChange, judge, NO_ANNOTATIONS, ownCuts, prefixKeys } from '../../../src/core/labels';
import type { Annotations } from '../../../src/core/labels';
import type { Edit, Passage } from '../../../src/core/model';
import { applyOwnCuts, splitSteps, stepRanges, strategyOf } from '../../../src/core/segment';
import { mergeRollouts } from '../../../src/core/tree';
import { changeOf } from '../labels/sessions';
import { PROBLEM, someRollouts } from './trees';

const apply = (to: Annotations, edit: Edit | undefined) =>
  edit === undefined ? to : applyChange(to, changeOf([edit]));

test('judging a shared step equals judging it in every rollout through it, and in no other', () => {
  fc.assert(
    fc.property(someRollouts, fc.nat(), (rollouts, pick) => {
      const { tree, passages, through } = mergeRollouts(PROBLEM, rollouts);
      fc.pre(tree.parent.length > 1);
      const node = 1 + (pick % (tree.parent.length - 1));
      const at = passages[node]![0]!;
      const id = passageId(at);
      const once = apply(NO_ANNOTATIONS, judge(at, undefined, 'erroneous', 'key'));
      const holding = rollouts.filter((rollout) => rollout.passages.some((own) => passageId(own) === id));
      expect(holding).toHaveLength(through[node]!);
      const everywhere = holding.reduce((said, rollout) => {
        const own = rollout.passages.find((one) => passageId(one) === id)!;
        return apply(said, judge(own, said.passages.get(id)?.judgement, 'erroneous', 'key'));
      }, NO_ANNOTATIONS);
      expect(everywhere.passages).toEqual(once.passages);
      for (const rollout of rollouts) {
        const judged = rollout.passages.filter((own) => once.passages.has(passageId(own)));
        expect(judged).toHaveLength(holding.includes(rollout) ? 1 : 0);
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});

/** Paragraphs of two or three words, many shared beginnings. */
const someTexts = fc.array(
  fc
    .array(fc.constantFrom('one two', 'three four five', 'six seven'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('\n\n')),
  { minLength: 2, maxLength: 8 },
);

function stepsUnder(raw: string, annotations: Annotations): Passage[] {
  const own = ownCuts(annotations, raw.length, prefixKeys(PROBLEM, raw));
  const cut = applyOwnCuts(raw, splitSteps({ raw, zones: [] }, strategyOf('blank')), own);
  return passagesOf(PROBLEM, raw, stepRanges(cut));
}

test('cutting a shared step keeps all rollouts consistent: it is cut alike in each through it, the rest stays', () => {
  fc.assert(
    fc.property(someTexts, fc.nat(), fc.nat(), (raws, pickText, pickStep) => {
      const raw = raws[pickText % raws.length]!;
      const before = stepsUnder(raw, NO_ANNOTATIONS);
      const at = before[pickStep % before.length]!;
      const added = [at.start + raw.slice(at.start, at.end).indexOf(' ') + 1];
      const cuts: Edit = {
        on: 'cuts',
        at,
        before: { added: [], removed: [] },
        after: { added, removed: [] },
      };
      const cut = apply(NO_ANNOTATIONS, cuts);
      const id = passageId(at);
      const halves = stepsUnder(raw, cut)
        .filter(({ start, end }) => start >= at.start && end <= at.end)
        .map(passageId);
      expect(halves).toHaveLength(2);
      for (const other of raws) {
        const expected = stepsUnder(other, NO_ANNOTATIONS)
          .map(passageId)
          .flatMap((own) => (own === id ? halves : [own]));
        expect(stepsUnder(other, cut).map(passageId)).toEqual(expected);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});
