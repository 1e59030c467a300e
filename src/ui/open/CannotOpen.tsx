import { FileX } from 'lucide-react';
import type { Fault } from '../../core/model';
import type { OpeningSlice } from '../../app/state';
import { Button, EmptyState, KeyHint, useActions } from '../parts';

// What is text of some kind may still be worth reading as such; an empty or binary file is not.
const MAY_BE_TEXT = new Set(['no-format', 'not-json', 'cut-off', 'no-record']);

// Its records were read as data; what they mean is not known.
const MAY_BE_MAPPED = new Set(['no-format', 'wrong-mapping']);

export function CannotOpen({ opening, fault }: { opening: OpeningSlice; fault: Fault }) {
  const { chooseFiles, chooseFormat, mapFields, navigate } = useActions();
  return (
    <main className="main page">
      <div className="page__in" role="alert">
        <EmptyState
          icon={FileX}
          heading="h1"
          title={`${opening.name} cannot be opened`}
          actions={
            <>
              <Button look="primary" onClick={chooseFiles}>
                Choose another file <KeyHint command="file.choose" />
              </Button>
              {MAY_BE_MAPPED.has(fault.kind) && <Button onClick={mapFields}>Map fields myself</Button>}
              {MAY_BE_TEXT.has(fault.kind) && (
                <Button onClick={() => chooseFormat('text')}>Open as text</Button>
              )}
              <Button onClick={() => navigate({ screen: 'library' })}>Go to the library</Button>
            </>
          }
        >
          {fault.reason} {fault.remedy}
        </EmptyState>
      </div>
    </main>
  );
}
