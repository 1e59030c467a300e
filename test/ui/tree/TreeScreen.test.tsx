import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { AppActions } from '../../../src/app/actions';
import { COMMANDS } from '../../../src/app/commands';
import { INITIAL } from '../../../src/app/createApp';
import { matchCommand } from '../../../src/app/keys';
import type { AppState, TreeSlice } from '../../../src/app/state';
import { passageId, passagesOf, problemKey } from '../../../src/core/identity';
import { NO_ANNOTATIONS } from '../../../src/core/labels';
import type { FileKey, Judgement, Range, Verdict } from '../../../src/core/model';
import {
  back,
  deeper,
  layoutTree,
  mergeRollouts,
  nodePassages,
  passagesAt,
  sibling,
} from '../../../src/core/tree';
import { readKeyPress } from '../../../src/ui/browserPlatform';
import { AppProvider } from '../../../src/ui/parts';
import { TreeScreen } from '../../../src/ui/tree';

const PROBLEM = problemKey({ prompt: 'Which n?' });
const FILE = 'f'.repeat(32) as FileKey;

function rollout(row: number, outcome: boolean, answer: string, steps: string[]) {
  const ranges: Range[] = [];
  let raw = '';
  for (const step of steps) {
    if (raw !== '') raw += '\n\n';
    ranges.push({ start: raw.length, end: raw.length + step.length });
    raw += step;
  }
  return { row, raw, steps: ranges, passages: passagesOf(PROBLEM, raw, ranges), outcome, answer };
}

/** Three rollouts that share "Factor." and part behind it. Nodes: 1 Factor, 2 Even, 3 so 266, 4 Odd, 5 Count. */
function openTree(): NonNullable<TreeSlice['tree']> {
  const merged = mergeRollouts(PROBLEM, [
    rollout(0, true, '266', ['Factor.', 'Even case.', 'So 266.']),
    rollout(1, false, '33', ['Factor.', 'Odd case.']),
    rollout(2, true, '266', ['Count them.']),
  ]);
  return {
    file: FILE,
    problem: { key: PROBLEM, prompt: 'Which n?', assets: [] },
    problemName: 'nt-0417',
    source: 'merged',
    ...merged,
    passages: nodePassages(merged.passages),
    ...layoutTree(merged.tree.parent),
  };
}

interface Given {
  tree?: Partial<TreeSlice>;
  revealed?: boolean;
  protocol?: 'own-merit' | 'first-error';
  judged?: [node: number, verdict: Verdict][];
}

function judgement(verdict: Verdict): Judgement {
  return { verdict, by: 'key', categories: [], tags: [], ratings: {}, spans: [], refs: [] };
}

function show({ tree = {}, revealed = true, protocol = 'own-merit', judged = [] }: Given = {}) {
  const open = openTree();
  const passages = new Map(
    judged.map(([node, verdict]) => {
      const at = passagesAt(open.passages, node)[0]!;
      return [passageId(at), { at, judgement: judgement(verdict) }];
    }),
  );
  const store = createStore<AppState>()(() => ({
    ...INITIAL,
    route: { screen: 'tree', file: FILE, row: 0 },
    reader: { open: { attempts: 1 }, revealed, steps: [], last: undefined } as unknown as NonNullable<
      AppState['reader']
    >,
    annotation: {
      loaded: new Set(),
      annotations: { ...NO_ANNOTATIONS, passages },
      unsaved: new Map(),
    },
    tree: {
      file: FILE,
      row: 0,
      tree: open,
      none: undefined,
      colour: 'value',
      valueSet: 0,
      node: 2,
      focus: 'path',
      ...tree,
    },
    settings: { theme: 'system', annotator: 'me', protocol },
  }));
  const patch = (change: Partial<TreeSlice>) =>
    store.setState((state) => (state.tree === undefined ? {} : { tree: { ...state.tree, ...change } }));
  const walk = { deeper, back } as const;
  const judge = vi.fn<(verdict: Verdict) => void>();
  const actions: Partial<AppActions> = {
    selectNode: (node) => patch({ node }),
    colourTree: (colour, valueSet = 0) => patch({ colour, valueSet }),
    focusTree: (focus) => patch({ focus }),
    walkTree: (direction) => {
      const { node } = store.getState().tree!;
      if (direction === 'deeper' || direction === 'back') patch({ node: walk[direction](open.tree, node) });
      else patch({ node: sibling(open.tree, node, direction === 'next' ? 1 : -1) });
    },
    judge,
  };
  const run = vi.fn<(id: string) => void>();
  render(
    <AppProvider value={{ store, actions: actions as AppActions, commands: COMMANDS, run }}>
      <TreeScreen />
    </AppProvider>,
  );
  const onKey = (event: KeyboardEvent) =>
    matchCommand(readKeyPress(event), COMMANDS)?.run(actions as AppActions, store.getState());
  addEventListener('keydown', onKey);
  stopListening = () => removeEventListener('keydown', onKey);
  return { store, judge, run, user: userEvent.setup(), node: () => store.getState().tree!.node };
}
let stopListening = () => {};

