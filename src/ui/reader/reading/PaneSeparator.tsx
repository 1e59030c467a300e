import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { PANE_PX, selectReading, withReading } from '../../../app/readingSettings';
import { useApp, useStepmark } from '../../parts';

interface Props {
  pane: 'problemPx' | 'drawerPx';
  label: string;
  /** On which side of the line its pane lies. */
  side: 'left' | 'right';
  /** Width without a person's choice. */
  usual: number;
}

/** The line between a pane and the steps: dragged, or moved by the arrow keys; Enter and a double click put it back. */
export function PaneSeparator({ pane, label, side, usual }: Props) {
  const app = useStepmark();
  const kept = useApp((state) => selectReading(state)[pane]);
  const [dragged, setDragged] = useState<number>();
  const from = useRef<{ x: number; px: number }>(undefined);
  const px = kept ?? usual;
  const outward = side === 'left' ? 1 : -1;
  const within = (wanted: number) =>
    Math.round(Math.min(PANE_PX.most, window.innerWidth * 0.4, Math.max(PANE_PX.least, wanted)));
  const keep = (width: number | undefined) =>
    app.actions.changeSettings(withReading(app.store.getState(), { [pane]: width }));
  const show = (width: number) => {
    setDragged(width);
    const name = pane === 'problemPx' ? '--w-problem' : '--w-drawer';
    document.querySelector<HTMLElement>('.reader')?.style.setProperty(name, `${width}px`);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    // As wide as it is: a narrow window gives panes less than was chosen.
    const { previousElementSibling, nextElementSibling } = event.currentTarget;
    const pane = side === 'left' ? previousElementSibling : nextElementSibling;
    from.current = { x: event.clientX, px: pane?.getBoundingClientRect().width ?? px };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current === undefined) return;
    show(within(from.current.px + outward * (event.clientX - from.current.x)));
  };
  const onPointerUp = () => {
    if (dragged !== undefined) keep(dragged);
    from.current = undefined;
    setDragged(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: outward, ArrowLeft: -outward }[event.key];
    if (by !== undefined) keep(within(px + by * PANE_PX.step));
    else if (event.key === 'Enter') keep(undefined);
    else return;
    event.preventDefault();
  };
  return (
    // The window splitter of the ARIA practices: a separator that has a value may be focused.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={`panesep panesep--${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={dragged ?? px}
      aria-valuemin={PANE_PX.least}
      aria-valuemax={PANE_PX.most}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={() => keep(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
