import { Check, CircleSlash, Flag, X } from 'lucide-react';
import type { RowView } from '../../app/state';
import { Icon, ProgressBar, ScoreBar, VerdictStrip, grouped } from '../parts';

interface CellProps {
  row: RowView;
}
interface HintProps extends CellProps {
  /** Exists, but is withheld. */
  hidden: boolean;
}

export function ProblemCell({ row }: CellProps) {
  return (
    <>
      <span className="ink3 mono pb__n">{row.problemName}</span>
      {row.sameText > 1 && (
        <span className="tag pb__s" title={`${grouped(row.sameText)} rows have this very text: judged once`}>
          {grouped(row.sameText)} alike
        </span>
      )}
      {row.problemPreview}
    </>
  );
}

export function OutcomeCell({ row, hidden }: HintProps) {
  if (row.outcome === undefined) return <span className="ink3">–</span>;
  if (hidden) return <ScoreBar value={undefined} hidden width={40} />;
  if (typeof row.outcome === 'number') return row.outcome.toFixed(2);
  return row.outcome ? (
    <span className="oc">
      <Icon of={Check} small />
      right
    </span>
  ) : (
    <span className="oc oc--no">
      <Icon of={X} small />
      wrong
    </span>
  );
}

export function VerdictsCell({ row }: CellProps) {
  return <VerdictStrip marks={row.strip} maxWidth={136} />;
}

const FINISHES = {
  done: { icon: Check, word: 'done' },
  partial: { icon: Check, word: 'in part' },
  bad_problem: { icon: Flag, word: 'bad problem' },
  give_up: { icon: CircleSlash, word: 'given up' },
} as const;

export function ProgressCell({ row }: CellProps) {
  if (row.finish !== undefined) {
    const { icon, word } = FINISHES[row.finish];
    return (
      <span className="oc">
        <Icon of={icon} small />
        {word}
      </span>
    );
  }
  if (row.judged === 0) return <span className="ink3">–</span>;
  return (
    <span className="oc">
      <ProgressBar value={row.judged / row.steps} label="Steps judged" width={34} />
      <span className="ink">
        {row.judged}/{row.steps}
      </span>
    </span>
  );
}

export function ScoreCell({ row, hidden }: HintProps) {
  if (row.lowestScore === undefined) return <span className="ink3">–</span>;
  return <ScoreBar value={row.lowestScore} hidden={hidden} width={40} />;
}
