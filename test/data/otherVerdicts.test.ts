import { expect, test } from 'vitest';
import { passagesOf, problemKey } from '../../src/core/identity';
import { judge } from '../../src/core/labels';
import type { GivenLabel, Scope } from '../../src/core/model';
import { nodePassages } from '../../src/core/tree';
import { labelsAtNodes, verdictsOfOthers } from '../../src/data/library/otherVerdicts';
import { changeOf } from '../core/labels/sessions';
import { SCOPE } from './tab';

const raw = 'one|two|three';
const PASSAGES = passagesOf(problemKey({ prompt: 'p' }), raw, [
  { start: 0, end: 3 },
  { start: 4, end: 7 },
  { start: 8, end: 13 },
]);
const [one, two, three] = PASSAGES as [(typeof PASSAGES)[0], (typeof PASSAGES)[0], (typeof PASSAGES)[0]];
/** The second step runs over a fork: it stands at two nodes. The third is no step of the tree. */
const COLUMNS = nodePassages([[], [one], [two], [two]]);
const label = (on: GivenLabel['on'], annotator: string): GivenLabel => ({
  source: 'rating',
  origin: 'human',
  annotator,
  on,
  verdict: 'correct',
  raw: 1,
  categories: [],
  spans: [],
});

test('a label of a row is at every node that holds its step, once however many rows repeat it', () => {
  const labels = [
    label(one, 'a'),
    label(one, 'a'),
    label(one, 'b'),
    label(two, 'a'),
    label('text', 'a'),
    label(three, 'a'),
  ];
  expect(labelsAtNodes(COLUMNS, labels).map(([node, { annotator }]) => `${node} ${annotator}`)).toEqual([
    '1 a',
    '1 b',
    '2 a',
    '3 a',
  ]);
});

test('what others said in the log counts, what the person said does not', () => {
  const other: Scope = { ...SCOPE, annotator: 'kim' };
  const changes = [
    { ...changeOf([judge(one, undefined, 'erroneous', 'key')!]), scope: other },
    { ...changeOf([judge(two, undefined, 'correct', 'key')!]), scope: SCOPE },
  ];
  expect(verdictsOfOthers(changes, SCOPE)).toMatchObject([
    { annotator: 'kim', verdict: 'erroneous', on: one, origin: 'human' },
  ]);
});
