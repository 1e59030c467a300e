import type { CSSProperties } from 'react';
import { passageId } from '../../core/identity';
import type { Verdict } from '../../core/model';
import { valueAt } from '../../core/tree';
import { KeyHint, VerdictMark, counted, useActions, useApp } from '../parts';
import { StepText } from '../reader/markdown';
import { siblingCount } from './nodeText';
import type { PathStep } from './nodeText';
import type { Scene } from './scene';
import { colourOf, shareOf, valueText } from './treeValues';

interface Props {
  step: PathStep;
  scene: Scene;
  isActive: boolean;
  /** Belongs to the cursor's node. */
  isAtCursor: boolean;
}
export const pathStepId = ({ node, number }: PathStep) => `path-${node}-${number}`;
/** Beyond this a step is cut to the height it has anyway; the reader has all of it. */
const MOST_UNITS = 600;

export function PathRow({ step, scene, isActive, isAtCursor }: Props) {
  const { selectNode } = useActions();
  const id = step.passage === undefined ? undefined : passageId(step.passage);
  const verdict = useApp((state) =>
    id === undefined ? undefined : state.annotation.annotations.passages.get(id)?.judgement.verdict,
  );
  const isUnsaved = useApp((state) => id !== undefined && state.annotation.unsaved.has(id));
  const siblings = siblingCount(scene.open, step.node);
  const text = step.text.length > MOST_UNITS ? `${step.text.slice(0, MOST_UNITS)}…` : step.text;
  return (
    // The mouse's way; the keyboard's are the commands of the list and the button in the row.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      id={pathStepId(step)}
      className={`pstep${isActive ? ' is-on' : ''}`}
      {...(isActive ? { 'aria-current': 'step' as const } : {})}
      onClick={() => !isAtCursor && selectNode(step.node)}
    >
      <button
        type="button"
        tabIndex={-1}
        className="step__no pstep__go"
        aria-label={`Go to step ${step.number}`}
      >
        {step.number}
      </button>
      {id === undefined ? <span /> : <VerdictMark verdict={verdict ?? 'unjudged'} hollow={isUnsaved} />}
      <StepText text={text} className={`prose pstep__text${isActive ? '' : ' ink2'}`} />
      {step.isFirst ? <NodeValue scene={scene} node={step.node} /> : <span />}
      {step.isFirst && siblings > 0 && <div className="pstep__sib">{counted(siblings, 'sibling')}</div>}
      {id === undefined && (
        <div className="pstep__sib">The step goes on past this node: it is judged further down the path.</div>
      )}
      {isActive && id !== undefined && <VerdictButtons number={step.number} verdict={verdict} />}
    </li>
  );
}

function NodeValue({ scene, node }: { scene: Scene; node: number }) {
  const { set, scale } = scene;
  const value = set === undefined ? undefined : valueAt(set, node);
  if (set === undefined || scale === undefined || value === undefined) return <span />;
  if (!scene.mayShow(node)) {
    return (
      <div className="pstep__v">
        <span className="bar is-hidden" role="img" aria-label="value withheld" />
      </div>
    );
  }
  const bar = { '--v': shareOf(scale, value), '--c': `var(${colourOf(scale, value)})` } as CSSProperties;
  return (
    <div className="pstep__v" title={set.name}>
      {valueText(set, node)}
      <span className="bar" aria-hidden="true">
        <i style={bar} />
      </span>
    </div>
  );
}

const VERDICTS: readonly Verdict[] = ['correct', 'redundant', 'erroneous'];

function VerdictButtons({ number, verdict }: { number: number; verdict: Verdict | undefined }) {
  const { judge } = useActions();
  return (
    <div className="pstep__foot">
      <span className="vc" role="group" aria-label={`Verdict on step ${number}`}>
        {VERDICTS.map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            className={`vc__b v-${one}${one === verdict ? ' is-on' : ''}`}
            aria-pressed={one === verdict}
            onClick={(event) => {
              event.stopPropagation();
              judge(one);
            }}
          >
            <KeyHint command={`judge.${one}`} />
            <VerdictMark verdict={one} size={14} silent />
            {one}
          </button>
        ))}
      </span>
    </div>
  );
}
