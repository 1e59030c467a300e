import { useMemo } from 'react';
import type { TreeSlice } from '../../app/state';
import {
  maySee,
  selectChains,
  selectDisagreement,
  selectFalls,
  selectValueSets,
} from '../../app/treeInsight';
import { bestPath, passageCount, pathOf } from '../../core/tree';
import { useApp, useStepmark } from '../parts';
import { wholeTree, withChainsFolded } from './drawnTree';
import { indexPassages, judgeNodes } from './nodeJudgements';
import type { OpenTree } from './openTree';
import type { Scene } from './scene';
import { valueScale } from './treeValues';
import { hiddenNodes, mostVisitedPath } from './viewOptions';
import type { ViewOptions } from './viewOptions';

/** What the drawing, the path and the outline show, from the state. */
export function useScene(slice: TreeSlice, open: OpenTree, view: ViewOptions): Scene {
  const annotations = useApp((state) => state.annotation.annotations);
  const unsaved = useApp((state) => state.annotation.unsaved);
  const { store } = useStepmark();
  // Which path is best is a number from a machine too.
  const allShown = useApp((state) => maySee(state, false));
  const judgedShown = useApp((state) => maySee(state, true));
  const { node, colour, valueSet } = slice;
  const { openChains } = slice;
  const foldsChains = view.fold === 'chains';
  // The chain that the cursor is in the middle of is open.
  const entered = foldsChains ? selectChains(open.tree)[node] : undefined;
  const drawn = useMemo(
    () =>
      foldsChains
        ? withChainsFolded(open, selectChains(open.tree), new Set([...(openChains ?? []), entered]))
        : wholeTree(open),
    [open, foldsChains, openChains, entered],
  );
  const nodesOf = useMemo(() => indexPassages(open.passages), [open]);
  const judgements = useMemo(
    () => judgeNodes(nodesOf, annotations, unsaved),
    [nodesOf, annotations, unsaved],
  );
  const path = useMemo(() => new Set(pathOf(open.tree, node)), [open, node]);
  const named = selectValueSets(open.tree)[valueSet];
  const set = useMemo(() => named?.values(), [named]);
  const scale = useMemo(() => (set === undefined ? undefined : valueScale(set)), [set]);
  const shown = useMemo(
    () => (set !== undefined && colour === 'advantage' ? selectFalls(open.tree, set).advantage : set),
    [open, set, colour],
  );
  const shownScale = useMemo(() => (shown === undefined ? undefined : valueScale(shown)), [shown]);
  const { size, strong } = view;
  const best = useMemo(() => {
    // Counts of paths are in sight anyway; visits of the search are numbers of the file.
    const isCounted = !open.tree.values.some(({ means }) => means === 'visits');
    if (strong === 'visited') return new Set(allShown || isCounted ? mostVisitedPath(open) : []);
    return new Set(set === undefined || !allShown ? [] : bestPath(open.tree, set));
  }, [open, set, allShown, strong]);
  const hidden = useMemo(
    () => hiddenNodes(open, view, allShown ? set : undefined, new Set([...path, ...best]), drawn),
    [open, view, allShown, set, path, best, drawn],
  );
  return useMemo(() => {
    const mayShow = (at: number) =>
      allShown || (judgedShown && judgements.get(at)?.judgedSteps === passageCount(open.passages, at));
    return {
      open,
      drawn,
      colour: set === undefined && (colour === 'value' || colour === 'advantage') ? 'verdict' : colour,
      named,
      set,
      scale,
      shown,
      shownScale,
      mayShow,
      mayCompare: (at) => mayShow(at) && (at === 0 || mayShow(open.tree.parent[at]!)),
      allShown,
      judgements,
      size,
      hidden,
      strong,
      disagreementAt: (at) => selectDisagreement(store.getState(), at),
      node,
      path,
      best,
    };
  }, [
    open,
    drawn,
    colour,
    named,
    set,
    scale,
    shown,
    shownScale,
    allShown,
    judgedShown,
    judgements,
    size,
    hidden,
    strong,
    store,
    node,
    path,
    best,
  ]);
}
