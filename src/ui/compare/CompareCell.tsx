import type { CSSProperties } from 'react';
import type { Comparison } from '../../app/comparison';
import { maySee, selectValueSets } from '../../app/treeInsight';
import { passageId } from '../../core/identity';
import { intervalAt, nearSiblings, passagesAt, valueAt } from '../../core/tree';
import type { AlignedCell } from '../../core/tree';
import { ScoreBar, VerdictMark, counted, useActions, useApp } from '../parts';
import { StepText } from '../reader/markdown';

const span = ({ from, to }: AlignedCell) => ({ '--span': to - from + 1 }) as CSSProperties;
/** Beyond this a step is cut to the height it has anyway; the reader has all of it. */
const MOST_UNITS = 2000;

/** A step as one or several rollouts have it. */
export function CompareCell({ open, cell }: { open: Comparison['open']; cell: AlignedCell }) {
  const { selectNode } = useActions();
  const { node } = cell;
  const { tree } = open;
  const at = passagesAt(open.passages, node)[0];
  const judgement = useApp(({ annotation }) =>
    at === undefined ? undefined : annotation.annotations.passages.get(passageId(at))?.judgement,
  );
  const isUnsaved = useApp(({ annotation }) => at !== undefined && annotation.unsaved.has(passageId(at)));
  const isActive = useApp((state) => state.tree?.node === node);
  const text = tree.text[node]!.slice(tree.lead[node]!);
  const near = nearSiblings(tree, node);
  const shared = cell.to - cell.from + 1;
  return (
    // The mouse's way; the keyboard's are the commands of the list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={`cc${isActive ? ' is-on' : ''}`}
      style={span(cell)}
      {...(isActive ? { 'aria-current': 'step' as const } : {})}
      onClick={() => selectNode(node)}
    >
      <VerdictMark verdict={judgement?.verdict ?? 'unjudged'} hollow={isUnsaved} />
      <StepText text={text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…` : text} className="prose" />
      <div className="cc__f">
        <span className={judgement?.verdict === undefined ? '' : `v-${judgement.verdict}`}>
          {judgement?.verdict ?? 'unjudged'}
        </span>
        {judgement !== undefined && judgement.categories.length > 0 && (
          <span>{judgement.categories.join(', ')}</span>
        )}
        {shared > 1 && <span>one verdict for {counted(shared, 'rollout')}</span>}
        {near.length > 0 && (
          <span className="tag" title="Only white space, case or numbering differ. Each is judged by itself.">
            nearly the same as {counted(near.length, 'sibling')}
          </span>
        )}
        <CellValue open={open} node={node} isJudged={judgement?.verdict !== undefined} />
      </div>
    </div>
  );
}

function CellValue({ open, node, isJudged }: { open: Comparison['open']; node: number; isJudged: boolean }) {
  const set = useApp(({ tree }) => selectValueSets(open.tree)[tree?.valueSet ?? 0]);
  const isShown = useApp((state) => maySee(state, isJudged));
  const values = set?.values();
  const value = values === undefined ? undefined : valueAt(values, node);
  if (values === undefined || value === undefined) return null;
  const interval = intervalAt(values, node);
  const [c, k] = [values.c?.[node], values.k?.[node]];
  return (
    <ScoreBar
      value={value}
      range={values.range}
      width={54}
      hidden={!isShown}
      text={c !== undefined && k !== undefined && Number.isInteger(c) ? `${c}/${k}` : value.toFixed(2)}
      {...(interval === undefined ? {} : { interval: [interval.low, interval.high] as [number, number] })}
    />
  );
}
