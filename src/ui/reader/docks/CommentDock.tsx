import { MessageSquare } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { draftOf } from '../../../app/writing';
import { Icon, Key, useActions, useApp } from '../../parts';
import { judgementOf } from '../stepFacts';

/** Where a comment is typed: under the list, so no step moves. One change when the field is left. */
export function CommentDock({ onLeave }: { onLeave: () => void }) {
  const step = useApp(({ reader }) =>
    reader?.typing === 'comment' ? reader.steps[reader.active] : undefined,
  );
  if (step === undefined) return null;
  return <Field key={step.id} index={step.index} onLeave={onLeave} />;
}

function Field({ index, onLeave }: { index: number; onLeave: () => void }) {
  const actions = useActions();
  const before = useApp((state) => {
    const step = state.reader?.steps[index];
    return step === undefined ? '' : (judgementOf(state, step.id)?.comment ?? '');
  });
  const draft = useApp((state) => {
    const step = state.reader?.steps[index];
    return step && draftOf(state, 'comment', step.id);
  });
  const [text, setText] = useState(draft ?? before);
  const field = useRef<HTMLTextAreaElement>(null);
  const unwritten = useRef<string>(undefined);
  const finish = (then?: () => void) => {
    unwritten.current = undefined;
    actions.finishTyping(text);
    then?.();
  };
  useEffect(() => {
    field.current?.focus();
    return () => {
      // Typing was ended from elsewhere (Esc by the page's keys): what was written is kept all the same.
      if (unwritten.current !== undefined) actions.finishTyping(unwritten.current);
      unwritten.current = undefined;
    };
  }, [actions]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.nativeEvent.isComposing || (!isDone && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    finish(onLeave);
  };
  return (
    <div className="dock dock--comment">
      <label className="dock__h" htmlFor="comment">
        <Icon of={MessageSquare} small />
        Comment on step {index + 1}
        <span className="grow" />
        <Key>Ctrl ↵</Key> or <Key>Esc</Key> keeps it, back to the keys
      </label>
      <textarea
        id="comment"
        ref={field}
        className="field field--area dock__field"
        rows={3}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          unwritten.current = event.target.value;
          actions.saveDraft(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish()}
      />
    </div>
  );
}
