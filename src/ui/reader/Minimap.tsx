import { memo, useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { selectJudgedSteps, selectMarks } from '../../app/selectProgress';
import type { ReaderSlice } from '../../app/state';
import { binMarks, counted, useActions, useApp, VerdictMark } from '../parts';
import { selectHitSteps } from './hitSteps';
import { zoneLook } from './listItems';
import type { ListPort } from './StepList';

const TOP = 8;
const WIDTH = 72;
/** px per step; below the smallest, steps share a bin and the worst verdict wins. */
const TALLEST = 22;
const SMALLEST = 6;
const VERDICTS = { c: 'correct', r: 'redundant', e: 'erroneous', u: 'unjudged', a: 'after' } as const;
/** Bins of several steps are never hollow. */
const NONE_UNSAVED: ReadonlyMap<string, number> = new Map();
const LENGTH = { c: 16, r: 10, e: 24 } as const;

interface Props {
  reader: Pick<ReaderSlice, 'open' | 'steps'>;
  port: RefObject<ListPort | null>;
}

/** The whole trace at a glance: zones, verdicts, where one is; a click goes there. */
export function Minimap({ reader, port }: Props) {
  const box = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(0);
  const actions = useActions();
  // The map is drawn after the step: a key press does not wait for it.
  const marks = useDeferredValue(useApp(selectMarks));
  const judged = useDeferredValue(useApp(selectJudgedSteps)) ?? 0;
  const unsaved = useDeferredValue(useApp(({ annotation }) => annotation.unsaved));
  const { steps } = reader;
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const room = Math.max(0, height - 2 * TOP);
  const bins = Math.max(1, Math.min(steps.length, Math.floor(room / SMALLEST)));
  const pitch = Math.min(TALLEST, room / bins);
  const perStep = (bins * pitch) / Math.max(1, steps.length);
  const firstError = marks.indexOf('e');
  const go = (event: MouseEvent) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top - TOP;
    const step = Math.floor(y / perStep);
    actions.activate(Math.max(0, Math.min(steps.length - 1, step)));
  };
  const isMeasured = height > 0;
  return (
    <nav className="mini" ref={box} aria-label="Map of the trace">
      {/* The keys do the same: J, K, Home, End in the list. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        height={height}
        viewBox={`0 0 ${WIDTH} ${Math.max(1, height)}`}
        preserveAspectRatio="xMinYMin meet"
        role="img"
        aria-label={`Map of the trace: ${counted(steps.length, 'step')}, ${judged} judged${firstError < 0 ? '' : `, first error at step ${firstError + 1}`}`}
        onClick={go}
      >
        {isMeasured && (
          <Bins
            marks={marks}
            unsaved={bins === steps.length ? unsaved : NONE_UNSAVED}
            steps={steps}
            bins={bins}
            pitch={pitch}
          />
        )}
        {isMeasured && <Hits perStep={perStep} />}
        <Cursor perStep={perStep} height={Math.max(4, pitch)} />
        <Viewport port={port} perStep={perStep} />
      </svg>
    </nav>
  );
}

function linesOf(step: { start: number; end: number } | undefined): number {
  return step === undefined ? 0 : Math.min(3, Math.ceil((step.end - step.start) / 76));
}

interface BinsProps extends Pick<ReaderSlice, 'steps'> {
  marks: ReturnType<typeof selectMarks>;
  unsaved: ReadonlyMap<string, number>;
  bins: number;
  pitch: number;
}

const Bins = memo(function Bins({ marks, unsaved, steps, bins, pitch }: BinsProps) {
  return binMarks(marks, bins).map((mark, bin) => (
    <Bin
      key={bin}
      mark={mark}
      y={TOP + bin * pitch}
      pitch={pitch}
      look={zoneLook(steps[Math.floor((bin * steps.length) / bins)]?.zone?.kind)}
      lines={bins === steps.length && pitch > 14 ? linesOf(steps[bin]) : 0}
      hollow={unsaved.has(steps[bin]?.id ?? '')}
    />
  ));
});

interface BinProps {
  mark: 'c' | 'r' | 'e' | 'u' | 'a';
  y: number;
  pitch: number;
  look: 'thinking' | 'tool' | 'answer';
  /** Lines of its text, when there is room to draw one step by itself; 0 for a bin. */
  lines: number;
  hollow: boolean;
}

const Bin = memo(function Bin({ mark, y, pitch, look, lines, hollow }: BinProps) {
  const zone = { thinking: 'zt', tool: 'zo', answer: 'za' }[look];
  return (
    <>
      <rect className={zone} x="0" y={y} width="3" height={Math.max(1, pitch - 1)} />
      {lines > 0 ? (
        // The mark is drawn at 18 px and fills this box of 10: attributes, since CSS sizes no nested svg.
        <svg x="8" y={y + 2} width="10" height="10" viewBox="0 0 18 18">
          <VerdictMark verdict={VERDICTS[mark]} hollow={hollow} silent />
        </svg>
      ) : (
        <BinMark mark={mark} middle={y + pitch / 2} thick={Math.max(1, Math.min(4, pitch - 2))} />
      )}
      {Array.from({ length: lines }, (_, i) => (
        <path
          key={i}
          className={mark === 'u' ? 'ln' : 'ln-d'}
          d={`M24 ${y + 5.5 + i * 6}h${i === lines - 1 && lines > 1 ? 20 : 34}`}
        />
      ))}
    </>
  );
});

function BinMark({ mark, middle, thick }: { mark: BinProps['mark']; middle: number; thick: number }) {
  if (mark === 'u' || mark === 'a') return <rect className="un" x="12" y={middle - 1} width="2" height="2" />;
  return (
    <rect
      className={`mk-${VERDICTS[mark]}`}
      x="10"
      y={middle - thick / 2}
      width={LENGTH[mark]}
      height={thick}
    />
  );
}

/** Where something is found; many in one place are one mark. */
function Hits({ perStep }: { perStep: number }) {
  const steps = useDeferredValue(useApp(selectHitSteps));
  const places = [...new Set(steps.map((step) => Math.round(TOP + step * perStep + 2)))];
  return places.map((y) => <rect key={y} className="mh" x={WIDTH - 12} y={y} width="8" height="2" />);
}

function Cursor({ perStep, height }: { perStep: number; height: number }) {
  const active = useApp((state) => state.reader?.active ?? -1);
  if (active < 0) return null;
  return <rect className="now" x="0" y={TOP + active * perStep} width="3" height={height} />;
}

interface ViewportProps extends Pick<Props, 'port'> {
  /** px from one step to the next. */
  perStep: number;
}

/** Follows the list's scrolling without drawing the map again. */
function Viewport({ port, perStep }: ViewportProps) {
  const rect = useRef<SVGRectElement>(null);
  useLayoutEffect(() => {
    const scroller = port.current?.scroller;
    if (scroller === undefined) return;
    const follow = () => {
      const seen = port.current?.stepsInSight();
      if (rect.current === null || seen === undefined) return;
      const [from, to] = seen;
      rect.current.setAttribute('y', String(TOP + from * perStep));
      rect.current.setAttribute('height', String(Math.max(6, (to + 1 - from) * perStep)));
    };
    const frame = requestAnimationFrame(follow);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', follow);
    };
  }, [port, perStep]);
  return <rect className="vp" ref={rect} x="1" width={WIDTH - 2} y="0" height="0" rx="2" />;
}
