import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Protocol } from '../../core/model';
import { Button, KeyHint, Segmented, useActions } from '../parts';

interface Props {
  protocol: Protocol;
  isInUse: boolean;
  onSaved: (protocol: Protocol) => void;
}

/** The rules as switches. */
export function ProtocolEditor({ protocol, isInUse, onSaved }: Props) {
  const actions = useActions();
  const [draft, setDraft] = useState(protocol);
  const isChanged = draft !== protocol;
  const save = () => {
    actions.saveProtocol(draft, isInUse);
    onSaved(draft);
  };
  const yesNo = (
    field: 'correctionClears' | 'flagPropagated' | 'bulk' | 'carryAncestors',
    label: string,
    yes: string,
    no: string,
    words: ReactNode,
  ) => (
    <Switch label={label} words={words}>
      <Segmented
        label={label}
        small
        value={draft[field] ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
        onChange={(value) => setDraft({ ...draft, [field]: value === 'yes' })}
      />
    </Switch>
  );
  return (
    <aside className="packs__rules" aria-label={`Protocol ${protocol.id}`}>
      <div className="row row--wrap">
        <h2 className="h grow">Protocol: {protocol.id}</h2>
        {isChanged ? (
          <>
            <Button small onClick={() => setDraft(protocol)}>
              Discard
            </Button>
            <Button
              small
              look="primary"
              unavailable={draft.id.trim() === '' ? 'Give it a name first.' : undefined}
              onClick={save}
            >
              {isInUse ? 'Save and use' : 'Save'}
            </Button>
          </>
        ) : (
          <Button
            small
            unavailable={isInUse ? 'This protocol is in use.' : undefined}
            onClick={() => actions.takeProtocol(protocol)}
          >
            Use this protocol
          </Button>
        )}
      </div>
      <label className="stack stack--tight">
        <span className="medium">Name</span>
        <input
          className="field"
          value={draft.id}
          onChange={(event) => setDraft({ ...draft, id: event.target.value })}
        />
      </label>
      <Switch
        label="After the first error"
        words={
          <>
            Stop: <KeyHint command="judge.erroneous" /> stays and offers <KeyHint command="trace.finish" />;
            later steps are not judged, not wrong.
          </>
        }
      >
        <Segmented
          label="After the first error"
          small
          value={draft.afterFirstError}
          options={[
            { value: 'stop', label: 'stop' },
            { value: 'judge', label: 'judge on' },
          ]}
          onChange={(afterFirstError) => setDraft({ ...draft, afterFirstError })}
        />
      </Switch>
      {yesNo(
        'correctionClears',
        'A later correction',
        'clears',
        'does not clear',
        <>
          <KeyHint command="hindsight.correctedAt" /> names the step that corrects it; the verdict stays.
          Cleared, it is not the first error: judging goes on behind it.
        </>,
      )}
      {yesNo(
        'flagPropagated',
        'Follows from an error',
        'own flag',
        'erroneous',
        <>
          <KeyHint command="judge.propagated" /> says it in one key, in every pack, and exports of numbers
          mask it.
        </>,
      )}
      <Switch label="Hints" words="Scores and labels of the file. Revealing asks once and is logged.">
        <Segmented
          label="Hints"
          small
          value={draft.hints}
          options={[
            { value: 'shown', label: 'shown' },
            { value: 'afterVerdict', label: 'after verdict' },
            { value: 'never', label: 'never' },
          ]}
          onChange={(hints) => setDraft({ ...draft, hints })}
        />
      </Switch>
      <Switch
        label="Scope"
        words="Which steps must be judged before a trace is finished; F and A keep to them."
      >
        <Segmented
          label="Scope"
          small
          value={draft.scope}
          options={[
            { value: 'all', label: 'all' },
            { value: 'upToFirstError', label: 'first error' },
            { value: 'thinking', label: 'thinking' },
          ]}
          onChange={(scope) => setDraft({ ...draft, scope })}
        />
      </Switch>
      {yesNo('bulk', 'Bulk keys', 'on', 'off', 'F and A; what they set is marked bulk.')}
      {yesNo(
        'carryAncestors',
        'Correct carries the steps before',
        'on',
        'off',
        'In the tree: judging a step correct also judges its unjudged ancestors, marked bulk.',
      )}
    </aside>
  );
}

function Switch({ label, words, children }: { label: string; words: ReactNode; children: ReactNode }) {
  return (
    <div className="stack stack--tight">
      <span className="medium">{label}</span>
      <span>{children}</span>
      <p className="xs ink2">{words}</p>
    </div>
  );
}
