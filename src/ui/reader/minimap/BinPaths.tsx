import { memo } from 'react';
import type { StepView } from '../../../app/state';
import type { StripStep } from '../../parts';
import { zoneLook } from '../listItems';
import { MAP_TOP, VERDICTS, ZONES } from './layout';

const LENGTH = { c: 16, r: 10, e: 24, u: 2, a: 2 } as const;
const MARKS = ['u', 'a', 'c', 'r', 'e'] as const;
const LOOKS = ['thinking', 'tool', 'answer'] as const;
const SCORE_LEFT = 38;
const SCORE_LONGEST = 20;

interface Props {
  /** One a bin. */
  marks: readonly StripStep[];
  scores: readonly (number | undefined)[];
  steps: readonly StepView[];
  /** px a bin. */
  pitch: number;
}

/** Many steps: one path for all marks of a kind, so that ten thousand steps are ten elements. */
export const BinPaths = memo(function BinPaths({ marks, scores, steps, pitch }: Props) {
  const bins = marks.length;
  const firstStep = (bin: number) => Math.floor((bin * steps.length) / bins);
  const tall = Math.max(1, pitch - 1).toFixed(2);
  const zones = { thinking: '', tool: '', answer: '' };
  const lines = { u: '', a: '', c: '', r: '', e: '' };
  let scored = '';
  marks.forEach((mark, bin) => {
    const y = MAP_TOP + bin * pitch;
    zones[zoneLook(steps[firstStep(bin)]?.zone?.kind)] += `M0 ${y.toFixed(2)}h3v${tall}h-3z`;
    const isSpot = mark === 'u' || mark === 'a';
    const thick = isSpot ? 2 : Math.max(1, Math.min(4, pitch - 2));
    const top = (y + pitch / 2 - thick / 2).toFixed(2);
    const length = LENGTH[mark];
    lines[mark] += `M${isSpot ? 12 : 10} ${top}h${length}v${thick}h-${length}z`;
    const worst = lowest(scores, firstStep(bin), firstStep(bin + 1));
    if (worst !== undefined) {
      const wide = Math.max(1, worst * SCORE_LONGEST).toFixed(1);
      scored += `M${SCORE_LEFT} ${(y + pitch / 2 - 1).toFixed(2)}h${wide}v2h-${wide}z`;
    }
  });
  return (
    <>
      {LOOKS.map((look) => zones[look] !== '' && <path key={look} className={ZONES[look]} d={zones[look]} />)}
      {MARKS.map(
        (mark) =>
          lines[mark] !== '' && (
            <path
              key={mark}
              className={mark === 'u' || mark === 'a' ? 'un' : `mk-${VERDICTS[mark]}`}
              d={lines[mark]}
            />
          ),
      )}
      {scored !== '' && <path className="sc" d={scored} />}
    </>
  );
});

function lowest(scores: readonly (number | undefined)[], from: number, to: number): number | undefined {
  let found: number | undefined;
  for (let i = from; i < Math.min(to, scores.length); i++) {
    const score = scores[i];
    if (score !== undefined && (found === undefined || score < found)) found = score;
  }
  return found;
}
