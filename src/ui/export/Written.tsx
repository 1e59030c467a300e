import { Download, Check } from 'lucide-react';
import { useCallback } from 'react';
import type { ExportedFile } from '../../app/state';
import { Button, Icon, Note, bytes, counted, useActions } from '../parts';

/** Nothing is called done before its bytes were read again and found equal. */
export function Written({ done }: { done: ExportedFile }) {
  const { runExport } = useActions();
  const labels = done.report.labels.reduce((sum, { count }) => sum + count, 0);
  if (!done.verified) {
    return (
      <section className="side__sec stack" aria-label="Export">
        <Note tone="fail" alert>
          Stopped: {done.difference ?? 'what was read back differs'}. The file was not kept.
        </Note>
        <Button onClick={runExport}>Export again</Button>
      </section>
    );
  }
  return (
    <section className="side__sec stack" aria-label="Export">
      <div className="okbox" role="status">
        <span className="okbox__i">
          <Icon of={Check} />
        </span>
        <span className="medium">Written, read back, equal</span>
        <p className="xs ink2">
          {done.fileName} was read again: {counted(done.report.written, 'row')}, {counted(labels, 'label')},
          no difference.
        </p>
      </div>
      <DownloadLink name={done.fileName} blob={done.file} primary />
      <DownloadLink name={done.sidecarName} blob={done.sidecar} />
      <Button look="ghost" small onClick={runExport}>
        Export again
      </Button>
    </section>
  );
}

function DownloadLink({ name, blob, primary = false }: { name: string; blob: Blob; primary?: boolean }) {
  // An address of the blob for as long as the link is there.
  const link = useCallback(
    (anchor: HTMLAnchorElement) => {
      anchor.href = URL.createObjectURL(blob);
      return () => URL.revokeObjectURL(anchor.href);
    },
    [blob],
  );
  return (
    <a className={`btn${primary ? ' btn--primary' : ''} ex__dl`} ref={link} href="#/export" download={name}>
      <Icon of={Download} />
      <span className="clip">{name}</span>
      <span className="xs">{bytes(blob.size)}</span>
    </a>
  );
}
