import { CodeXml } from 'lucide-react';
import { useState } from 'react';
import type { RecordPreview } from '../../app/state';
import { Button, Icon, VerdictMark, counted, grouped } from '../parts';

const SHOWN_STEPS = 2;

/** The first records as they will be read, or as they stand in the file. */
export function Previews({ records }: { records: readonly RecordPreview[] }) {
  const [asInFile, setAsInFile] = useState(false);
  if (records.length === 0) return null;
  const title =
    records.length === 1 ? 'The first record' : `The first ${records.length === 2 ? 'two' : 'three'} records`;
  return (
    <section className="stack" aria-labelledby="preview-title">
      <div className="row">
        <h2 className="h grow" id="preview-title">
          {title},{' '}
          {asInFile ? 'as in the file' : records.length === 1 ? 'as it will be read' : 'as they will be read'}
        </h2>
        <Button
          look="ghost"
          small
          aria-pressed={asInFile}
          on={asInFile}
          onClick={() => setAsInFile(!asInFile)}
        >
          <Icon of={CodeXml} small />
          As in the file
        </Button>
      </div>
      {records.slice(0, 3).map((record) => (
        <div className="rec" key={record.position}>
          <div className="rec__h">
            <span className="medium ink">{record.position}</span>
            <span className="grow" />
            <span>{factsOf(record)}</span>
          </div>
          {asInFile ? <pre className="raw rec__src">{record.source}</pre> : <AsRead record={record} />}
        </div>
      ))}
    </section>
  );
}

function factsOf({ attempts, stepCount, zones }: RecordPreview): string {
  const facts = [counted(attempts, 'response'), counted(stepCount, 'step')];
  if (zones.length > 0) facts.push(`${zones.join(', ')} ${zones.length === 1 ? 'zone' : 'zones'}`);
  return facts.join(' · ');
}

function AsRead({ record }: { record: RecordPreview }) {
  const shown = record.steps.slice(0, SHOWN_STEPS);
  const more = record.stepCount - shown.length;
  return (
    <dl className="rec__b">
      <dt>problem</dt>
      <dd className="prose rec__p">
        {record.problem === '' ? <span className="ink3">none</span> : record.problem}
      </dd>
      <dt>steps</dt>
      <dd>
        {shown.map((step, i) => (
          <div className="ps" key={i}>
            <span className="num ink3 xs">{i + 1}</span>
            <span className="ps__t">
              {record.verdicts[i] !== undefined && (
                <VerdictMark verdict={record.verdicts[i]} size={14} given />
              )}
              <span className="prose clip">{step}</span>
            </span>
          </div>
        ))}
        {more > 0 && (
          <div className="ps">
            <span />
            <span className="ink3">{grouped(more)} more</span>
          </div>
        )}
        {record.stepCount === 0 && <span className="ink3">none</span>}
      </dd>
    </dl>
  );
}
