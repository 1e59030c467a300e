import type { RowView, StripMark } from '../../app/state';
import { VerdictMark, counted, useApp } from '../parts';
import type { MarkOf } from '../parts';
import { StepText } from '../reader/markdown';

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

/** The first steps with their verdicts. */
export function SelectedSteps({ row }: { row: RowView }) {
  const steps = useApp(({ traces }) => (traces?.preview?.row === row.row ? traces.preview.steps : undefined));
  if (steps === undefined) return null;
  const more = row.steps - steps.length;
  return (
    <div>
      <ol>
        {steps.map((text, i) => (
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
