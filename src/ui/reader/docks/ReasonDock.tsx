import { Flag } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Icon, Key, useActions, useApp } from '../../parts';

const WORDS = { bad_problem: 'Bad problem: what is wrong with it?', give_up: 'Giving up: why?' } as const;

/** Why a trace is set aside. The reason may be left out; Enter finishes, Esc goes back. */
export function ReasonDock({ how, onLeave }: { how: 'bad_problem' | 'give_up'; onLeave: () => void }) {
  const actions = useActions();
  const said = useApp(({ reader, annotation }) => {
    const text = reader && annotation.annotations.texts.get(reader.open.trace.text);
    return text?.finish === how ? (text.comment ?? '') : '';
  });
  const [reason, setReason] = useState(said);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = (kept: string | undefined) => {
    actions.finishTyping(kept);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.key === 'Enter' ? reason : undefined);
  };
  return (
    <div className="dock dock--comment">
      <label className="dock__h" htmlFor="reason">
        <Icon of={Flag} small />
        {WORDS[how]}
        <span className="ink3">optional</span>
        <span className="grow" />
        <Key>↵</Key> sets the trace aside <Key>Esc</Key> back
      </label>
      <div className="row dock__line">
        <input
          id="reason"
          ref={field}
          className="field dock__field"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button small look="primary" onClick={() => leave(reason)}>
          Set aside
        </Button>
      </div>
    </div>
  );
}
