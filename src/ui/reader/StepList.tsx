import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import { noteSeen } from '../../app/finishNotes';
import type { ReaderSlice } from '../../app/state';
import { useActions, useApp } from '../parts';
import { heightEstimates } from './estimateHeight';
import { itemsOfSteps, zoneLook } from './listItems';
import type { ListItem } from './listItems';
import { PassiveRow, ZoneRow } from './PassiveRow';
import { rawAtPoint, selectedByHand } from './spans';
import { judgementOf } from './stepFacts';
import { heightInLayout, lastListRect, observeListRect, startOffset } from './listLayout';
import { stepClass, StepRow } from './StepRow';
import { TraceEnd } from './TraceEnd';
import { useHits } from './useHits';
import { usePrepared } from './usePrepared';
import { useThirdScroll } from './useThirdScroll';
import type { ListVirtualizer } from './useThirdScroll';

/** What the map of the trace needs to know of the list. */
export interface ListPort {
  scroller: HTMLDivElement;
  /** First and last step of which something is in sight; asks the list, not the layout. */
  stepsInSight(): [first: number, last: number] | undefined;
  /** Scrolls a step to the middle; the cursor stays where it is. */
  showStep(step: number): void;
}
interface Props {
  reader: Pick<ReaderSlice, 'open' | 'steps'>;
  items: readonly ListItem[];
  port: Ref<ListPort | null>;
}

const AFTER_FIRST_PAINT_MS = 200;

export const stepElementId = (index: number) => `step-${index + 1}`;

/** The steps of a trace; only what is in sight exists. The list is one tab stop: the keys move an active
 *  item (aria-activedescendant), so focus never leaves it and ten thousand steps cost no tab presses. */
export function StepList({ reader, items, port }: Props) {
  const active = useApp((state) => state.reader?.active ?? -1);
  const mode = useApp(({ reader: now }) => now?.mode);
  const actions = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const { raw } = reader.open.trace;
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_FIRST_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  const place = itemsOfSteps(items)[active] ?? -1;
  // This and the keys keep their identity between key presses: a new one makes the list measure every item again.
  const estimateSize = useMemo(() => heightEstimates(items, raw), [items, raw]);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    // As large as the last list was, and where it will stay: the rows in sight are in the first render.
    initialRect: lastListRect(),
    observeElementRect: observeListRect,
    initialOffset: () => startOffset(estimateSize, place),
    measureElement: heightInLayout,
    // A row that turns out taller moves those below without drawing any of them again.
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    estimateSize,
    getItemKey: useCallback((i: number) => items[i]!.key, [items]),
    // The first paint waits for nothing below the edge.
    overscan: isPainted ? 1 : 0,
  });
  const isAtHit = useApp(({ reader: now }) => (now?.find?.at ?? -1) >= 0);
  const stayInPlace = useThirdScroll(virtualizer, scroller, place, isAtHit);
  useHits(virtualizer, scroller, items);
  useImperativeHandle(
    port,
    () => ({
      scroller: scroller.current!,
      stepsInSight: () => stepsInSight(virtualizer, items),
      showStep: (step) => showItem(virtualizer, itemsOfSteps(items)[step] ?? 0),
    }),
    [virtualizer, items],
  );
  useLayoutEffect(() => {
    // A new trace, or the way back from the tree: the keys act at once, but nobody's typing is interrupted.
    if (document.activeElement === null || document.activeElement === document.body) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, []);
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  useEffect(() => {
    const inSight = items.slice(startIndex, endIndex + 1);
    noteSeen(inSight.flatMap((item) => (item.kind === 'step' ? [item.step] : [])));
  }, [items, startIndex, endIndex]);
  usePrepared(items, endIndex, raw);
  const sticky = headerBefore(items, virtualizer.range?.startIndex ?? 0);
  const select = () => {
    if (mode === 'cut') return;
    const found = selectedByHand(reader.steps, raw);
    if (found === undefined) return;
    stayInPlace();
    actions.selectText(found.step, found.range);
  };
  /** Out of a wide formula, where the arrows scroll. */
  const leaveWide = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape' || (event.target as Element).closest('[data-keys="wide"]') === null) return;
    event.stopPropagation();
    event.currentTarget.focus({ preventScroll: true });
  };
  const point = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = target.closest('[data-step]')?.getAttribute('data-step');
    if (at === null || at === undefined) return;
    if (Number(at) === active) {
      const text = target.closest('.step__text');
      const step = reader.steps[active];
      if (mode !== 'cut' || text === null || step === undefined || target.closest('button') !== null) return;
      const offset = rawAtPoint(text, raw.slice(step.start, step.end), event.clientX, event.clientY);
      if (offset !== undefined) actions.pointCut(step.start + offset);
      return;
    }
    stayInPlace();
    actions.activate(Number(at));
  };
  return (
    // A group may be focused and name an active descendant (ARIA 1.2); a listbox would hide tables and formulas.
    // Its keys are commands: the page's one key handler runs them where data-keys says so.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      className="steps"
      data-keys={mode === 'cut' || mode === 'pick' ? mode : 'steps'}
      role="group"
      aria-label="Steps"
      // Said above: a group with an active descendant is focused itself.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-activedescendant={active < 0 ? undefined : stepElementId(active)}
      onKeyDown={leaveWide}
      onMouseDown={keepFocus}
      onMouseUp={select}
      onClick={point}
    >
      <ol className="steps__in" ref={virtualizer.containerRef}>
        <StuckZone item={items[sticky]} />
        {virtualizer
          .getVirtualItems()
          .map(
            ({ index }) =>
              index !== sticky && (
                <Row
                  key={items[index]!.key}
                  item={items[index]!}
                  index={index}
                  steps={reader.steps.length}
                  measure={virtualizer.measureElement}
                />
              ),
          )}
      </ol>
    </div>
  );
}

