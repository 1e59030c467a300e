import { memo, useDeferredValue, useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { selectLoops, selectOutline, type OutlinePart } from '../../../app/outline';
import { selectMarks } from '../../../app/selectProgress';
import type { VerdictMark } from '../../../core/labels';
import { counted, grouped, KeyHint, useActions, useApp, VerdictStrip } from '../../parts';
import { zoneTitle } from '../listItems';

const STRIP_PX = 40;

/** The parts of a long trace; one tab stop, arrows walk, Enter goes there. */
export function Outline() {
  const parts = useApp(selectOutline);
  const marks = useDeferredValue(useApp(selectMarks));
  // As words, which are equal when nothing in the part has changed: its strip is not drawn again.
  const strips = useMemo(() => parts.map(({ from, to }) => marks.slice(from, to).join('')), [parts, marks]);
  const active = useApp(({ reader }) => reader?.active ?? -1);
  const actions = useActions();
  if (parts.length < 2) return null;
  const current = parts.findLastIndex(({ from, to }) => from <= active && active < to);
  const isWithin = parts.some(({ title }) => title !== undefined);
  const stop = Math.max(0, current);
  return (
    <section className="side__sec stack outline">
      <div className="row">
        <h2 className="h grow">Outline</h2>
        <span className="xs ink3">
          <KeyHint command="move.previousPart" /> <KeyHint command="move.nextPart" />
          {isWithin && <span className="hide-l"> parts begin at a turn of thought</span>}
        </span>
      </div>
      {/* Arrows move between the buttons, as in a list of options. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol className="rollouts outline__list" aria-label="Outline" onKeyDown={walk}>
        {parts.map((part, i) => (
          <li
            key={`${part.from} ${part.title ?? ''}`}
            className={i === current ? 'is-on' : undefined}
            aria-current={i === current ? 'true' : undefined}
          >
            <Part part={part} tabIndex={i === stop ? 0 : -1} onGo={() => actions.activate(part.from)} />
            {part.title !== undefined && <PartStrip marks={strips[i]!} />}
          </li>
        ))}
      </ol>
      <Facts />
    </section>
  );
}

const PartStrip = memo(function PartStrip({ marks }: { marks: string }) {
  return <VerdictStrip marks={marks.split('') as VerdictMark[]} maxWidth={STRIP_PX} />;
});

interface PartProps {
  part: OutlinePart;
  tabIndex: number;
  onGo: () => void;
}

function Part({ part: { from, to, zone, title }, tabIndex, onGo }: PartProps) {
  const isOne = to - from === 1;
  return (
    <button type="button" className="linkish outline__go" tabIndex={tabIndex} onClick={onGo}>
      {title === undefined ? (
        <span className="medium ink clip grow">{zoneTitle(zone)}</span>
      ) : (
        <bdi className="clip grow">“{title}”</bdi>
      )}
      <span className="num">
        {title === undefined
          ? grouped(to - from)
          : isOne
            ? grouped(to)
            : `${grouped(from + 1)}–${grouped(to)}`}
      </span>
    </button>
  );
}

function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  buttons[buttons.indexOf(event.target as HTMLButtonElement) + by]?.focus();
  event.preventDefault();
}

function Facts() {
  const marks = useDeferredValue(useApp(selectMarks));
  const loops = useApp(selectLoops);
  const actions = useActions();
  const errors = marks.filter((mark) => mark === 'e').length;
  const first = marks.indexOf('e');
  const repeated = loops.reduce((sum, { period, times }) => sum + period * (times - 1), 0);
  const goTo = (step: number) => (
    <button type="button" className="linkish outline__to num" onClick={() => actions.activate(step)}>
      {grouped(step + 1)}
    </button>
  );
  return (
    <dl className="outline__facts xs">
      <dt>Judged</dt>
      <dd className="num">
        {grouped(marks.filter((mark) => mark !== 'u').length)} of {grouped(marks.length)}
      </dd>
      {first >= 0 && (
        <>
          <dt>Erroneous</dt>
          <dd className="num">
            {grouped(errors)}, the first at {goTo(first)}
          </dd>
        </>
      )}
      {loops.length > 0 && (
        <>
          <dt>Repeated</dt>
          <dd>
            {counted(repeated, 'step')} in {counted(loops.length, 'loop')}, the first at{' '}
            {goTo(loops[0]!.from)}
          </dd>
        </>
      )}
    </dl>
  );
}
