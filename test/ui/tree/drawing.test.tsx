import { expect, test } from 'vitest';
import { passageId, passagesOf, problemKey } from '../../../src/core/identity';
import type { PassageId } from '../../../src/core/identity';
import { NO_ANNOTATIONS } from '../../../src/core/labels';
import type { Judgement, Passage, RolloutTree, Verdict } from '../../../src/core/model';
import { chainHeads, layoutTree, nodePassages } from '../../../src/core/tree';
import { indexPassages, judgeNodes } from '../../../src/ui/tree/nodeJudgements';
import { Occupancy } from '../../../src/ui/tree/occupancy';
import type { OpenTree } from '../../../src/ui/tree/openTree';
import type { Scene } from '../../../src/ui/tree/scene';
import { wholeTree, withChainsFolded } from '../../../src/ui/tree/drawnTree';
import { mayShowValue } from '../../../src/app/treeInsight';
import { colourOf, signed, valueScale, valueText } from '../../../src/ui/tree/treeValues';
import { bringIntoSight, fitViewport, zoomExtent, zoomTo } from '../../../src/ui/tree/viewport';
import { hiddenNodes, WHOLE } from '../../../src/ui/tree/viewOptions';
import { visibleShapes } from '../../../src/ui/tree/visibleShapes';

const SIZE = { width: 1000, height: 700 };

function sceneOf(parent: Int32Array, kept: number[] = []): Scene {
  const open = {
    tree: {
      parent,
      extraParents: [] as [number, number][],
      terminal: new Uint8Array(parent.length),
      rowsEndingAt: Array.from(parent, (): number[] => []),
    } as Partial<RolloutTree>,
    through: new Int32Array(parent.length).fill(1),
    rowsAt: Array.from(parent, (_, node) => [node]),
    ...layoutTree(parent),
  } as OpenTree;
  return {
    open,
    drawn: wholeTree(open),
    colour: 'value',
    set: undefined,
    scale: undefined,
    mayShow: () => true,
    named: undefined,
    shown: undefined,
    shownScale: undefined,
    mayCompare: () => true,
    disagreementAt: () => undefined,
    size: 'paths',
    hidden: undefined,
    strong: 'best',
    allShown: true,
    judgements: new Map(),
    node: 0,
    path: new Set(kept),
    best: new Set(),
  };
}
const fit = ({ drawn: { extents } }: Scene) => fitViewport(extents.levels, extents.rows, SIZE);
const star = (leaves: number) => Int32Array.from({ length: leaves + 1 }, (_, node) => (node === 0 ? -1 : 0));
const chain = (length: number) => Int32Array.from({ length }, (_, node) => node - 1);

