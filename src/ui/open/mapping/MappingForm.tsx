import { Download } from 'lucide-react';
import type { FormEvent } from 'react';
import type { FileSummary, MappingSlice } from '../../../app/state';
import type { Mapping } from '../../../core/model';
import { Button, Icon, Key, Note, useActions } from '../../parts';
import { Previews } from '../Previews';
import { BaseQuestion } from './BaseQuestion';
import { FieldRows } from './FieldRows';
import { JsonPart } from './JsonPart';
import { LabelsPart } from './LabelsPart';
import { MappingSide } from './MappingSide';
import './mapping.css';

interface Props {
  slice: MappingSlice;
  /** How it was read so far; undefined: it could not be. */
  file: FileSummary | undefined;
}

/** Which field of the file is what: every correction shows at once what it makes of the first records. */
export function MappingForm({ slice, file }: Props) {
  const { openWithMapping } = useActions();
  const { mapping, preview, failed } = slice;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    openWithMapping();
  };
  return (
    <main className="main op">
      <form className="op__l" aria-label="Which field is what" onSubmit={submit}>
        <div className="op__in stack stack--loose">
          <Head slice={slice} file={file} />
          {failed !== undefined && (
            <Note tone="fail" alert>
              {failed}
            </Note>
          )}
          {mapping !== undefined && <Fields slice={slice} mapping={mapping} />}
          {preview !== undefined && <Previews records={preview.records} />}
        </div>
      </form>
      <MappingSide slice={slice} file={file} />
    </main>
  );
}

function Head({ slice, file }: Props) {
  const { saveMapping, exportMapping, changeMapping, leaveMapping } = useActions();
  const { mapping, preview, name, isSaved } = slice;
  const wrong = preview?.wrong ?? (preview?.traces === 0 ? 'No trace is read yet.' : undefined);
  const unavailable = mapping === undefined ? 'The first records are being read.' : wrong;
  return (
    <div className="prog">
      <h1 className="h h--screen">Which field is what?</h1>
      <div className="row row--wrap">
        <Button look="ghost" onClick={leaveMapping}>
          Back
        </Button>
        <Button onClick={saveMapping} unavailable={unavailable}>
          {isSaved === true ? 'Saved' : 'Save mapping'}
        </Button>
        <Button onClick={exportMapping} unavailable={mapping === undefined ? unavailable : undefined}>
          <Icon of={Download} small />
          Export
        </Button>
        <Button look="primary" type="submit" unavailable={unavailable}>
          Open with this mapping <Key>↵</Key>
        </Button>
      </div>
      <p className="ink2 map__why">
        {file === undefined || (file.mapping !== undefined && file.chosenBy === undefined)
          ? `No known format fits ${name}.`
          : `${name} is read as ${file.formatTitle}.`}{' '}
        The fields below are filled in from their names and contents. Check the first records, correct what is
        wrong.
      </p>
      {mapping !== undefined && (
        <label className="row map__name">
          Name of the mapping
          <input
            className="field grow"
            value={mapping.name}
            onChange={(event) => changeMapping({ ...mapping, name: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}

function Fields({ slice, mapping }: { slice: MappingSlice; mapping: Mapping }) {
  const { changeMapping } = useActions();
  const { draft, preview } = slice;
  const editing = {
    mapping,
    fields: draft?.fields ?? [],
    reasons: draft?.reasons ?? [],
    onChange: changeMapping,
  };
  return (
    <section className="stack" aria-label="Fields">
      <FieldRows editing={editing} />
      <LabelsPart mapping={mapping} preview={preview} onChange={changeMapping} />
      <BaseQuestion mapping={mapping} preview={preview} />
      <JsonPart mapping={mapping} onChange={changeMapping} />
    </section>
  );
}
