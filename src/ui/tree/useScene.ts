import { useEffect, useMemo } from 'react';
import type { TreeSlice } from '../../app/state';
import { maySee, selectDisagreement, selectFalls, selectValueSets } from '../../app/treeInsight';
import type { PassageId } from '../../core/identity';
import { bestPath, pathOf } from '../../core/tree';
import { useApp, useStepmark } from '../parts';
import { indexPassages, judgeNodes } from './nodeJudgements';
import type { OpenTree } from './openTree';
import type { Scene } from './scene';
import { treeExtents } from './treeExtents';
import { valueScale } from './treeValues';

/** What the drawing, the path and the outline show, from the state. */
export function useScene(slice: TreeSlice, open: OpenTree): Scene {
  const annotations = useApp((state) => state.annotation.annotations);
  const unsaved = useApp((state) => state.annotation.unsaved);
  const { store } = useStepmark();
  // Which path is best is a number from a machine too.
  const allShown = useApp((state) => maySee(state, false));
  const judgedShown = useApp((state) => maySee(state, true));
  const { node, colour, valueSet } = slice;
  const extents = useMemo(() => treeExtents(open), [open]);
  const nodesOf = useMemo(() => indexPassages(open.passages), [open]);
  // In time for the first verdict.
  useEffect(() => {
    const soon = setTimeout(() => nodesOf.get('' as PassageId), 1000);
    return () => clearTimeout(soon);
  }, [nodesOf]);
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
  const best = useMemo(
    () => new Set(set === undefined || !allShown ? [] : bestPath(open.tree, set)),
    [open, set, allShown],
  );
  return useMemo(() => {
    const mayShow = (at: number) =>
      allShown || (judgedShown && judgements.get(at)?.judgedSteps === open.passages[at]?.length);
    return {
      open,
      extents,
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
      disagreementAt: (at) => selectDisagreement(store.getState(), at),
      node,
      path,
      best,
    };
  }, [
    open,
    extents,
    colour,
    named,
    set,
    scale,
    shown,
    shownScale,
    allShown,
    judgedShown,
    judgements,
    store,
    node,
    path,
    best,
  ]);
}
