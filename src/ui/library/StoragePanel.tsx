import { Shield, ShieldCheck, TriangleAlert } from 'lucide-react';
import { Icon, bytes, useApp } from '../parts';

export function StoragePanel() {
  const storage = useApp((state) => state.storage);
  if (storage === undefined) return null;
  const { sourceBytes, indexBytes, labelBytes, persisted } = storage;
  return (
    <>
      <section className="panel" aria-labelledby="storage-title">
        <div className="panel__head">
          <h2 className="h grow" id="storage-title">
            Storage in this browser
          </h2>
          <span className="xs ink2">{bytes(sourceBytes + indexBytes + labelBytes)} used</span>
        </div>
        <div className="panel__body stack">
          <dl className="sizes xs ink2">
            <dt>Source files</dt>
            <dd>{bytes(sourceBytes)}</dd>
            <dt>Index, can be rebuilt</dt>
            <dd>{bytes(indexBytes)}</dd>
            <dt>Labels and their history</dt>
            <dd>{bytes(labelBytes)}</dd>
          </dl>
          <KeepingPromise persisted={persisted} />
          <p className="xs ink3">
            Shared with every page of this host name,{' '}
            <span className="mono">{location.hostname || 'this folder'}</span>. How much room is left the
            browser does not say reliably.
          </p>
        </div>
      </section>
      <p className="row xs ink2 lib__nothing">
        <Icon of={Shield} small />
        <span>Nothing leaves this page: it has no right to connect anywhere.</span>
      </p>
    </>
  );
}

/** The browser's answer to the request that is made at the first verdict. */
function KeepingPromise({ persisted }: { persisted: boolean | undefined }) {
  if (persisted === true) {
    return (
      <div className="note">
        <Icon of={ShieldCheck} />
        <span>The browser has promised to keep this data. It was asked at the first verdict.</span>
      </div>
    );
  }
  if (persisted === false) {
    return (
      <div className="note note--warn">
        <Icon of={TriangleAlert} />
        <span>
          Asked at the first verdict, the browser has not promised to keep this data. Save a labels file.
        </span>
      </div>
    );
  }
  return <p className="xs ink2">The browser is asked to keep this data at the first verdict.</p>;
}
