import { useEffect, useRef } from 'react';
import type { StepView } from '../../../app/state';
import type { Range as TextRange } from '../../../core/model';
import { useApp } from '../../parts';
import { judgementOf } from '../stepFacts';
import { rangeOfRaw } from './drawnText';
import { mark } from './highlights';

const NONE: readonly TextRange[] = [];

/** Error spans and the selection of a step, drawn in its text, which stands before this in the row. */
export function StepSpans({ step }: { step: StepView }) {
  const spans = useApp((state) => judgementOf(state, step.id)?.spans ?? NONE);
  const selected = useApp(({ reader }) =>
    reader?.selection?.id === step.id ? reader.selection.range : undefined,
  );
  if (spans.length === 0 && selected === undefined) return null;
  return (
    <>
      {spans.length > 0 && <Marks name="error-span" step={step} spans={spans} />}
      {selected !== undefined && <Marks name="selected-text" step={step} spans={selected} />}
    </>
  );
}

interface Props {
  name: 'error-span' | 'selected-text';
  step: StepView;
  spans: readonly TextRange[] | TextRange;
}

function Marks({ name, step, spans }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const raw = useApp(({ reader }) => reader?.open.trace.raw);
  useEffect(() => {
    const element = place.current?.closest('.step__text');
    if (raw === undefined || element === null || element === undefined) return;
    const text = raw.slice(step.start, step.end);
    const draw = () =>
      mark(
        name,
        [spans].flat().flatMap(({ start, end }) => {
          const range = rangeOfRaw(element, text, { start: start - step.start, end: end - step.start });
          return range === undefined ? [] : [range];
        }),
      );
    let clear = draw();
    // Markdown and formulas are drawn when they are there.
    const observer = new MutationObserver(() => {
      clear();
      clear = draw();
    });
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      clear();
    };
  }, [name, step, spans, raw]);
  return <span ref={place} hidden />;
}