test('a small tree is drawn whole, inside the canvas', () => {
  const scene = sceneOf(Int32Array.of(-1, 0, 0, 1, 1));
  const { nodes, edges, wedges } = visibleShapes(scene, fit(scene), SIZE);
  expect(nodes.map(({ node }) => node).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  expect([edges.length, wedges.length]).toEqual([4, 0]);
  expect(nodes.every(({ x, y }) => x > 0 && x < SIZE.width && y > 0 && y < SIZE.height)).toBe(true);
});

test('what is drawn of 10,000 leaves goes with the height of the canvas, and the path is kept', () => {
  const scene = sceneOf(star(10_000), [0, 7_777]);
  const { nodes, edges } = visibleShapes(scene, fit(scene), SIZE);
  expect(nodes.length).toBeLessThan(SIZE.height);
  expect(edges.length).toBeLessThan(SIZE.height / 2);
  expect(nodes.some(({ node }) => node === 7_777)).toBe(true);
  expect(edges.filter(({ kind }) => kind === 'path').length).toBe(1);
});

test('of a chain 10,000 deep only what is in sight is drawn', () => {
  const scene = sceneOf(chain(10_000));
  expect(visibleShapes(scene, fit(scene), SIZE).nodes.length).toBeLessThan(40);
});

test('the count of a folded chain stands between its ends', () => {
  const scene = sceneOf(chain(10_000));
  scene.drawn = withChainsFolded(scene.open, chainHeads(scene.open.tree), new Set());
  scene.hidden = hiddenNodes(scene.open, { ...WHOLE, fold: 'chains' }, undefined, new Set(), scene.drawn);
  const { nodes, chains } = visibleShapes(scene, fit(scene), SIZE);
  expect(nodes.map(({ node }) => node)).toEqual([0, 1, 9_999]);
  expect(chains).toMatchObject([{ head: 1, count: 9_997 }]);
  expect(chains[0]!.x).toBeCloseTo((nodes[1]!.x + nodes[2]!.x) / 2);
});

test('a subtree too low to be told apart is a wedge down to its deepest level', () => {
  // 400 children of the root, each with three children of its own.
  const parent = Int32Array.from({ length: 1_601 }, (_, node) =>
    node === 0 ? -1 : node <= 400 ? 0 : 1 + ((node - 401) % 400),
  );
  const scene = sceneOf(parent);
  const view = fit(scene);
  const { wedges, nodes } = visibleShapes(scene, view, SIZE);
  expect(wedges.length).toBeGreaterThan(100);
  expect(wedges[0]!.x1).toBeCloseTo(view.left + 2 * view.level, 1);
  expect(nodes.some(({ node }) => node > 400)).toBe(false);
});

test('zooming holds the point under the pointer still, on both scales', () => {
  const fitted = fitViewport(4, 137, SIZE);
  const zoomed = zoomTo(fitted, fitted, 6, 300, 200);
  const placeAt = (view: typeof fitted) => [(300 - view.left) / view.level, (200 - view.top) / view.row];
  expect(placeAt(zoomed)).toEqual(placeAt(fitted).map((at) => expect.closeTo(at, 6)));
  expect(zoomed.row).toBeCloseTo(fitted.row * 6);
  expect(zoomed.level).toBeLessThanOrEqual(190);
  const back = zoomTo(zoomed, fitted, 1, 300, 200);
  expect([back.left, back.top]).toEqual([expect.closeTo(fitted.left, 6), expect.closeTo(fitted.top, 6)]);
});

test('one may always zoom in until rows can be read', () => {
  const fitted = fitViewport(4, 100_000, SIZE);
  expect(fitted.row * zoomExtent(fitted)[1]).toBeGreaterThanOrEqual(46);
});

test('the cursor is brought into sight by the least move, and stays where it is in sight', () => {
  const view = fitViewport(200, 3, SIZE);
  expect(bringIntoSight(view, 2, 1, SIZE)).toEqual(view);
  const moved = bringIntoSight(view, 100, 1, SIZE);
  expect(moved.left + 100 * moved.level).toBeLessThan(SIZE.width);
  expect(moved.top).toBe(view.top);
});

test('labels find free places only', () => {
  const taken = new Occupancy();
  taken.add({ left: 40, top: 40, right: 60, bottom: 60 });
  expect(taken.isFree({ left: 55, top: 55, right: 90, bottom: 90 })).toBe(false);
  expect(taken.isFree({ left: 60, top: 40, right: 90, bottom: 60 })).toBe(true);
});

const values = (more: object) => ({
  name: 'v',
  on: 'node' as const,
  means: 'q' as const,
  data: Float64Array.of(-0.28, 0.5, NaN, 1),
  ...more,
});

test('a scale that crosses 0 takes two hues and signs; one from 0 to 1 takes one', () => {
  const q = valueScale(values({ range: [-1, 1] }));
  expect([colourOf(q, -1), colourOf(q, 0), colourOf(q, 1)]).toEqual(['--div-n3', '--div-0', '--div-p3']);
  expect([0, 1, 2].map((node) => valueText(values({ range: [-1, 1] }), node))).toEqual([
    '−0.28',
    '+0.50',
    undefined,
  ]);
  const p = valueScale(values({ range: [0, 1] }));
  expect([colourOf(p, 0), colourOf(p, 0.5), colourOf(p, 1)]).toEqual(['--seq-0', '--seq-3', '--seq-6']);
  expect(valueText(values({ range: [0, 1] }), 1)).toBe('0.50');
  expect([signed(0.166), signed(-0.001)]).toEqual(['+0.17', '0.00']);
});

test('c of k is written where the file says both', () => {
  const set = values({ range: [0, 1], c: Float64Array.of(0, 3), k: Float64Array.of(8, 6) });
  expect([valueText(set, 0), valueText(set, 1)]).toEqual(['0/8', '3/6']);
});

test.each([
  ['shown', false, false, true],
  ['afterVerdict', false, false, false],
  ['afterVerdict', false, true, true],
  ['never', false, true, false],
  ['never', true, false, true],
] as const)('hints %s, revealed %s, judged %s: value shown %s', (hints, revealed, judged, shown) => {
  expect(mayShowValue(hints, revealed, judged)).toBe(shown);
});

test('a node of several steps shows the worst verdict, how many are judged, and hollow until all are saved', () => {
  const problem = problemKey({ prompt: 'p' });
  const passages = passagesOf(
    problem,
    'a\nb\nc',
    [0, 2, 4].map((start) => ({ start, end: start + 1 })),
  );
  const said = (i: number, verdict: Verdict): [PassageId, { at: Passage; judgement: Judgement }] => {
    const judgement = {
      verdict,
      by: 'key' as const,
      categories: [],
      tags: [],
      ratings: {},
      spans: [],
      refs: [],
    };
    return [passageId(passages[i]!), { at: passages[i]!, judgement }];
  };
  const annotations = {
    ...NO_ANNOTATIONS,
    passages: new Map([said(0, 'redundant'), said(1, 'correct')]),
  };
  const nodesOf = indexPassages(nodePassages([[], passages.slice(0, 2), passages.slice(2)]));
  const judged = judgeNodes(nodesOf, annotations, new Map([[passageId(passages[1]!), 1]]));
  expect([...judged]).toEqual([[1, { verdict: 'redundant', judgedSteps: 2, hollow: true }]]);
});
