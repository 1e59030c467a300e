import { passageId, type PassageId } from '../core/identity';
import { chainAt, childrenOf, neighbourLeaf, nodeWithPassage, passagesAt } from '../core/tree';
import type { OpenTree } from '../data/api';
import type { AppActions } from './actions';
import { selectComparison } from './comparison';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { scopeOf } from './recorder';
import type { AppState, TreeSlice } from './state';
import { firstValueSet, selectChains } from './treeInsight';
import { besides, nextOf, NOWHERE } from './treeNext';

export type TreeActions = Pick<
  AppActions,
  | 'toggleTree'
  | 'selectNode'
  | 'walkTree'
  | 'toggleChain'
  | 'goToPath'
  | 'goToNext'
  | 'colourTree'
  | 'focusTree'
  | 'goToAlternative'
>;
export interface Trees extends TreeActions {
  /** Shows the tree of the row's problem with the cursor at the reader's step. */
  show(passage: PassageId | undefined): Promise<void>;
}

function nodeWith(open: OpenTree, passage: PassageId | undefined): number | undefined {
  if (passage === undefined) return undefined;
  return nodeWithPassage(open.passages, passage);
}

/** The first row that ends at the node or below it. */
function rowThrough(open: OpenTree, node: number): number | undefined {
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const row = open.rowsAt[at]?.[0];
    if (row !== undefined) return row;
    waiting.push(...childrenOf(open.tree, at).toReversed());
  }
  return undefined;
}

