import { useState } from 'react';
import { packFaults } from '../../core/labels/packs';
import type { LabelPack, Verdict } from '../../core/model';
import { Button, Note, useActions } from '../parts';
import { CategoryTable } from './CategoryTable';
import { RatingsAndTags } from './RatingsAndTags';

const VERDICTS: readonly Verdict[] = ['erroneous', 'redundant', 'correct'];

interface Props {
  pack: LabelPack;
  isInUse: boolean;
  onSaved: (pack: LabelPack) => void;
}

/** A pack is never changed: a draft is saved as another one, and labels stay with the one they were made under. */
export function PackEditor({ pack, isInUse, onSaved }: Props) {
  const actions = useActions();
  const [draft, setDraft] = useState(pack);
  const faults = draft === pack ? [] : packFaults(draft);
  const save = () => {
    actions.savePack(draft, isInUse);
    onSaved(draft);
  };
  return (
    <section className="packs__main" aria-label={`Pack ${pack.id}`}>
      <div className="row row--wrap packs__top">
        <h1 className="lg medium">{pack.id}</h1>
        {draft !== pack && <span className="tag">draft</span>}
        <span className="grow" />
        {draft === pack ? (
          <Button
            look="primary"
            unavailable={isInUse ? 'This pack is in use.' : undefined}
            onClick={() => actions.takePack(pack)}
          >
            Use this pack
          </Button>
        ) : (
          <>
            <Button onClick={() => setDraft(pack)}>Discard the draft</Button>
            <Button look="primary" unavailable={faults[0]} onClick={save}>
              {isInUse ? 'Save and use' : 'Save'}
            </Button>
          </>
        )}
      </div>
      {faults.length > 0 && (
        <Note tone="warn" alert>
          {faults.join(' ')}
        </Note>
      )}
      <Note>
        Labels stay with the pack and protocol they were made under, and are there again when those are chosen
        again. Three verdicts are fixed.
      </Note>
      <label className="packs__name">
        <span className="h">Name</span>
        <input
          className="field"
          value={draft.id}
          onChange={(event) => setDraft({ ...draft, id: event.target.value })}
        />
      </label>
      {VERDICTS.map((verdict) => (
        <CategoryTable key={verdict} verdict={verdict} pack={draft} onChange={setDraft} />
      ))}
      <RatingsAndTags pack={draft} onChange={setDraft} />
      <label className="stack stack--tight">
        <span className="h">Guideline, Markdown; H opens it beside the work</span>
        <textarea
          className="field field--area packs__guide"
          rows={16}
          value={draft.guideline}
          onChange={(event) => setDraft({ ...draft, guideline: event.target.value })}
        />
      </label>
    </section>
  );
}
