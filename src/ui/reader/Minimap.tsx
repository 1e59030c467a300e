import { useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import type { ReaderSlice } from '../../app/state';
import { binMarks, counted, useActions, useApp } from '../parts';
import { zoneLook } from './listItems';
import { selectMarks } from './selectMarks';
import type { ListPort } from './StepList';

const TOP = 8;
const WIDTH = 72;
/** px per step; below the smallest, steps share a bin and the worst verdict wins. */
const TALLEST = 22;
const SMALLEST = 6;
const COLOUR = { c: 'correct', r: 'redundant', e: 'erroneous' } as const;
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
  const active = useApp((state) => state.reader?.active ?? -1);
  const marks = useApp(selectMarks);
  const { steps } = reader;
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const room = Math.max(0, height - 2 * TOP);
  const bins = Math.max(1, Math.min(steps.length, Math.floor(room / SMALLEST)));
  const pitch = Math.min(TALLEST, room / bins);
  const yOf = (step: number) => TOP + (step / Math.max(1, steps.length)) * bins * pitch;
  const judged = marks.filter((mark) => mark !== 'u').length;
  const firstError = marks.indexOf('e');
  const go = (event: MouseEvent) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top - TOP;
    const step = Math.floor((y / (bins * pitch)) * steps.length);
    actions.activate(Math.max(0, Math.min(steps.length - 1, step)));
  };
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
        {binMarks(marks, bins).map((mark, bin) => (
          <Bin
            key={bin}
            mark={mark}
            y={TOP + bin * pitch}
            pitch={pitch}
            look={zoneLook(steps[Math.floor((bin * steps.length) / bins)]?.zone?.kind)}
            lines={bins === steps.length && pitch > 14 ? linesOf(steps[bin]) : 0}
          />
        ))}
        {active >= 0 && <rect className="now" x="0" y={yOf(active)} width="3" height={Math.max(4, pitch)} />}
        <Viewport port={port} yOf={yOf} />
      </svg>
    </nav>
  );
}

function linesOf(step: { start: number; end: number } | undefined): number {
  return step === undefined ? 0 : Math.min(3, Math.ceil((step.end - step.start) / 76));
}

interface BinProps {
  mark: 'c' | 'r' | 'e' | 'u' | 'a';
  y: number;
  pitch: number;
  look: 'thinking' | 'tool' | 'answer';
  lines: number;
}

function Bin({ mark, y, pitch, look, lines }: BinProps) {
  const zone = { thinking: 'zt', tool: 'zo', answer: 'za' }[look];
  const middle = y + pitch / 2;
  const thick = Math.min(5, pitch - 2);
  return (
    <>
      <rect className={zone} x="0" y={y} width="3" height={Math.max(1, pitch - 1)} />
      {mark === 'u' || mark === 'a' ? (
        <rect className="un" x="12" y={middle - 1} width="2" height="2" />
      ) : (
        <rect
          className={`mk-${COLOUR[mark]}`}
          x="9"
          y={middle - thick / 2}
          width={lines > 0 ? LENGTH[mark] / 2 : LENGTH[mark]}
          height={thick}
        />
      )}
      {Array.from({ length: lines }, (_, i) => (
        <path
          key={i}
          className={mark === 'u' ? 'ln' : 'ln-d'}
          d={`M26 ${y + 4.5 + i * 6}h${i === lines - 1 && lines > 1 ? 22 : 34}`}
        />
      ))}
    </>
  );
}

/** Follows the list's scrolling without drawing the map again. */
function Viewport({ port, yOf }: { port: RefObject<ListPort | null>; yOf: (step: number) => number }) {
  const rect = useRef<SVGRectElement>(null);
  const place = useRef(yOf);
  useLayoutEffect(() => {
    place.current = yOf;
  });
  useLayoutEffect(() => {
    const list = port.current;
    if (list === null) return;
    const follow = () => {
      const { scroller } = list;
      const from = stepAt(scroller, 0);
      const to = stepAt(scroller, 1);
      if (rect.current === null || from === undefined || to === undefined) return;
      const y = place.current(from);
      rect.current.setAttribute('y', String(y));
      rect.current.setAttribute('height', String(Math.max(6, place.current(to + 1) - y)));
    };
    const frame = requestAnimationFrame(follow);
    list.scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      list.scroller.removeEventListener('scroll', follow);
    };
  });
  return <rect className="vp" ref={rect} x="1" width={WIDTH - 2} y="0" height="0" rx="2" />;
}

/** The first (0) or last (1) step of which something is in sight. */
function stepAt(scroller: HTMLElement, edge: 0 | 1): number | undefined {
  const { top, bottom } = scroller.getBoundingClientRect();
  const inSight = [...scroller.querySelectorAll<HTMLElement>('[data-step]')]
    .filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    })
    .map((row) => Number(row.dataset['step']))
    .sort((a, b) => a - b);
  return edge === 0 ? inSight[0] : inSight.at(-1);
}
