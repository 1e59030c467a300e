import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { selectJudgedSteps, selectMarks } from '../../../app/selectProgress';
import type { ReaderSlice, StepView } from '../../../app/state';
import { binMarks, counted, useActions, useApp } from '../../parts';
import { selectHitSteps } from '../hitSteps';
import type { ListPort } from '../StepList';
import { BinPaths } from './BinPaths';
import { MAP_TOP, MAP_WIDTH } from './layout';
import { selectMapScores } from './mapScores';
import { StepMarks } from './StepMarks';

/** px per step; below the smallest, steps share a bin and the worst verdict wins. */
const TALLEST = 22;
const SMALLEST = 6;
/** From here on there is room to draw each step by itself. */
const ROOMY = 14;
/** px a pointer may tremble in a click. */
const STILL = 4;

interface Props {
  reader: Pick<ReaderSlice, 'open' | 'steps'>;
  port: RefObject<ListPort | null>;
}

/** The whole trace at a glance: zones, verdicts, scores, hits, where one is. A click goes there, dragging scrolls. */
export function Minimap({ reader, port }: Props) {
  const box = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    // A narrow map is drawn smaller, and is so much longer in its own units.
    const observer = new ResizeObserver(([entry]) => {
      const { width, height: px } = entry?.contentRect ?? { width: 0, height: 0 };
      setHeight(width === 0 ? 0 : px * Math.max(1, MAP_WIDTH / width));
    });
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  // Another trace's map is drawn after its steps.
  const shown = useDeferredValue<Props['reader'] | undefined>(reader, undefined);
  const steps = shown?.steps ?? NO_STEPS;
  const room = Math.max(0, height - 2 * MAP_TOP);
  const bins = Math.max(1, Math.min(steps.length, Math.floor(room / SMALLEST)));
  const pitch = Math.min(TALLEST, room / bins);
  const perStep = (bins * pitch) / Math.max(1, steps.length);
  return (
    <nav className="mini" ref={box} aria-label="Map of the trace">
      {height > 0 && shown !== undefined && (
        <Drawing {...{ steps, bins, pitch, perStep, height, port }} key={shown.open.trace.text} />
      )}
    </nav>
  );
}
const NO_STEPS: readonly StepView[] = [];

interface DrawingProps extends Pick<Props, 'port'> {
  steps: readonly StepView[];
  bins: number;
  pitch: number;
  /** px from one step to the next. */
  perStep: number;
  height: number;
}

function Drawing({ steps, bins, pitch, perStep, height, port }: DrawingProps) {
  const actions = useActions();
  const pressedAt = useRef<number>(undefined);
  const stepUnder = (event: PointerEvent): number => {
    const { top, height: px } = event.currentTarget.getBoundingClientRect();
    const y = ((event.clientY - top) * height) / px - MAP_TOP;
    return Math.max(0, Math.min(steps.length - 1, Math.floor(y / perStep)));
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressedAt.current = event.clientY;
  };
  const drag = (event: PointerEvent) => {
    if (pressedAt.current === undefined) return;
    if (Math.abs(event.clientY - pressedAt.current) <= STILL) return;
    pressedAt.current = Infinity;
    port.current?.showStep(stepUnder(event));
  };
  const release = (event: PointerEvent) => {
    const wasClick = pressedAt.current !== undefined && pressedAt.current !== Infinity;
    pressedAt.current = undefined;
    if (wasClick) actions.activate(stepUnder(event));
  };
  return (
    // The keys do the same: J, K, Home, End in the list.
    <svg
      height="100%"
      viewBox={`0 0 ${MAP_WIDTH} ${Math.max(1, height)}`}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      aria-label={useMapName(steps)}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={() => (pressedAt.current = undefined)}
    >
      <Marks {...{ steps, bins, pitch }} />
      <Hits perStep={perStep} />
      <Cursor perStep={perStep} height={Math.max(4, pitch)} />
      <Viewport port={port} perStep={perStep} />
    </svg>
  );
}

function useMapName(steps: readonly StepView[]): string {
  const firstError = useDeferredValue(useApp(selectMarks)).indexOf('e');
  const judged = useDeferredValue(useApp(selectJudgedSteps)) ?? 0;
  return `Map of the trace: ${counted(steps.length, 'step')}, ${judged} judged${firstError < 0 ? '' : `, first error at step ${firstError + 1}`}`;
}

/** Drawn after the step: a key press does not wait for the map. */
const Marks = memo(function Marks({ steps, bins, pitch }: Pick<DrawingProps, 'steps' | 'bins' | 'pitch'>) {
  const marks = useDeferredValue(useApp(selectMarks));
  const unsaved = useDeferredValue(useApp(({ annotation }) => annotation.unsaved));
  const scores = useDeferredValue(useApp(selectMapScores));
  const binned = useMemo(() => binMarks(marks, bins), [marks, bins]);
  if (marks.length !== steps.length) return null;
  return bins === steps.length && pitch > ROOMY ? (
    <StepMarks {...{ marks, unsaved, scores, steps, pitch }} />
  ) : (
    <BinPaths marks={binned} {...{ scores, steps, pitch }} />
  );
});

/** Where something is found; many in one place are one mark. */
function Hits({ perStep }: { perStep: number }) {
  const steps = useDeferredValue(useApp(selectHitSteps));
  const places = [...new Set(steps.map((step) => Math.round(MAP_TOP + step * perStep + 2)))];
  return places.map((y) => <rect key={y} className="mh" x={MAP_WIDTH - 12} y={y} width="8" height="2" />);
}

function Cursor({ perStep, height }: { perStep: number; height: number }) {
  const active = useApp((state) => state.reader?.active ?? -1);
  if (active < 0) return null;
  return <rect className="now" x="0" y={MAP_TOP + active * perStep} width="3" height={height} />;
}

/** Follows the list's scrolling without drawing the map again. */
function Viewport({ port, perStep }: Pick<DrawingProps, 'port' | 'perStep'>) {
  const rect = useRef<SVGRectElement>(null);
  useLayoutEffect(() => {
    const scroller = port.current?.scroller;
    if (scroller === undefined) return;
    const follow = () => {
      const seen = port.current?.stepsInSight();
      if (rect.current === null || seen === undefined) return;
      const [from, to] = seen;
      rect.current.setAttribute('y', String(MAP_TOP + from * perStep));
      rect.current.setAttribute('height', String(Math.max(6, (to + 1 - from) * perStep)));
    };
    const frame = requestAnimationFrame(follow);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', follow);
    };
  }, [port, perStep]);
  return <rect className="vp" ref={rect} x="1" width={MAP_WIDTH - 2} y="0" height="0" rx="2" />;
}
