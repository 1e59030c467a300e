import { targetById } from '../../core/labels/export';
import { selectFile } from '../../app/selectFile';
import { useApp } from '../parts';
import { Annotators } from './Annotators';
import { ExportButton } from './ExportButton';
import { FirstLines } from './FirstLines';
import { Policies } from './Policies';
import { Report } from './Report';
import { RowsChoice } from './RowsChoice';
import { TargetList } from './TargetList';
import './export.css';

export function ExportScreen() {
  const exporting = useApp((state) => state.exporting);
  const file = useApp((state) => selectFile(state, exporting?.file));
  const target = exporting && targetById(exporting.target);
  if (exporting === undefined || file === undefined || target === undefined) {
    return <main className="main" aria-label="Export" />;
  }
  return (
    <main className="main ex">
      <TargetList chosen={exporting.target} />
      <section className="ex__m" aria-label={target.title}>
        <div className="ex__in stack">
          <h1 className="h h--screen">{target.title}</h1>
          <Policies target={target} answers={exporting.policies[exporting.target] ?? {}} />
          <Annotators exporting={exporting} />
          <RowsChoice rows={exporting.rows} file={file} />
          {exporting.preview && <FirstLines lines={exporting.preview.firstLines} />}
        </div>
      </section>
      <aside className="side side--r" aria-label="Report">
        <ExportButton exporting={exporting} />
        <Report exporting={exporting} />
        <section className="side__sec stack stack--tight">
          <h2 className="h">Check after writing</h2>
          <p className="xs ink2">
            The written file is read back and compared label by label. A difference stops the export.
          </p>
        </section>
      </aside>
    </main>
  );
}
