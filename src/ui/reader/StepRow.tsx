import { memo } from 'react';
import { selectReading } from '../../app/readingSettings';
import type { StepView } from '../../app/state';
import { Button, grouped, KeyHint, useActions, useApp, VerdictMark } from '../parts';
import { CutMarks } from './cuts';
import { zoneLook } from './listItems';
import { clampedText, countLines, isLong } from './longText';
import { StepText } from './markdown';
import { StepSpans } from './spans';
import { imagesIn, markWithout, judgementOf } from './stepFacts';
import { StepFoot } from './StepFoot';
import { PreviewLine } from './splitter';
import { StepNotes } from './StepNotes';

/** A step as a grid of gutter, text, foot and margin. Asks for its own facts: a key press draws only the
 *  steps it touched. */
export const StepRow = memo(function StepRow({ step }: { step: StepView }) {
  const isActive = useApp(({ reader }) => reader?.active === step.index);
  return (
    <>
      <PreviewLine step={step} />
      <Gutter step={step} />
      <Body step={step} />
      <StepFoot step={step} isActive={isActive} />
      <StepNotes step={step} isActive={isActive} />
    </>
  );
});

/** Classes of the list item around a step. */
export function stepClass(step: StepView, isActive: boolean, isJudged: boolean): string {
  return [
    'step',
    `step--${zoneLook(step.zone?.kind)}`,
    isActive && 'step--active',
    isJudged && !isActive && 'step--judged',
    step.index >= 999 && 'step--big',
  ]
    .filter(Boolean)
    .join(' ');
}

function Gutter({ step }: { step: StepView }) {
  const verdict = useApp((state) => judgementOf(state, step.id)?.verdict);
  const unsaved = useApp((state) => state.annotation.unsaved.has(step.id));
  const without = useApp((state) => (verdict === undefined ? markWithout(state, step.index) : undefined));
  return (
    <div className="step__gut">
      <span className="step__no">{grouped(step.index + 1)}</span>
      <VerdictMark verdict={verdict ?? without ?? 'unjudged'} hollow={unsaved && verdict !== undefined} />
    </div>
  );
}

function Body({ step }: { step: StepView }) {
  const trace = useApp(({ reader }) => reader?.open.trace);
  const raw = useApp(({ reader }) => reader?.rawAll === true || reader?.rawSteps.has(step.id) === true);
  const isOpen = useApp(({ reader }) => reader?.openSteps.has(step.id) === true);
  const isPlain = useApp((state) => step.zone?.kind === 'thinking' && !selectReading(state).thinkingMarkdown);
  if (trace === undefined) return null;
  const text = trace.raw.slice(step.start, step.end);
  const long = isLong(text);
  const isClamped = long && !isOpen;
  const images = imagesIn(trace, step.start, step.end);
  return (
    <div className={isClamped ? 'step__text step__text--clamped' : 'step__text'}>
      <StepText
        text={isClamped ? clampedText(text) : text}
        raw={raw}
        plain={isPlain}
        {...(images === undefined ? {} : { images })}
      />
      {long && <OpenButton step={step} isOpen={isOpen} text={text} />}
      <StepSpans step={step} />
      <CutMarks step={step} />
    </div>
  );
}

function OpenButton({ step, isOpen, text }: { step: StepView; isOpen: boolean; text: string }) {
  const actions = useActions();
  const lines = countLines(text);
  const size = lines > 1 ? `${grouped(lines)} lines` : `${grouped(text.length)} characters`;
  return (
    <Button small tabIndex={-1} className="step__all" onClick={() => actions.toggleOpen(step.index)}>
      {isOpen ? 'Show less' : `Show all, ${size}`} <KeyHint command="step.open" />
    </Button>
  );
}
