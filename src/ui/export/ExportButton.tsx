import { Download } from 'lucide-react';
import { selectExportObstacle } from '../../app/selectExport';
import type { ExportSlice } from '../../app/state';
import { Button, Icon, Note, ProgressBar, counted, grouped, useActions, useApp } from '../parts';
import { Written } from './Written';

export function ExportButton({ exporting }: { exporting: ExportSlice }) {
  const { runExport, stopExport } = useActions();
  const obstacle = useApp(selectExportObstacle);
  const { preview, progress, done, failed } = exporting;
  if (progress !== undefined) {
    return (
      <section className="side__sec stack" aria-label="Export">
        <p>
          Writing: {grouped(progress.done)} of {progress.of === 0 ? '…' : grouped(progress.of)}
        </p>
        <ProgressBar
          value={progress.of === 0 ? 0 : progress.done / progress.of}
          label="Writing"
          large
          accent
        />
        <Button onClick={stopExport}>Stop, keep nothing</Button>
      </section>
    );
  }
  if (done !== undefined) return <Written done={done} />;
  const nothing = preview?.report.written === 0 ? 'No row can be written: the report says why.' : undefined;
  const reason = obstacle ?? nothing;
  return (
    <section className="side__sec stack" aria-label="Export">
      <Button
        look="primary"
        className="ex__go"
        unavailable={reason}
        aria-describedby="export-why"
        onClick={runExport}
      >
        <Icon of={Download} />
        {preview && reason === undefined ? `Export ${counted(preview.report.written, 'row')}` : 'Export'}
      </Button>
      <p className={`xs ${reason === undefined ? 'ink3' : 'ink'}`} id="export-why">
        {reason ?? 'A JSONL file and a small sidecar that says how it was made.'}
      </p>
      {failed !== undefined && (
        <Note tone="fail" alert>
          {failed}
        </Note>
      )}
    </section>
  );
}
