import { useMemo } from 'react';
import type { TreeSlice } from '../../app/state';
import { protocolById } from '../../core/labels';
import { bestPath, pathOf } from '../../core/tree';
import { useApp } from '../parts';
import { indexPassages, judgeNodes } from './nodeJudgements';
import type { OpenTree } from './openTree';
import type { Scene } from './scene';
import { treeExtents } from './treeExtents';
import { mayShowValue, valueScale } from './treeValues';

/** What the drawing, the path and the outline show, from the state. */
export function useScene(slice: TreeSlice, open: OpenTree): Scene {
  const annotations = useApp((state) => state.annotation.annotations);
  const unsaved = useApp((state) => state.annotation.unsaved);
  const revealed = useApp((state) => state.reader?.revealed === true);
  const { hints } = protocolById(useApp((state) => state.settings.protocol));
  const { node, colour, valueSet } = slice;
  const extents = useMemo(() => treeExtents(open), [open]);
  const nodesOf = useMemo(() => indexPassages(open.passages), [open]);
  const judgements = useMemo(
    () => judgeNodes(nodesOf, annotations, unsaved),
    [nodesOf, annotations, unsaved],
  );
  const path = useMemo(() => new Set(pathOf(open.tree, node)), [open, node]);
  const set = open.tree.values[valueSet];
  const scale = useMemo(() => (set === undefined ? undefined : valueScale(set)), [set]);
  // Which path is best is a number from a machine too.
  const allShown = mayShowValue(hints, revealed, false);
  const best = useMemo(
    () => new Set(set === undefined || !allShown ? [] : bestPath(open.tree, set)),
    [open, set, allShown],
  );
  return useMemo(
    () => ({
      open,
      extents,
      colour: set === undefined ? 'verdict' : colour,
      set,
      scale,
      mayShow: (at) =>
        mayShowValue(hints, revealed, judgements.get(at)?.judgedSteps === open.passages[at]?.length),
      allShown,
      judgements,
      node,
      path,
      best,
    }),
    [open, extents, colour, set, scale, hints, revealed, allShown, judgements, node, path, best],
  );
}
