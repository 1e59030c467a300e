import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, Network } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { childCount, intervalAt, siblingsOf, valueAt } from '../../core/tree';
import { Icon, ScoreBar, VerdictMark, counted, grouped, useActions } from '../parts';
import { nodeLine } from './nodeText';
import { DISAGREEMENT_WORDS, outlineColumns } from './outlineColumns';
import type { OutlineColumn } from './outlineColumns';
import { isOutlineMove, outlineRows, outlineStep } from './outlineRows';
import type { Scene } from './scene';
import { signed, valueText } from './treeValues';

const ROW_PX = 29;
const rowId = (node: number) => `outline-${node}`;

/** The same tree as a list: a tree grid by keyboard, one tab stop; only the rows in sight exist. */
export function TreeOutline({ scene }: { scene: Scene }) {
  const { selectNode } = useActions();
  const { tree } = scene.open;
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => outlineRows(tree, folded), [tree, folded]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const columns = outlineColumns(scene);
  const at = rows.indexOf(scene.node);
  useLayoutEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [virtual, at]);
  const fold = (node: number, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(node);
    else next.delete(node);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOutlineMove(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    // In the outline the arrows are the tree grid's, not the drawing's.
    event.preventDefault();
    event.stopPropagation();
    const step = outlineStep(tree, rows, folded, scene.node, event.key);
    if (step.fold !== undefined) fold(step.node, step.fold);
    if (step.node !== scene.node) selectNode(step.node);
  };
  return (
    <div
      ref={scroller}
      className="tl-wrap"
      data-keys="drawing"
      role="treegrid"
      tabIndex={0}
      aria-label="Tree as an outline"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at < 0 ? undefined : rowId(scene.node)}
      onKeyDown={onKeyDown}
      style={{ '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties}
    >
      <div role="row" aria-rowindex={1} className="ol-row ol-row--head">
        {columns.map(({ id, title, isNumber }) => (
          <span key={id} role="columnheader" className={`clip${isNumber ? ' num' : ''}`}>
            {title}
          </span>
        ))}
      </div>
      <div role="presentation" className="ol-in" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <OutlineRow
            key={rows[index]!}
            scene={scene}
            columns={columns}
            node={rows[index]!}
            index={index}
            start={start}
            isFolded={folded.has(rows[index]!)}
            onFold={fold}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  scene: Scene;
  columns: readonly OutlineColumn[];
  node: number;
  index: number;
  start: number;
  isFolded: boolean;
  onFold: (node: number, isFolded: boolean) => void;
}

function OutlineRow({ scene, columns, node, index, start, isFolded, onFold }: RowProps) {
  const { selectNode } = useActions();
  const { open } = scene;
  const level = open.x[node]!;
  const siblings = siblingsOf(open.tree, node);
  const below = childCount(open.tree, node);
  return (
    // The mouse's way; the keyboard's is the grid's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      id={rowId(node)}
      aria-level={level + 1}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-setsize={siblings.length}
      aria-rowindex={index + 2}
      aria-selected={node === scene.node}
      {...(below > 0 ? { 'aria-expanded': !isFolded } : {})}
      tabIndex={-1}
      className={`ol-row${node === scene.node ? ' is-sel' : ''}`}
      style={{ transform: `translateY(${start}px)`, '--level': Math.min(level, 24) } as CSSProperties}
      onClick={() => selectNode(node)}
    >
      <span role="gridcell" className="ol-step">
        <button
          type="button"
          tabIndex={-1}
          className="ol-fold"
          hidden={below === 0}
          aria-label={isFolded ? 'Unfold' : 'Fold'}
          onClick={(event) => {
            event.stopPropagation();
            onFold(node, !isFolded);
          }}
        >
          <Icon of={isFolded ? ChevronRight : ChevronDown} small />
        </button>
        {node === 0 ? <Icon of={Network} small /> : <NodeMark scene={scene} node={node} />}
        <span className="clip">{node === 0 ? 'Problem' : nodeLine(open, node)}</span>
        {isFolded && (
          <span className="tag">{counted(scene.drawn.extents.leaves[node]!, 'leaf', 'leaves')} folded</span>
        )}
      </span>
      {columns.slice(1).map(({ id, isNumber }) => (
        <span key={id} role="gridcell" className={isNumber ? 'num clip' : 'clip'}>
          <NodeFact scene={scene} node={node} of={id} />
        </span>
      ))}
    </div>
  );
}

function NodeMark({ scene, node }: { scene: Scene; node: number }) {
  const judged = scene.judgements.get(node);
  return <VerdictMark verdict={judged?.verdict ?? 'unjudged'} hollow={judged?.hollow ?? false} size={14} />;
}

function NodeFact({ scene, node, of }: { scene: Scene; node: number; of: OutlineColumn['id'] }) {
  const { open } = scene;
  switch (of) {
    case 'step':
      return null;
    case 'paths':
      return grouped(open.through[node] ?? 0);
    case 'value':
      return <NodeValue scene={scene} node={node} />;
    case 'advantage':
      return advantageText(scene, node);
    case 'disagreement': {
      const kind = scene.disagreementAt(node);
      return kind === undefined ? null : DISAGREEMENT_WORDS[kind];
    }
    case 'answer':
      return open.answers?.[node];
  }
}

function NodeValue({ scene, node }: { scene: Scene; node: number }) {
  const { set, scale } = scene;
  if (set === undefined) return null;
  const value = valueAt(set, node);
  const interval = intervalAt(set, node);
  return (
    <ScoreBar
      value={value}
      range={scale?.range}
      width={72}
      hidden={value !== undefined && !scene.mayShow(node)}
      text={valueText(set, node) ?? '–'}
      {...(interval === undefined ? {} : { interval: [interval.low, interval.high] as [number, number] })}
    />
  );
}

function advantageText({ open, set, mayCompare }: Scene, node: number): string | undefined {
  if (set === undefined || node === 0 || !mayCompare(node)) return undefined;
  const value = valueAt(set, node);
  const parent = valueAt(set, open.tree.parent[node]!);
  return value === undefined || parent === undefined ? undefined : signed(value - parent);
}
