import { Minus, Plus, Settings2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { FONT_PX, MEASURE_PX, selectReading, withReading } from '../../../app/readingSettings';
import type { ReadingSettings } from '../../../app/readingSettings';
import { Button, Icon, KeyHint, useApp, useStepmark } from '../../parts';

/** Text size, line length and what is drawn: behind one button of the tool bar. */
export function ReadingMenu() {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    // Escape closes it from any of its controls.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className="readmenu" ref={box} onKeyDown={onKeyDown}>
      <Button
        look="ghost"
        small
        iconOnly
        aria-label="Reading settings"
        title="Reading settings"
        aria-expanded={isOpen}
        aria-controls={id}
        on={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={Settings2} small />
      </Button>
      {isOpen && (
        <div className="pop readmenu__in" id={id} role="group" aria-label="Reading settings">
          <Controls />
        </div>
      )}
    </span>
  );
}

function Controls() {
  const app = useStepmark();
  const reading = useApp(selectReading);
  const set = (change: Partial<ReadingSettings>) =>
    app.actions.changeSettings(withReading(app.store.getState(), change));
  const box = (key: 'thinkingMarkdown' | 'wrap', words: string) => (
    <label className="readmenu__row">
      <input type="checkbox" checked={reading[key]} onChange={() => set({ [key]: !reading[key] })} />
      {words}
    </label>
  );
  return (
    <>
      <Stepper
        title="Text"
        value={`${reading.fontPx} px`}
        isLeast={reading.fontPx <= FONT_PX.least}
        isMost={reading.fontPx >= FONT_PX.most}
        onStep={(by) => app.run(by > 0 ? 'read.larger' : 'read.smaller')}
      />
      <Stepper
        title="Line"
        value={`${reading.measurePx} px`}
        isLeast={reading.measurePx <= MEASURE_PX.least}
        isMost={reading.measurePx >= MEASURE_PX.most}
        onStep={(by) => app.run(by > 0 ? 'read.wider' : 'read.narrower')}
      />
      {box('thinkingMarkdown', 'Markdown in thinking')}
      {box('wrap', 'Wrap code and raw text')}
      <button type="button" className="readmenu__row readmenu__b" onClick={() => app.run('step.copy')}>
        <span className="grow">Copy the active step as it stands</span>
        <KeyHint command="step.copy" />
      </button>
      <button type="button" className="readmenu__row readmenu__b" onClick={() => app.run('read.focus')}>
        <span className="grow">{reading.focus ? 'Leave focus' : 'Focus: the steps alone'}</span>
        <KeyHint command="read.focus" />
      </button>
    </>
  );
}

interface StepperProps {
  title: string;
  value: string;
  isLeast: boolean;
  isMost: boolean;
  onStep: (by: 1 | -1) => void;
}

function Stepper({ title, value, isLeast, isMost, onStep }: StepperProps) {
  return (
    <div className="readmenu__row" role="group" aria-label={title}>
      <span className="grow">{title}</span>
      <Button
        small
        iconOnly
        aria-label={`${title}: less`}
        unavailable={isLeast ? 'This is the least.' : undefined}
        onClick={() => onStep(-1)}
      >
        <Icon of={Minus} small />
      </Button>
      <output className="num readmenu__value">{value}</output>
      <Button
        small
        iconOnly
        aria-label={`${title}: more`}
        unavailable={isMost ? 'This is the most.' : undefined}
        onClick={() => onStep(1)}
      >
        <Icon of={Plus} small />
      </Button>
    </div>
  );
}
