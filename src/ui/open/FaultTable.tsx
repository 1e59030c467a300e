import { Download, Copy } from 'lucide-react';
import type { Fault } from '../../core/model';
import type { FileSummary } from '../../app/state';
import { Button, Icon, counted, download, grouped, useActions } from '../parts';

interface Props {
  file: FileSummary;
  /** Those asked for so far. */
  faults: readonly Fault[];
}

export function FaultTable({ file, faults }: Props) {
  const { moreFaults } = useActions();
  const isAll = faults.length >= file.faultCount;
  const asLines = () => faults.map((fault) => `${JSON.stringify(fault)}\n`).join('');
  const asTable = () =>
    faults.map(({ position, reason, remedy }) => [position, reason, remedy].join('\t')).join('\n');
  return (
    <section className="side__sec side__sec--wide stack stack--tight">
      <div className="row faults__h">
        <h2 className="h grow" id="faults-title">
          {file.faultCount === 0
            ? 'No fault'
            : counted(file.faultCount, 'record with a fault', 'records with a fault')}
        </h2>
        {faults.length > 0 && (
          <>
            <Button look="ghost" small onClick={() => void navigator.clipboard.writeText(asTable())}>
              <Icon of={Copy} small />
              Copy
            </Button>
            <Button
              look="ghost"
              small
              onClick={() =>
                download(`${file.name}.faults.jsonl`, new Blob([asLines()], { type: 'application/jsonl' }))
              }
            >
              <Icon of={Download} small />
              {isAll ? 'Save list' : `Save these ${grouped(faults.length)}`}
            </Button>
          </>
        )}
      </div>
      {faults.length > 0 && (
        <table className="tbl faults" aria-labelledby="faults-title">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Reason</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={i} className="prob-row">
                <td>{fault.position === '$' ? 'whole file' : fault.position}</td>
                <td>{fault.reason}</td>
                <td className="ink2">{fault.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isAll && faults.length > 0 && (
        <div className="faults__f">
          <Button small onClick={moreFaults}>
            Show more: {grouped(faults.length)} of {grouped(file.faultCount)} shown
          </Button>
        </div>
      )}
      {file.faultCount > 0 && faults.length === 0 && file.complete && (
        <p className="xs ink2 faults__f">Drop the file again to list them with their places.</p>
      )}
      <p className="xs ink3 faults__f">
        {grouped(file.recordsRead)} read + {grouped(file.faultCount)} with a fault ={' '}
        {counted(file.records, 'record')}
        {file.complete ? '' : ' so far'}
      </p>
    </section>
  );
}
