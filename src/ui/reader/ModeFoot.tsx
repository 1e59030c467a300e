import { Keyboard, Link2, TextSelect } from 'lucide-react';
import type { StepView } from '../../app/state';
import { grouped, Icon, Key, KeyHint, useApp } from '../parts';

const TYPED = {
  comment: 'a comment',
  rewrite: 'a rewrite',
  bad_problem: 'a reason',
  give_up: 'a reason',
} as const;

/** While a field has the keys. */
export function TypingFoot() {
  const typing = useApp(({ reader }) => reader?.typing);
  return (
    <div className="step__foot">
      <Icon of={Keyboard} small />
      Typing {TYPED[typing ?? 'comment']}: letters and numbers are text. <Key>Esc</Key> back to the keys
    </div>
  );
}

/** While a step is picked: what Enter would say. */
export function PickFoot({ step }: { step: StepView }) {
  const picking = useApp(({ reader }) => reader?.picking);
  if (picking === undefined) return null;
  const isBefore = picking.what === 'correctedAt' && step.index <= picking.wrong;
  return (
    <div className="step__foot">
      <Icon of={Link2} small />
      {isBefore ? (
        <span>A correction comes after step {grouped(picking.wrong + 1)}: go further on</span>
      ) : (
        <span>
          <KeyHint command="pick.here" />{' '}
          {picking.what === 'correctedAt'
            ? `step ${grouped(picking.wrong + 1)} is corrected here`
            : 'the trace could have stopped here'}
        </span>
      )}
    </div>
  );
}

/** What is selected, beside the verdicts: the next `3` keeps it. */
export function SelectionHint({ text }: { text: string }) {
  return (
    <span className="vc__more hide-s sel">
      <Icon of={TextSelect} small />
      <q className="sel__q" dir="auto">
        {text.replaceAll(/\s+/g, ' ')}
      </q>
      <span className="nowrap">
        <KeyHint command="judge.erroneous" /> keeps it as the error <Key>Esc</Key> drops it
      </span>
    </span>
  );
}
