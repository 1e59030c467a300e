import { memo } from 'react';
import type { StepView } from '../../../app/state';
import type { StripStep } from '../../parts';
import { VerdictMark } from '../../parts';
import { zoneLook } from '../listItems';
import { MAP_TOP, SCORE_PX, VERDICTS, ZONES } from './layout';

interface Props {
  marks: readonly StripStep[];
  unsaved: ReadonlyMap<string, number>;
  scores: readonly (number | undefined)[];
  steps: readonly StepView[];
  pitch: number;
}

/** Few steps: each with its mark, its lines and its score. */
export function StepMarks({ marks, unsaved, scores, steps, pitch }: Props) {
  return steps.map((step, i) => (
    <StepMark
      key={step.id}
      mark={marks[i]!}
      y={MAP_TOP + i * pitch}
      pitch={pitch}
      look={zoneLook(step.zone?.kind)}
      lines={Math.min(3, Math.ceil((step.end - step.start) / 76))}
      hollow={unsaved.has(step.id)}
      score={scores[i]}
    />
  ));
}

interface MarkProps {
  mark: StripStep;
  y: number;
  pitch: number;
  look: 'thinking' | 'tool' | 'answer';
  /** Lines of its text. */
  lines: number;
  hollow: boolean;
  /** 0–1. */
  score: number | undefined;
}

const StepMark = memo(function StepMark({ mark, y, pitch, look, lines, hollow, score }: MarkProps) {
  return (
    <>
      <rect className={ZONES[look]} x="0" y={y} width="3" height={Math.max(1, pitch - 1)} />
      {/* The mark is drawn at 18 px and fills this box of 10: attributes, since CSS sizes no nested svg. */}
      <svg x="8" y={y + 2} width="10" height="10" viewBox="0 0 18 18">
        <VerdictMark verdict={VERDICTS[mark]} hollow={hollow} silent />
      </svg>
      {Array.from({ length: lines }, (_, i) => (
        <path
          key={i}
          className={mark === 'u' ? 'ln' : 'ln-d'}
          d={`M24 ${y + 5.5 + i * 6}h${i === lines - 1 && lines > 1 ? 20 : 34}`}
        />
      ))}
      {score !== undefined && (
        <rect className="sc" x="24" y={y + pitch - 4} width={Math.max(1, score * SCORE_PX)} height="2" />
      )}
    </>
  );
});
