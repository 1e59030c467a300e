import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { cutPlaces } from '../../../app/cutPlaces';
import type { StepView } from '../../../app/state';
import { useActions, useApp, useStepmark } from '../../parts';
import { boxesBefore } from '../spans';

interface Mark {
  at: number;
  left: number;
  top: number;
  height: number;
}

/** In cut mode, over the text of the active step, which stands before this in the row: a mark at each end of a
 *  sentence or line, and the chosen place. Marks lie above the text, so nothing moves. */
export function CutMarks({ step }: { step: StepView }) {
  const cutAt = useApp(({ reader }) => (reader?.active === step.index ? reader.cutAt : undefined));
  return cutAt === undefined ? null : <Marks step={step} cutAt={cutAt} />;
}

function Marks({ step, cutAt }: { step: StepView; cutAt: number }) {
  const actions = useActions();
  const app = useStepmark();
  const place = useRef<HTMLSpanElement>(null);
  const open = useApp(({ reader }) => reader?.open);
  const steps = useApp(({ reader }) => reader?.steps);
  const raw = open?.trace.raw;
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const ends = useMemo(
    () => (open && steps ? cutPlaces({ open, steps, active: step.index }, 'sentence') : []),
    [open, steps, step.index],
  );
  const offsets = useMemo(() => (ends.includes(cutAt) ? ends : [...ends, cutAt]), [ends, cutAt]);
  useLayoutEffect(() => {
    const element = place.current?.closest('.step__text');
    if (raw === undefined || element === null || element === undefined) return;
    const measure = () => setMarks(marksOn(element, raw, step, offsets));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [raw, step, offsets]);
  return (
    <span ref={place} className="cutmarks">
      {marks.map(({ at, left, top, height }) => {
        const style: CSSProperties = { left, top, height };
        const isChosen = at === cutAt;
        return (
          <button
            key={at}
            type="button"
            tabIndex={-1}
            className={isChosen ? 'cutmark is-on' : 'cutmark'}
            style={style}
            title={isChosen ? 'Cut here' : 'Choose this place'}
            onClick={() => (isChosen ? app.run('split.cut') : actions.pointCut(at))}
          >
            <span className="sr">
              {isChosen ? 'Cut' : 'Choose the place'} before “{raw?.slice(at, Math.min(step.end, at + 40))}”
            </span>
          </button>
        );
      })}
    </span>
  );
}

function marksOn(element: Element, raw: string, step: StepView, offsets: readonly number[]): Mark[] {
  const from = element.getBoundingClientRect();
  const boxes = boxesBefore(
    element,
    raw.slice(step.start, step.end),
    offsets.map((at) => at - step.start),
  );
  return boxes.flatMap((box, i) =>
    box === undefined
      ? []
      : [{ at: offsets[i]!, left: box.left - from.left, top: box.top - from.top, height: box.height }],
  );
}