/** A click on a button inside must not take the focus from the list: its keys would stop acting. */
function keepFocus(event: MouseEvent<HTMLDivElement>): void {
  if ((event.target as Element).closest('button') === null) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

function stepsInSight(
  virtualizer: ListVirtualizer,
  items: readonly ListItem[],
): [number, number] | undefined {
  const top = virtualizer.scrollOffset ?? 0;
  const bottom = top + (virtualizer.scrollRect?.height ?? 0);
  const seen = virtualizer.getVirtualItems().flatMap(({ index, start, end }) => {
    const item = items[index];
    return item?.kind === 'step' && end > top && start < bottom ? [item.step.index] : [];
  });
  return seen.length === 0 ? undefined : [Math.min(...seen), Math.max(...seen)];
}

function showItem({ scrollElement, scrollRect, measurementsCache }: ListVirtualizer, at: number): void {
  const item = measurementsCache[at];
  if (scrollElement === null || item === undefined) return;
  scrollElement.scrollTop = Math.round(item.start + item.size / 2 - (scrollRect?.height ?? 0) / 2);
}

function headerBefore(items: readonly ListItem[], from: number): number {
  for (let i = Math.min(from, items.length - 1); i >= 0; i--) if (items[i]?.kind === 'zone') return i;
  return -1;
}

/** The header of the zone that the first row in sight lies in; it stays at the top, so the list does not place it. */
function StuckZone({ item }: { item: ListItem | undefined }) {
  if (item?.kind !== 'zone') return null;
  return (
    <li key={item.key} className={`zone zone--${zoneLook(item.zone)} zone--stuck`}>
      <ZoneRow item={item} />
    </li>
  );
}

interface RowProps {
  item: ListItem;
  index: number;
  steps: number;
  /** Where it stands is written by the list, not by React. */
  measure: (node: HTMLLIElement | null) => void;
}

const Row = memo(function Row({ item, index, steps, measure }: RowProps) {
  const common = { ref: measure, 'data-index': index };
  switch (item.kind) {
    case 'zone':
      return (
        <li {...common} className={`vrow zone zone--${zoneLook(item.zone)}`}>
          <ZoneRow item={item} />
        </li>
      );
    case 'step':
      return <StepItemRow {...{ item, index, steps, measure }} />;
    case 'passive':
      return (
        <li
          {...common}
          className={`vrow step step--marker step--${item.what === 'result' ? 'tool' : 'answer'} step--${item.what}`}
        >
          <PassiveRow item={item} />
        </li>
      );
    case 'end':
      return (
        <li {...common} className="vrow trace-end">
          <TraceEnd />
        </li>
      );
  }
});

interface StepItemProps extends Omit<RowProps, 'item'> {
  item: Extract<ListItem, { kind: 'step' }>;
}

function StepItemRow({ item: { step }, index, steps, measure }: StepItemProps) {
  const isActive = useApp((state) => state.reader?.active === step.index);
  const isJudged = useApp(
    useCallback((state) => judgementOf(state, step.id)?.verdict !== undefined, [step.id]),
  );
  return (
    <li
      ref={measure}
      id={stepElementId(step.index)}
      data-index={index}
      data-step={step.index}
      className={`vrow ${stepClass(step, isActive, isJudged)}`}
      aria-current={isActive ? 'step' : undefined}
      aria-posinset={step.index + 1}
      aria-setsize={steps}
    >
      <StepRow step={step} />
    </li>
  );
}
