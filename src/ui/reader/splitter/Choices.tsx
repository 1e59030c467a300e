import { useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { MOST_PREVIEWED, previewSplit } from '../../../app/previewSplit';
import { NO_ANNOTATIONS } from '../../../core/labels';
import type { Strategy } from '../../../core/model';
import { STRATEGIES, strategyOf } from '../../../core/segment';
import type { StrategyId } from '../../../core/segment';
import { useApp } from '../../parts';

/** What `auto` decided is a preset. */
const CHOICES = STRATEGIES.filter(({ id }) => id !== 'auto');

interface Props {
  strategy: Strategy;
  isPasting: boolean;
  onChoose: (strategy: Strategy) => void;
  onPaste: () => void;
  onTake: () => void;
}

/** A radio group, one tab stop: arrows choose, Enter takes. */
export function Choices({ strategy, isPasting, onChoose, onPaste, onTake }: Props) {
  const inForce = useApp(({ reader }) => reader?.strategy.strategy);
  const trace = useApp(({ reader }) => reader?.open.trace);
  const list = useRef<HTMLDivElement>(null);
  const counts = useCounts(strategy);
  const chosen = isPasting ? 'pasted' : strategy.strategy;
  const isOff = (id: string) => id === 'given' && trace?.given === undefined;
  const usable = CHOICES.filter(({ id }) => !isOff(id));
  const choose = (id: StrategyId) => {
    if (id === 'pasted') onPaste();
    else if (id !== chosen) onChoose(strategyOf(id, shared(strategy)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      onTake();
    }
    if (by === undefined) return;
    event.preventDefault();
    const at = usable.findIndex(({ id }) => id === chosen);
    const next = usable[(at + by + usable.length) % usable.length]!;
    choose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-choice="${next.id}"]`)?.focus();
  };
  return (
    <section className="side__sec side__sec--wide">
      <h3 className="h drawer__t">Strategy</h3>
      <div ref={list} role="radiogroup" aria-label="Strategy">
        {CHOICES.map(({ id, title, because }) => {
          const isOn = id === chosen;
          const off = isOff(id);
          return (
            <div
              key={id}
              data-choice={id}
              className={`opt${isOn ? ' is-on' : ''}${off ? ' is-off' : ''}`}
              role="radio"
              aria-checked={isOn}
              aria-disabled={off}
              tabIndex={isOn ? 0 : -1}
              onClick={() => !off && choose(id)}
              onKeyDown={onKeyDown}
            >
              <span className={isOn ? 'radio is-on' : 'radio'} />
              <span className={isOn ? 'medium' : ''}>
                {title} {id === inForce && <span className="tag">in force</span>}
              </span>
              <span className="num xs">{off ? '–' : (counts.get(id) ?? '')}</span>
              {(isOn || off) && (
                <span className="xs ink2">{off ? 'This file gives no steps.' : because}</span>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The switches stay when another strategy is looked at; words and markers belong to one. */
function shared({ params }: Strategy): Record<string, unknown> {
  const names = ['joinFormulas', 'joinHeadings', 'joinShorter', 'lists', 'tags'];
  return Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));
}

/** Steps that each strategy would make of the trace, under the same switches. */
function useCounts(strategy: Strategy): ReadonlyMap<string, number> {
  const trace = useApp(({ reader }) => reader?.open.trace);
  const cuts = useApp(({ annotation }) => annotation.annotations.cuts);
  const switches = JSON.stringify(shared(strategy));
  return useMemo(() => {
    if (trace === undefined || trace.raw.length > MOST_PREVIEWED) return new Map<string, number>();
    const params = JSON.parse(switches) as Record<string, unknown>;
    const countable = CHOICES.filter(({ id }) => id !== 'pasted');
    return new Map(
      countable.map(({ id }) => [
        id,
        previewSplit(trace, strategyOf(id, params), { ...NO_ANNOTATIONS, cuts }).ranges.length,
      ]),
    );
  }, [trace, cuts, switches]);
}