beforeEach(() => {
  // jsdom has no layout, draws no canvas and knows no media queries and no fonts.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.stubGlobal('matchMedia', () => ({ addEventListener() {}, removeEventListener() {} }));
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
});
afterEach(() => {
  stopListening();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const path = () => screen.getByRole('group', { name: 'Steps of the path' });
const stepsShown = () =>
  within(path())
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('the path to the cursor is shown as text with verdicts, values and siblings', () => {
  show({ judged: [[1, 'correct']] });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tree of nt-0417, 3 rollouts');
  const [first, second] = within(path()).getAllByRole('listitem');
  expect(first!.textContent).toContain('Factor.');
  expect(first!.textContent).toContain('1/2');
  expect(first!.textContent).toContain('1 sibling');
  expect(within(first!).getByRole('img', { name: 'correct' })).toBeTruthy();
  expect(second!.getAttribute('aria-current')).toBe('step');
  expect(within(second!).getByRole('group', { name: 'Verdict on step 2' })).toBeTruthy();
  expect(screen.getByText(/Step 1 lies in 2 of the 3 rollouts/)).toBeTruthy();
});

test('with the drawing focused arrows go deeper, back and to siblings', async () => {
  const { user, node } = show({ tree: { focus: 'drawing', node: 0 } });
  const drawing = screen.getByRole('img', { name: /^Tree with 6 nodes, 3 leaves\. At the problem\./ });
  expect(document.activeElement).toBe(drawing);
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(node()).toBe(2);
  await user.keyboard('{ArrowDown}');
  expect(node()).toBe(4);
  expect(drawing.getAttribute('aria-label')).toContain('At level 2: Odd case. (unjudged)');
  await user.keyboard('{ArrowUp}{ArrowLeft}');
  expect(node()).toBe(1);
});

test('verdict keys act in the drawing and in the path, and the buttons do the same', async () => {
  const { user, judge } = show({ tree: { focus: 'drawing' } });
  await user.keyboard('3');
  path().focus();
  await user.keyboard('1');
  await user.click(screen.getByRole('button', { name: /redundant$/ }));
  expect(judge.mock.calls).toEqual([['erroneous'], ['correct'], ['redundant']]);
});

test('a step of the path and a level of the breadcrumb are gone to by their names', async () => {
  const { user, node } = show({ tree: { node: 3 } });
  await user.click(screen.getByRole('button', { name: 'Go to step 2' }));
  expect(node()).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Level 1' }));
  expect(node()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Problem' }));
  expect(node()).toBe(0);
  expect(screen.getByText(/The problem itself/)).toBeTruthy();
});

test('the outline holds the same tree as a tree grid that is walked and folded by keys', async () => {
  const { user, node } = show({ tree: { node: 1 } });
  await user.click(screen.getByRole('radio', { name: 'Outline' }));
  const grid = screen.getByRole('treegrid', { name: 'Tree as an outline' });
  const rows = () =>
    within(grid)
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('gridcell')
          .map((cell) => cell.textContent),
      );
  expect(rows()).toEqual([
    ['Problem', '3', '2/3', '', '', ''],
    ['Factor.', '2', '1/2', '−0.17', '', ''],
    ['Even case.', '1', '1/1', '+0.50', '', ''],
    ['So 266.', '1', '1/1', '0.00', '', '266'],
    ['Odd case.', '1', '0/1', '−0.50', '', '33'],
    ['Count them.', '1', '1/1', '+0.33', '', '266'],
  ]);
  grid.focus();
  await user.keyboard('{ArrowDown}');
  expect(node()).toBe(2);
  expect(
    within(grid)
      .getByRole('row', { name: /Even case/ })
      .getAttribute('aria-selected'),
  ).toBe('true');
  await user.keyboard('{ArrowLeft}');
  expect(rows().map(([text]) => text)).toEqual([
    'Problem',
    'Factor.',
    'Even case.1 leaf folded',
    'Odd case.',
    'Count them.',
  ]);
  expect(
    within(grid)
      .getByRole('row', { name: /Even case/ })
      .getAttribute('aria-expanded'),
  ).toBe('false');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(node()).toBe(3);
  await user.keyboard('{End}');
  expect(node()).toBe(5);
});

test('the outline says where a verdict does not go with the values, and has no column without its inputs', async () => {
  const { user, store, judge } = show({
    tree: { node: 4 },
    judged: [
      [4, 'correct'],
      [2, 'erroneous'],
    ],
  });
  await user.click(screen.getByRole('radio', { name: 'Outline' }));
  const grid = screen.getByRole('treegrid');
  const titles = () =>
    within(grid)
      .getAllByRole('columnheader')
      .map((title) => title.textContent);
  expect(titles()).toEqual(['Step', 'Rollouts', 'value c/k', 'Advantage', 'Disagreement', 'Answer']);
  const said = (name: RegExp) =>
    within(within(grid).getByRole('row', { name })).getAllByRole('gridcell')[4]!.textContent;
  expect(said(/Odd case/)).toBe('correct, largest fall');
  expect(said(/Even case/)).toBe('erroneous, no fall');
  expect(said(/Count them/)).toBe('');
  grid.focus();
  await user.keyboard('2');
  expect(judge.mock.calls).toEqual([['redundant']]);
  const { tree } = store.getState();
  const bare = { ...tree!.tree!, tree: { ...tree!.tree!.tree, values: [] } };
  act(() => store.setState({ tree: { ...tree!, tree: bare } }));
  expect(titles()).toEqual(['Step', 'Rollouts', 'Answer']);
});

test('colour is chosen by a radio group', async () => {
  const { user, store } = show();
  const colour = screen.getByRole('radiogroup', { name: 'Colour' });
  await user.click(within(colour).getByRole('radio', { name: 'verdict' }));
  expect(store.getState().tree!.colour).toBe('verdict');
});

test('values are withheld until the step is judged, and revealing is offered', async () => {
  const { user, run } = show({ revealed: false, judged: [[1, 'erroneous']] });
  const [first, second] = stepsShown();
  expect(first).toContain('1/2');
  expect(second).not.toContain('1/1');
  expect(within(path()).getByRole('img', { name: 'value withheld' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Reveal values/ }));
  expect(run).toHaveBeenCalledWith('trace.reveal');
});

test('under a protocol without hints a verdict reveals nothing', () => {
  show({ revealed: false, protocol: 'first-error', judged: [[1, 'erroneous']] });
  expect(stepsShown()[0]).not.toContain('1/2');
});

test('without a tree the screen says why and what to do', async () => {
  const { user, run } = show({ tree: { tree: undefined, none: 'This problem has one rollout.' } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No tree to draw');
  expect(screen.getByText('This problem has one rollout.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Back to the steps/ }));
  expect(run).toHaveBeenCalledWith('trace.tree');
});
