import { Scissors, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { previewSplit } from '../../app/previewSplit';
import { selectFile } from '../../app/selectFile';
import { NO_ANNOTATIONS } from '../../core/labels';
import { STRATEGIES, strategyOf } from '../../core/segment';
import type { StrategyId } from '../../core/segment';
import { Button, counted, grouped, Icon, Key, Note, Segmented, useActions, useApp } from '../parts';

/** `auto` was decided when the file was opened; what is pasted needs a text. */
const CHOICES = STRATEGIES.filter(({ id }) => id !== 'auto' && id !== 'pasted');

/** A longer text is counted only under the strategy that is chosen: each takes time. */
const MOST_COUNTED = 2_000_000;

/** Other steps for all traces of the problem or the file; says what becomes of the labels before it is done. */
export function SplitDrawer({ onLeave }: { onLeave: () => void }) {
  const actions = useActions();
  const open = useApp(({ reader }) => reader?.open);
  const inForce = useApp(({ reader }) => reader?.strategy.strategy);
  const rows = useApp((state) => (open === undefined ? 0 : (selectFile(state, open.file)?.rows ?? 0)));
  const [chosen, setChosen] = useState<string>();
  const [scope, setScope] = useState<'problem' | 'file'>('problem');
  if (open === undefined || inForce === undefined) return null;
  const id = (chosen ?? inForce) as StrategyId;
  const leave = () => {
    actions.showDrawer(undefined);
    onLeave();
  };
  const split = () => {
    if (id === inForce && scope === 'problem') return;
    actions.chooseSplit(strategyOf(id), scope);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  const many = scope === 'file' ? rows : open.attempts;
  return (
    // Esc goes one layer back from anywhere inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="drawer" aria-label="Split into steps" onKeyDown={onKeyDown}>
      <div className="drawer__h">
        <Icon of={Scissors} />
        <h2 className="medium grow nowrap">Split into steps</h2>
        <Button look="ghost" small iconOnly aria-label="Close" onClick={leave}>
          <Icon of={X} small />
        </Button>
      </div>
      <div className="drawer__b">
        <Choices id={id} onChoose={setChosen} onTake={split} />
        <Outcome id={id} />
        <section className="side__sec stack">
          <h3 className="h">Scope</h3>
          <Segmented
            label="Scope"
            small
            value={scope}
            options={[
              { value: 'problem', label: `this problem, ${grouped(open.attempts)}` },
              { value: 'file', label: `the file, ${grouped(rows)}` },
            ]}
            onChange={(value) => setScope(value as 'problem' | 'file')}
          />
          <p className="xs ink2">Never one trace alone: a shared beginning has to be cut alike in all.</p>
        </section>
      </div>
      <div className="drawer__f">
        <Button look="primary" onClick={split}>
          Split {counted(many, 'rollout')}
        </Button>
        <span className="grow" />
        <span className="xs ink3 nowrap">
          <Key>Z</Key> undoes it
        </span>
      </div>
    </aside>
  );
}

interface ChoicesProps {
  id: string;
  onChoose: (id: string) => void;
  onTake: () => void;
}

function Choices({ id, onChoose, onTake }: ChoicesProps) {
  const reader = useApp((state) => state.reader);
  const cuts = useApp(({ annotation }) => annotation.annotations.cuts);
  const inForce = reader?.strategy.strategy;
  const trace = reader?.open.trace;
  const list = useRef<HTMLDivElement>(null);
  const only = trace !== undefined && trace.raw.length > MOST_COUNTED ? id : undefined;
  const counts = useMemo(
    () =>
      new Map(
        CHOICES.map((choice) => [
          choice.id,
          trace === undefined || (only !== undefined && choice.id !== only)
            ? undefined
            : previewSplit(trace, strategyOf(choice.id), { ...NO_ANNOTATIONS, cuts }),
        ]),
      ),
    [trace, only, cuts],
  );
  const isOff = (choice: string) => choice === 'given' && trace?.given === undefined;
  const usable = CHOICES.filter((choice) => !isOff(choice.id));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      onTake();
    }
    if (by === undefined) return;
    event.preventDefault();
    const at = usable.findIndex((choice) => choice.id === id);
    const next = usable[(at + by + usable.length) % usable.length]!;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-choice="${next.id}"]`)?.focus();
  };
  return (
    <section className="side__sec side__sec--wide">
      <h3 className="h drawer__t">Strategy</h3>
      <div ref={list} role="radiogroup" aria-label="Strategy">
        {CHOICES.map((choice) => {
          const isOn = choice.id === id;
          const off = isOff(choice.id);
          return (
            // Arrow keys choose, Enter takes; a radio group is one tab stop.
            <div
              key={choice.id}
              data-choice={choice.id}
              className={`opt${isOn ? ' is-on' : ''}${off ? ' is-off' : ''}`}
              role="radio"
              aria-checked={isOn}
              aria-disabled={off}
              tabIndex={isOn ? 0 : -1}
              onClick={() => !off && onChoose(choice.id)}
              onKeyDown={onKeyDown}
            >
              <span className={isOn ? 'radio is-on' : 'radio'} />
              <span className={isOn ? 'medium' : ''}>
                {choice.title} {choice.id === inForce && <span className="tag">in force</span>}
              </span>
              <span className="num xs">{off ? '–' : (counts.get(choice.id)?.count ?? '')}</span>
              {(isOn || off) && (
                <span className="xs ink2">{off ? 'This file gives no steps.' : choice.because}</span>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** What becomes of the labels of this trace. */
function Outcome({ id }: { id: StrategyId }) {
  const trace = useApp(({ reader }) => reader?.open.trace);
  const annotations = useApp(({ annotation }) => annotation.annotations);
  const preview = useMemo(
    () => (trace === undefined ? undefined : previewSplit(trace, strategyOf(id), annotations)),
    [trace, id, annotations],
  );
  if (preview === undefined || preview.judged === 0) return null;
  const { judged, kept, near, tray } = preview;
  return (
    <section className="side__sec">
      <Note>
        Of {counted(judged, 'judgement')} here {grouped(kept)} keep their passage, {grouped(near)} move to a
        step that is nearly the same, {grouped(tray)} wait in the tray. None is changed.
      </Note>
    </section>
  );
}
