import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { FindSlice } from '../../app/state';
import { Button, grouped, Icon, Key, useActions, useApp } from '../parts';
import { selectHitSteps } from './hitSteps';

/** Find in the trace, in the place of the tool bar. */
export function FindBar({ find, onLeave }: { find: FindSlice; onLeave: () => void }) {
  const actions = useActions();
  const field = useRef<HTMLInputElement>(null);
  const { text, matchCase, hits } = find;
  useLayoutEffect(() => {
    // One layer back from the list (Esc there) leaves the focus where it is; from here it goes to the list.
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = () => {
    actions.endFind();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else actions.goToHit(event.shiftKey ? -1 : 1);
  };
  return (
    <div className="bar-tool find" role="search" aria-label="Find in the trace">
      <label className="field find__field">
        <Icon of={Search} small />
        <input
          ref={field}
          className="find__input"
          type="text"
          aria-label="Find in the trace"
          placeholder="Find in the trace"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => actions.findText({ text: event.target.value, matchCase })}
          onKeyDown={onKeyDown}
        />
      </label>
      <span className="xs nowrap num" role="status">
        <Count find={find} />
      </span>
      <span className="row row--tight">
        <Button
          look="ghost"
          small
          iconOnly
          aria-label="Place found before"
          {...(hits.length === 0 ? { unavailable: 'Nothing is found.' } : {})}
          onClick={() => actions.goToHit(-1)}
        >
          <Icon of={ChevronUp} small />
          <span className="hide-s">
            <Key>⇧↵</Key>
          </span>
        </Button>
        <Button
          look="ghost"
          small
          iconOnly
          aria-label="Next place found"
          {...(hits.length === 0 ? { unavailable: 'Nothing is found.' } : {})}
          onClick={() => actions.goToHit(1)}
        >
          <Icon of={ChevronDown} small />
          <span className="hide-s">
            <Key>↵</Key>
          </span>
        </Button>
      </span>
      <span className="xs ink2 clip hide-l">
        <StepsWithHits />
      </span>
      <span className="grow" />
      <button
        type="button"
        className={matchCase ? 'chip is-on' : 'chip'}
        aria-pressed={matchCase}
        title="Capitals count"
        onClick={() => actions.findText({ text, matchCase: !matchCase })}
      >
        Aa<span className="sr"> capitals count</span>
      </button>
      <Button look="ghost" small iconOnly aria-label="Close find" onClick={leave}>
        <Icon of={X} small />
      </Button>
    </div>
  );
}

function Count({ find: { text, hits, at, state } }: { find: FindSlice }) {
  if (text.trim() === '') return <span className="ink2">in the text as the file has it</span>;
  if (hits.length === 0) return <>{state === 'searching' ? 'Looking…' : 'Not in this trace'}</>;
  const many = state === 'searching' ? '…' : state === 'more' ? ' and more' : '';
  return (
    <>
      <b className="strong">{grouped(at + 1)}</b> of {grouped(hits.length)}
      {many} here
    </>
  );
}

const NAMED = 12;
function StepsWithHits() {
  const steps = useApp(selectHitSteps);
  if (steps.length === 0) return null;
  const named = steps.slice(0, NAMED).map((index) => grouped(index + 1));
  const rest = steps.length - named.length;
  return (
    <>
      {steps.length === 1 ? 'step' : 'steps'} {named.join(', ')}
      {rest > 0 && ` and ${grouped(rest)} more`}
    </>
  );
}
