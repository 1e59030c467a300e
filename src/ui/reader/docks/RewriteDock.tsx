import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, UIEvent } from 'react';
import type { StepView } from '../../../app/state';
import { draftOf } from '../../../app/writing';
import { Button, counted, grouped, Key, KeyHint, useActions, useApp } from '../../parts';
import { StepText } from '../markdown';
import { judgementOf } from '../stepFacts';
import { wordDiff } from './wordDiff';
import type { DiffPart } from './wordDiff';

/** What was typed and not kept, by step: Esc gives the original back, `E` the draft. */
const drafts = new Map<string, string>();

/** The step as it should be, beside the original, which is never changed. */
export function RewriteDock({ onLeave }: { onLeave: () => void }) {
  const step = useApp(({ reader }) => reader?.steps[reader.active]);
  if (step === undefined) return null;
  return <Rewrite key={step.id} step={step} onLeave={onLeave} />;
}

function Rewrite({ step, onLeave }: { step: StepView; onLeave: () => void }) {
  const actions = useActions();
  const original = useApp(({ reader }) => reader?.open.trace.raw.slice(step.start, step.end) ?? '');
  const kept = useApp((state) => judgementOf(state, step.id)?.correction);
  const earlier = useApp((state) => draftOf(state, 'rewrite', step.id));
  const [text, setText] = useState(() => drafts.get(step.id) ?? earlier ?? kept ?? original);
  const [look, setLook] = useState<'words' | 'rendered'>('words');
  const [isDraft] = useState(() => drafts.has(step.id) || earlier !== undefined);
  const settled = useDeferredValue(text);
  const diff = useMemo(() => wordDiff(original, settled), [original, settled]);
  const change = (to: string) => {
    setText(to);
    drafts.set(step.id, to);
    actions.saveDraft(to);
  };
  const keep = () => {
    drafts.delete(step.id);
    actions.finishTyping(text);
    onLeave();
  };
  const leave = () => {
    const isAsBefore = text === (kept ?? original);
    if (isAsBefore) drafts.delete(step.id);
    // Kept as it was, it is no change, and nothing is left to offer.
    actions.finishTyping(isAsBefore ? text : undefined);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isKept = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.nativeEvent.isComposing || (!isKept && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isKept) keep();
    else leave();
  };
  return (
    // Its keys count in all of its parts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="dock dock--rewrite"
      role="group"
      aria-label={`Rewrite step ${step.index + 1}`}
      onKeyDown={onKeyDown}
    >
      <div className="dock__h">
        <span className="medium ink">Rewrite step {grouped(step.index + 1)}</span>
        <span className="hide-s clip">
          {isDraft ? 'as you left it, not kept yet' : 'the original is never changed'}
        </span>
        <span className="grow" />
        <span className="hide-m">
          {counted(diff.out, 'word')} out, {grouped(diff.in)} in
        </span>
        <Look look={look} onChange={setLook} />
      </div>
      <div className="dock__b">
        <div className="rw">
          <p className="xs ink3">Original</p>
          {look === 'rendered' ? (
            <StepText text={original} className="prose prose--sm" />
          ) : (
            <Diff parts={diff.original} gone />
          )}
        </div>
        <Field text={text} parts={diff.rewrite} rendered={look === 'rendered'} onChange={change} />
      </div>
      <div className="dock__f">
        <Button small look="primary" onClick={keep}>
          Keep <KeyHint command="write.keep" />
        </Button>
        <Button small onClick={leave}>
          Leave <Key>Esc</Key>
        </Button>
        <span className="grow" />
        <span className="xs ink3 hide-s">the same as the original: no rewrite</span>
      </div>
    </div>
  );
}

function Look({
  look,
  onChange,
}: {
  look: 'words' | 'rendered';
  onChange: (look: 'words' | 'rendered') => void;
}) {
  const chip = (which: 'words' | 'rendered', word: string) => (
    <button
      type="button"
      className={look === which ? 'chip is-on' : 'chip'}
      aria-pressed={look === which}
      onClick={() => onChange(which)}
    >
      {word}
    </button>
  );
  return (
    <span className="row hide-s">
      {chip('words', 'word diff')}
      {chip('rendered', 'rendered')}
    </span>
  );
}

function Diff({ parts, gone = false }: { parts: readonly DiffPart[]; gone?: boolean }) {
  return (
    <div className="rw__text" dir="auto">
      {parts.map(({ text, isChanged }, i) =>
        isChanged ? gone ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins> : text,
      )}
    </div>
  );
}

interface FieldProps {
  text: string;
  parts: readonly DiffPart[];
  rendered: boolean;
  onChange: (text: string) => void;
}

/** The marks lie behind the field, line for line. */
function Field({ text, parts, rendered, onChange }: FieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
    // Where typing begins; later the field is the person's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const follow = ({ currentTarget }: UIEvent) => {
    if (back.current !== null) back.current.scrollTop = currentTarget.scrollTop;
  };
  return (
    <div className="rw rw--field">
      <label className="xs ink3" htmlFor="rewrite">
        Rewrite
      </label>
      <div className={rendered ? 'rw__stack rw__stack--two' : 'rw__stack'}>
        {!rendered && (
          <div className="rw__back" ref={back} aria-hidden="true">
            <Diff parts={parts} />
          </div>
        )}
        <textarea
          id="rewrite"
          ref={field}
          className="rw__text rw__input"
          dir="auto"
          spellCheck={false}
          value={text}
          onScroll={follow}
          onChange={(event) => onChange(event.target.value)}
        />
        {rendered && <StepText text={text} className="prose prose--sm rw__shown" />}
      </div>
    </div>
  );
}
