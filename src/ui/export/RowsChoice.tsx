import type { ExportSlice, FileSummary } from '../../app/state';
import { Segmented, grouped, useActions } from '../parts';

export function RowsChoice({ rows, file }: { rows: ExportSlice['rows']; file: FileSummary }) {
  const { chooseExportRows } = useActions();
  return (
    <section className="stack" aria-label="Scope">
      <h2 className="h">Scope</h2>
      <div>
        <Segmented
          small
          label="Scope"
          value={rows}
          options={[
            { value: 'all', label: `all ${grouped(file.rows)} traces` },
            { value: 'finished', label: 'finished traces' },
          ]}
          onChange={chooseExportRows}
        />
      </div>
    </section>
  );
}
