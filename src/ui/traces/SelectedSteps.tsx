import { useLayoutEffect, useState } from 'react';
import type { RowView, StripMark } from '../../app/state';
import { VerdictMark, counted, useApp } from '../parts';
import type { MarkOf } from '../parts';
import { StepText } from '../reader/markdown';
import { afterFrame } from './afterFrame';

const MARKS: Record<StripMark, MarkOf> = {
  c: 'correct',
  r: 'redundant',
  e: 'erroneous',
  u: 'unjudged',
};

/** The prompt as it is read; its preview in the table until it is here. */
export function SelectedPrompt({ row }: { row: RowView }) {
  const prompt = useApp(({ traces }) =>
    traces?.preview?.row === row.row ? traces.preview.prompt : undefined,
  );
  if (prompt === undefined || prompt === '') return <p className="prose">{row.problemPreview}</p>;
  return <StepText text={prompt} className="prose" />;
}

/** Steps that one task draws: markdown and formulas of all of them at once are more than a frame. */
const AT_ONCE = 3;

/** How many of the steps to draw by now: some, and after each frame some more. */
function useGrowingCount(steps: readonly string[]): number {
  const [{ of, count }, setState] = useState({ of: steps, count: AT_ONCE });
  if (of !== steps) setState({ of: steps, count: AT_ONCE });
  useLayoutEffect(() => {
    if (count >= steps.length) return undefined;
    return afterFrame(() => setState({ of: steps, count: count + AT_ONCE }));
  }, [steps, count]);
  return count;
}

/** The first steps with their verdicts. */
export function SelectedSteps({ row }: { row: RowView }) {
  const steps = useApp(({ traces }) => (traces?.preview?.row === row.row ? traces.preview.steps : undefined));
  return steps === undefined ? null : <FirstSteps row={row} steps={steps} />;
}

function FirstSteps({ row, steps }: { row: RowView; steps: readonly string[] }) {
  const shown = useGrowingCount(steps);
  const more = row.steps - steps.length;
  return (
    <div>
      <ol>
        {steps.slice(0, shown).map((text, i) => (
          // Steps of one row never change their order.
          <li key={i} className="pvs">
            <span className="num ink3">{i + 1}</span>
            <VerdictMark verdict={MARKS[row.strip[i] ?? 'u']} size={14} />
            <StepText text={text} className="pvs__text" />
          </li>
        ))}
      </ol>
      {more > 0 && <p className="xs ink3 pvs__more">{counted(more, 'more step')}</p>}
    </div>
  );
}