export function createTrees(parts: Parts, opener: ReaderOpener): Trees {
  const { store, data } = parts;

  const patch = (change: Partial<TreeSlice>) =>
    store.setState(({ tree }) => (tree === undefined ? {} : { tree: { ...tree, ...change } }));

  /** The tree of the reader's problem, read once. */
  async function load(): Promise<OpenTree | undefined> {
    const reader = store.getState().reader;
    if (reader === undefined) return undefined;
    const { file, row, problem } = reader.open;
    const known = store.getState().tree;
    if (known?.file === file && known.tree?.problem.key === problem.key) return known.tree;
    const tree = await data.readTree(file, row, scopeOf(store.getState()));
    const none = tree === undefined ? wordsOfNone(store.getState()) : undefined;
    store.setState({
      tree: {
        file,
        row,
        tree,
        none,
        colour: firstColour(tree),
        valueSet: tree === undefined ? 0 : firstValueSet(tree.tree),
        node: 0,
        focus: 'drawing',
      },
    });
    return tree;
  }

  function goToNode(node: number): void {
    const open = store.getState().tree?.tree;
    const reader = store.getState().reader;
    if (open === undefined || reader === undefined) return;
    patch({ node });
    // The problem itself is in every rollout: the one being read stays.
    if (node === 0) return;
    const at = passagesAt(open.passages, node)[0];
    const id = at === undefined ? undefined : passageId(at);
    const step = reader.steps.findIndex((one) => one.id === id);
    if (step >= 0) return opener.activate(step);
    const row = rowThrough(open, node);
    if (row !== undefined && row !== reader.open.row) void opener.open(reader.open.file, row, id);
  }

  function stepFrom(
    open: OpenTree,
    node: number,
    direction: 'deeper' | 'back' | 'next' | 'previous',
  ): number {
    if (direction === 'back') return Math.max(0, open.tree.parent[node]!);
    if (direction === 'deeper') {
      const children = childrenOf(open.tree, node);
      const steps = new Set(store.getState().reader?.steps.map(({ id }) => id));
      const onPath = children.find((child) =>
        passagesAt(open.passages, child).some((one) => steps.has(passageId(one))),
      );
      return (
        onPath ?? (open.tree.chosenChild[node]! > 0 ? open.tree.chosenChild[node]! : (children[0] ?? node))
      );
    }
    const siblings = node === 0 ? [0] : childrenOf(open.tree, open.tree.parent[node]!);
    const at = siblings.indexOf(node) + (direction === 'next' ? 1 : -1);
    return siblings[Math.max(0, Math.min(siblings.length - 1, at))]!;
  }

  return {
    async show(passage) {
      const tree = await load();
      const { reader } = store.getState();
      if (tree === undefined || reader === undefined) return;
      const node = nodeWith(tree, passage ?? reader.steps[reader.active]?.id);
      if (node !== undefined) patch({ node, row: reader.open.row });
    },
    toggleTree() {
      const { route, reader } = store.getState();
      if (reader === undefined) return;
      const { file, row } = reader.open;
      const step = reader.steps[reader.active];
      const to = { file, row, ...(step === undefined ? {} : { passage: step.id }) };
      parts.actions.navigate({ screen: route.screen === 'tree' ? 'read' : 'tree', ...to });
    },
    selectNode: goToNode,
    walkTree(direction) {
      const { tree } = store.getState();
      if (tree?.tree === undefined) return;
      const comparison = selectComparison(store.getState());
      const isAcross = direction === 'next' || direction === 'previous';
      const node =
        comparison !== undefined && isAcross
          ? besides(comparison, tree.node, direction === 'next' ? 1 : -1)
          : stepFrom(tree.tree, tree.node, direction);
      if (node !== tree.node) goToNode(node);
    },
    toggleChain(node) {
      const { tree } = store.getState();
      if (tree?.tree === undefined) return;
      const chain = chainAt(tree.tree.tree, selectChains(tree.tree.tree), node);
      if (chain === undefined) {
        store.setState({ announcement: 'No chain begins, runs or ends here.' });
        return;
      }
      const openChains = new Set(tree.openChains);
      if (!openChains.delete(chain)) openChains.add(chain);
      patch({ openChains });
    },
    goToPath(by) {
      const { tree } = store.getState();
      if (tree?.tree === undefined) return;
      const leaf = neighbourLeaf(tree.tree.tree, tree.node, by);
      if (leaf === tree.node) parts.actions.goToTrace(by);
      else goToNode(leaf);
    },
    goToNext(what) {
      const { tree } = store.getState();
      const open = tree?.tree;
      if (tree === undefined || open === undefined) return;
      const node = nextOf(what, store.getState(), tree, open);
      if (node === undefined) store.setState({ announcement: NOWHERE[what] });
      else goToNode(node);
      if (what === 'drop' && node !== undefined) patch({ dropAt: node });
    },
    colourTree: (colour, valueSet) => patch({ colour, ...(valueSet === undefined ? {} : { valueSet }) }),
    focusTree: (focus) => patch({ focus }),
    goToAlternative(by) {
      void load().then((open) => {
        const { reader } = store.getState();
        const node = open === undefined ? undefined : nodeWith(open, reader?.steps[reader.active]?.id);
        const to = open && node && stepFrom(open, node, by > 0 ? 'next' : 'previous');
        if (open === undefined || node === undefined || to === undefined || to === node) {
          const message = wordsOfNoAlternative(open, node, by);
          return store.setState({ announcement: message, message });
        }
        goToNode(to);
        // An alternative that no rollout went on with has no trace of its own: it is read in the tree.
        if (rowThrough(open, to) === undefined && reader !== undefined) {
          const { file, row } = reader.open;
          parts.actions.navigate({
            screen: 'tree',
            file,
            row,
            passage: passageId(passagesAt(open.passages, to)[0]!),
          });
        }
      });
    },
  };
}

/** Values first where the file gives them, else verdicts. */
function firstColour(tree: OpenTree | undefined): TreeSlice['colour'] {
  return tree !== undefined && tree.tree.values.length > 0 ? 'value' : 'verdict';
}

function wordsOfNoAlternative(open: OpenTree | undefined, node: number | undefined, by: 1 | -1): string {
  const count = open === undefined || !node ? 1 : childrenOf(open.tree, open.tree.parent[node]!).length;
  if (count < 2) return 'This step has no alternative.';
  return by > 0
    ? `This is the last of ${count} alternatives: ← goes to the others.`
    : `This is the first of ${count} alternatives: → goes to the others.`;
}

const wordsOfNone = ({ opening }: AppState) =>
  opening?.state === 'reading'
    ? 'No second rollout and no tree of this problem has been read yet. When the file is read to the end, the tree is drawn if there is one.'
    : 'This problem has one rollout, so there is no tree. Open a file with several attempts at one problem.';
