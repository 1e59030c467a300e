import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { intervalAt, largestDrop, passageCount, valueAt } from '../../core/tree';
import { ScoreBar, VerdictMark, counted, grouped } from '../parts';
import { StepText } from '../reader/markdown';
import type { HoveredNode } from './createDrawing';
import { pathWord } from './openTree';
import type { Scene } from './scene';
import { signed, valueText } from './treeValues';

const WIDTH = 292;
/** The card is drawn above the node where there is more room. */
const LOW_HALF = 0.55;
const MOST_UNITS = 400;

export function HoverCard({ scene, hovered }: { scene: Scene; hovered: HoveredNode }) {
  const { node, x, y, width, height } = hovered;
  const { open } = scene;
  const place: Record<`--${string}`, string> = {
    '--x': `${Math.max(8, Math.min(x - WIDTH / 2, width - WIDTH - 8))}px`,
    ...(y > height * LOW_HALF ? { '--bottom': `${height - y + 24}px` } : { '--top': `${y + 24}px` }),
  };
  const own = open.tree.text[node]!.slice(open.tree.lead[node]!);
  const text = node === 0 ? open.problem.prompt : own;
  return (
    <div className="pop hovercard" style={place as CSSProperties} aria-hidden="true">
      <div className="row">
        {node !== 0 && (
          <VerdictMark verdict={scene.judgements.get(node)?.verdict ?? 'unjudged'} size={14} silent />
        )}
        <span className="strong hovercard__h">
          {node === 0 ? 'Problem' : `Step ${grouped(open.x[node]!)}`}
        </span>
        <span className="grow" />
        <span>{origin(scene, node)}</span>
      </div>
      <StepText
        text={text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…` : text}
        className="prose hovercard__text"
      />
      <Facts scene={scene} node={node} />
    </div>
  );
}

function origin({ open: { tree, passages } }: Scene, node: number): string {
  const inside = passageCount(passages, node);
  if (inside > 1) return counted(inside, 'step');
  if (tree.author[node] === 'human') return 'written by a person';
  return '';
}

function Facts({ scene, node }: { scene: Scene; node: number }) {
  const { open, set, scale } = scene;
  const drop = useMemo(() => (set === undefined ? undefined : largestDrop(open.tree, set.data)), [open, set]);
  const value = set === undefined ? undefined : valueAt(set, node);
  const isShown = scene.mayShow(node);
  const interval = set === undefined ? undefined : intervalAt(set, node);
  const parent = node === 0 || set === undefined ? undefined : valueAt(set, open.tree.parent[node]!);
  const root = set === undefined || node === 0 ? undefined : valueAt(set, 0);
  const globalBy = value === undefined || root === undefined ? undefined : value - root;
  const parentShown = node !== 0 && scene.mayShow(open.tree.parent[node]!);
  const equal = open.counts?.[node] ?? 1;
  return (
    <dl className="dl xs hovercard__dl">
      <dt>{pathWord(open) === 'path' ? 'Paths' : 'Rollouts'}</dt>
      <dd className="ink">{grouped(open.through[node] ?? 0)}</dd>
      {equal > 1 && (
        <>
          <dt>Equal nodes</dt>
          <dd>{grouped(equal)} in the file; the value is their mean</dd>
        </>
      )}
      {set !== undefined && scale !== undefined && (
        <>
          <dt>{set.name}</dt>
          <dd>
            <ScoreBar
              value={value}
              range={scale.range}
              hidden={value !== undefined && !isShown}
              text={valueText(set, node) ?? '–'}
              {...(interval === undefined
                ? {}
                : { interval: [interval.low, interval.high] as [number, number] })}
            />
          </dd>
        </>
      )}
      {isShown && interval !== undefined && (
        <>
          <dt>95 % interval</dt>
          <dd>
            {interval.low.toFixed(2)} to {interval.high.toFixed(2)}
          </dd>
        </>
      )}
      {isShown && parentShown && value !== undefined && parent !== undefined && (
        <>
          <dt>Advantage</dt>
          <dd>
            {signed(value - parent)} to parent
            {globalBy !== undefined && scene.allShown && `, ${signed(globalBy)} to the problem`}
            {drop?.node === node && scene.allShown && <span className="ink3"> largest drop</span>}
          </dd>
        </>
      )}
    </dl>
  );
}
