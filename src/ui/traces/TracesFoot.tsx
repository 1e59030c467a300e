import { memo } from 'react';
import type { FileSummary } from '../../app/state';
import { protocolById } from '../../core/labels';
import { VerdictStrip, counted, grouped, useApp } from '../parts';
import type { StripStep } from '../parts';
import type { ColumnsWithData } from './TracesScreen';

const LEGEND: readonly (readonly [StripStep, string])[] = [
  ['c', 'correct'],
  ['r', 'redundant'],
  ['e', 'erroneous'],
  ['u', 'not judged'],
];

export const TracesFoot = memo(function TracesFoot({
  file,
  has,
}: {
  file: FileSummary;
  has: ColumnsWithData;
}) {
  const isBlind = useApp((state) => protocolById(state.settings.protocol).hints === 'never');
  const hasHints = has.outcome || has.score;
  return (
    <div className="tr__foot">
      {LEGEND.map(([mark, word]) => (
        <span className="oc" key={mark}>
          <span aria-hidden="true">
            <VerdictStrip marks={[mark]} maxWidth={5} pitch={5} />
          </span>
          <span className="ink">{word}</span>
        </span>
      ))}
      <span>
        {counted(file.problems, 'problem')} · {grouped(file.texts)} distinct texts
      </span>
      <span className="grow" />
      <span className="hide-l">
        {hasHints &&
          (isBlind
            ? 'This protocol shows no outcome and no score. '
            : 'Outcome and scores appear when a trace is done. ')}
        First error counts from 0.
      </span>
    </div>
  );
});
