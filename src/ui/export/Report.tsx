import { useState } from 'react';
import type { CSSProperties } from 'react';
import type { ExportReport } from '../../core/labels/export';
import type { ExportSlice } from '../../app/state';
import { counted, grouped } from '../parts';

export function Report({ exporting: { preview, done } }: { exporting: ExportSlice }) {
  const report = done?.report ?? preview?.report;
  if (report === undefined) {
    return (
      <section className="side__sec stack stack--tight">
        <h2 className="h">Report</h2>
        <p className="xs ink2">
          Rows and labels are counted as soon as all questions are answered and an annotator is chosen.
        </p>
      </section>
    );
  }
  return (
    <>
      <section className="side__sec">
        <h2 className="h ex__rt">Report</h2>
        <div className="rep">
          <b>{grouped(report.considered)}</b>
          <span>{report.considered === 1 ? 'trace in scope' : 'traces in scope'}</span>
        </div>
        {report.refused.map((refusal) => (
          <Refusal key={refusal.reason} {...refusal} />
        ))}
        <div className="rep rep--t">
          <b>{grouped(report.written)}</b>
          <span className="medium">
            {report.written === 1 ? 'row' : 'rows'} {done ? 'written' : 'to write'}
          </span>
        </div>
        {report.inTray > 0 && (
          <p className="xs ink3 ex__tray">
            {counted(report.inTray, 'judgement waits', 'judgements wait')} in the tray and{' '}
            {report.inTray === 1 ? 'is' : 'are'} in no row: the steps they were made on are no steps now.
          </p>
        )}
      </section>
      <LabelCounts labels={report.labels} />
    </>
  );
}

function Refusal({ reason, count, positions }: ExportReport['refused'][number]) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="rep">
        <b>{grouped(-count)}</b>
        <span>refused: {reason}</span>
        <button type="button" className="rep__b xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'hide' : 'show'}
        </button>
      </div>
      {open && (
        <p className="xs ink2 rep__p">
          {positions.join(', ')}
          {positions.length < count && ` and ${grouped(count - positions.length)} more`}
        </p>
      )}
    </>
  );
}

function LabelCounts({ labels }: { labels: ExportReport['labels'] }) {
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  if (labels.length === 0) return null;
  return (
    <section className="side__sec stack">
      <h2 className="h">Labels in the file</h2>
      {total > 0 && (
        <span className="bar bar--lg bar--stack" aria-hidden="true">
          {labels.map(({ value, count }, i) => (
            <i
              key={value}
              className={value === '-100' ? 'lb lb--masked' : `lb lb--${i % 4}`}
              style={{ '--v': count / total } as CSSProperties}
            />
          ))}
        </span>
      )}
      <dl className="labels xs">
        {labels.map(({ value, meaning, count }) => (
          <div key={value}>
            <dt className="mono">{value.replace('-', '−')}</dt>
            <dd className="num">{grouped(count)}</dd>
            <dd>{meaning === value ? '' : meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
