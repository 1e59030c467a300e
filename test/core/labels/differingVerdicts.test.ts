import { expect, test } from 'vitest';
import { differingVerdicts, judge } from '../../../src/core/labels';
import type { Verdict } from '../../../src/core/model';
import { changeOf, ME, OTHER, SCOPE, STEPS } from './sessions';

const says = (verdict: Verdict, step: number, at: number, writer = ME) =>
  changeOf([judge(STEPS[step]!, undefined, verdict, 'key')!], { n: at, at, writer });

test('what both said since their logs parted, and differs, is listed with both verdicts', () => {
  const mine = [says('correct', 0, 1), says('correct', 1, 2), says('redundant', 2, 3)];
  const theirs = [says('erroneous', 0, 4, OTHER), says('correct', 1, 5, OTHER), says('correct', 3, 6, OTHER)];
  expect(differingVerdicts(mine, theirs)).toEqual([
    { at: STEPS[0], scope: SCOPE, verdicts: ['correct', 'erroneous'] },
  ]);
});

test('an older copy of a log, or a longer one, differs nowhere', () => {
  const older = [says('correct', 0, 1)];
  const newer = [...older, says('erroneous', 0, 2)];
  expect(differingVerdicts(newer, older)).toEqual([]);
  expect(differingVerdicts(older, newer)).toEqual([]);
});

test('two annotators may differ: that is agreement, not a conflict', () => {
  const theirs = { ...says('erroneous', 0, 1, OTHER), scope: { ...SCOPE, annotator: 'you' } };
  expect(differingVerdicts([says('correct', 0, 1)], [theirs])).toEqual([]);
});
